/** Records as a busy border has them, each made when it is asked for: a certificate, a manifest, what follows it. */
import type { JsonObject } from '../kernel/canonical.ts';
import type { Said, SaidQuery } from '../server/institution/said.ts';

/** Certificate, manifest, registration, arrival. */
export const perMatter = 4;
/** Trucks that come again and again, and one that stands for a train's every day. */
const trucks = 20_000;
const busyEvery = 20;

export const idOf = (seq: number): string => seq.toString(16).padStart(64, '0');
const digits = (value: number, length: number): string => String(value).padStart(length, '0');

export class MadeRecords {
  readonly busy = '10-BZ-001';
  readonly #matters: number;

  constructor(matters: number) {
    this.#matters = matters;
  }

  /** Numbers scattered as real ones are: neighbours do not come one after another. */
  #scattered(matter: number): number {
    return (matter * 7919) % 10_000_019;
  }

  seal(matter: number): string {
    return `SEAL${digits(this.#scattered(matter), 8)}`;
  }

  paper(matter: number): string {
    return `AZ-PC-2026-${digits(matter, 7)}`;
  }

  plate(matter: number): string {
    const truck = this.#scattered(matter) % trucks;
    return matter % busyEvery === 0 ? this.busy : `${digits(truck % 90, 2)}-TR-${digits(truck, 5)}`;
  }

  said = async (query: SaidQuery): Promise<readonly Said[]> => {
    if ('seqs' in query) return query.seqs.map((seq) => this.#one(seq));
    const last = Math.min(this.#matters * perMatter, query.after + query.limit);
    return Array.from({ length: Math.max(0, last - query.after) }, (_, at) => this.#one(query.after + at + 1));
  };

  #one(seq: number): Said {
    const matter = Math.floor((seq - 1) / perMatter);
    const first = matter * perMatter + 1;
    const plain = { seq, id: idOf(seq), waits: false, receipts: [] };
    const state = (type: string, claims: object) => ({
      statement: { type, issuer: 'az.customs', to: ['ru.fts'], claims: claims as JsonObject },
    });
    const seals = [{ number: this.seal(matter) }];
    const number = this.plate(matter);
    switch ((seq - 1) % perMatter) {
      case 0:
        return {
          ...plain,
          profile: 'phytosanitary',
          ...state('certificate', { number: this.paper(matter), conveyances: [{ mode: '3', id: number }], lines: [] }),
        };
      case 1:
        return { ...plain, profile: 'customs', ...state('manifest', this.#manifest(matter, number, seals)) };
      case 2:
        return {
          ...plain,
          profile: 'customs',
          about: idOf(first + 1),
          ...state('manifest-registration', { kind: 'register' }),
        };
      default:
        return {
          ...plain,
          profile: 'customs',
          about: idOf(first + 1),
          ...state('manifest-arrival', { means: [{ number, seals }] }),
        };
    }
  }

  #manifest(matter: number, number: string, seals: readonly object[]): object {
    const serial = digits(matter, 7);
    return {
      number: `90010001/010126/${serial}`,
      declaration: `90010002/010126/${serial}`,
      transport: { number: `CMR-AZ-${serial}` },
      means: [{ kind: 'vehicle', number, seals }],
      lines: [{ certificate: { number: this.paper(matter), record: idOf(matter * perMatter + 1) } }],
    };
  }
}
