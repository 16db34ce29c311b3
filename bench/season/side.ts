/** One institution of the corridor at its desk: issues in its own name and counts what it issued. */
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Finding } from '../../kernel/finding.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { Rejected } from '../../server/institution/service.ts';

export interface Paper {
  readonly type: string;
  readonly claims: JsonObject;
  readonly about?: string;
}

export interface IssuedPaper {
  readonly id: string;
  readonly findings: readonly Finding[];
}

export class Side {
  readonly institution: Institution;
  readonly #other: string;
  /** Records issued here, by type. */
  readonly issued = new Map<string, number>();

  /** Entries on the way out as far as issued here, and as far as cosigned there. */
  #size = 0;
  #cosigned = 0;
  #waiting: { readonly size: number; resolve(): void }[] = [];

  constructor(institution: Institution, other: string) {
    this.institution = institution;
    this.#other = other;
    institution.listen('now', ({ kind, state }) => {
      if (kind === 'receipt') this.#receipt(Number(state));
    });
  }

  /** What an honest season issues is never refused: anything else is a fault of the plan or of the rules. */
  async issue(paper: Paper): Promise<IssuedPaper> {
    const issued = await this.try(paper);
    if (issued instanceof Rejected) throw new Error(`${paper.type} ${said(paper.claims)}: ${told(issued)}`);
    return issued;
  }

  async try({ type, claims, about }: Paper): Promise<IssuedPaper | Rejected> {
    const draft = { profile: 'phytosanitary', type, to: [this.#other], claims, annexes: [] };
    const answer = await this.institution.issue({ ...draft, ...(about !== undefined && { about }) });
    if (answer instanceof Refusal) throw new Error(`${type}: ${answer.code}`);
    if (answer instanceof Rejected) return answer;
    this.issued.set(type, (this.issued.get(type) ?? 0) + 1);
    for (const { index } of answer.record.placements) this.#size = Math.max(this.#size, index + 1);
    return { id: answer.record.id, findings: answer.record.findings };
  }

  /** Resolves when the other side has cosigned all that was issued here up to now. */
  received(): Promise<void> {
    const size = this.#size;
    if (this.#cosigned >= size) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ size, resolve }));
  }

  /** Resolves when nothing at all is under way, not even what the server has issued by itself. */
  async atRest(): Promise<void> {
    for (;;) {
      const channels = await this.institution.channels();
      if (channels.every(({ lag, direction }) => direction === 'in' || lag === 0)) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  #receipt(size: number): void {
    this.#cosigned = Math.max(this.#cosigned, size);
    for (const one of this.#waiting) if (one.size <= this.#cosigned) one.resolve();
    this.#waiting = this.#waiting.filter((one) => one.size > this.#cosigned);
  }
}

export const refusing = ({ findings }: Rejected): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'refuse');

export const told = (rejected: Rejected): string =>
  refusing(rejected)
    .map(({ code, path, detail }) => `${code} ${path} ${JSON.stringify(detail ?? {})}`)
    .join('; ');

const said = (claims: JsonObject): string => String(claims['number'] ?? claims['id'] ?? claims['kind'] ?? '');
