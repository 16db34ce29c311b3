/** What a border does with certificates and declarations, each in good faith, by the records that it holds. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Profile } from '../../../kernel/profile.ts';
import type { SubjectRow } from '../../../kernel/state/rows.ts';
import type { TestRecord } from '../../../kernel/testing/institution.ts';
import type { WriteOff, WriteOffLine } from '../claims/write-off.ts';
import { kilograms, toMass } from '../mass.ts';
import { nameOf } from '../positions.ts';
import { Border, customs, type Draft, exporters, importer } from './border.ts';

export const yaragKazmalyar = '99010001';
export const samurStation = '99010002';

/** A line of a certificate as a declaration names it. */
export interface Goods {
  readonly certificate: SubjectRow;
  readonly line: string;
  /** Certified, 10^-6 kg. */
  readonly mass: bigint;
}

/** What a declaration holds of each line, by account name. */
export type Held = Map<string, { readonly line: WriteOffLine; readonly reserved: bigint; readonly consumed: bigint }>;

export const quantity = (mass: bigint) => ({ value: kilograms(mass), unit: 'KGM' });
export const declarationNumber = (serial: number) => `99010001/011126/${String(serial).padStart(7, '0')}`;

export class Play extends Border {
  #numbers = 0;
  /** The positions that this customs' own acts add up to, by declaration. */
  readonly declared = new Map<string, Held>();

  constructor(profiles: readonly Profile[]) {
    super(profiles);
  }

  /** `masses` of its lines, 10^-6 kg. */
  certify(by: string, masses: readonly bigint[]): TestRecord {
    this.#numbers += 1;
    const lines = masses.map((mass, index) => ({
      sequence: index + 1,
      hs: [{ code: '070200' }],
      netWeight: quantity(mass),
    }));
    const claims = { number: `AZ-${this.#numbers}`, issued: '2026-11-01', lines };
    const countries = { exportCountry: { code: 'AZ' }, importCountry: { code: 'RU' } };
    return this.state(by, {
      profile: 'phytosanitary',
      type: 'certificate',
      to: [importer, customs],
      claims: { ...claims, ...countries },
    });
  }

  /** Follow-ups of a certificate, when it is its issuer's turn. */
  follow(by: string, row: SubjectRow, type: string, claims: JsonObject): TestRecord | undefined {
    const to = [row.issuer, ...row.to].filter((id) => id !== by);
    const draft = { profile: 'phytosanitary', type, to, claims, about: row.id };
    // Rules of the other profile ask for more than this play has; its turns are kept.
    return this.inTurn(by, draft) ? this.state(by, draft) : undefined;
  }

  withdraw(row: SubjectRow): TestRecord | undefined {
    return this.follow(row.issuer, row, 'withdrawal', { reason: 'exporter-request' });
  }

  /** Of a thousand of each line: released, destroyed; the rest goes back. */
  inspect(row: SubjectRow, shares: readonly (readonly [number, number])[]): TestRecord | undefined {
    const goods = goodsOf(row);
    const lines = goods.map(({ line, mass }, index) => {
      const [out = 0, gone = 0] = shares[index] ?? [];
      const released = (mass * BigInt(out)) / 1000n;
      const destroyed = ((mass - released) * BigInt(gone)) / 1000n;
      const returned = mass - released - destroyed;
      const told = { released: quantity(released), destroyed: quantity(destroyed), returned: quantity(returned) };
      return { sequence: Number(line), arrived: quantity(mass), ...told };
    });
    const released = lines.map((line) => toMass(line.released) ?? 0n);
    const all = goods.every(({ mass }, index) => released[index] === mass);
    const result = released.every((mass) => mass === 0n) ? 'reject' : all ? 'release' : 'release-part';
    return this.follow(importer, row, 'inspection', { result, lines });
  }

  /** The position of a declaration once `changes` have been made to it, as a draft. */
  draft(declaration: string, act: WriteOff['act'], changes: Held, office = yaragKazmalyar): Draft {
    const position = new Map([...(this.declared.get(declaration) ?? new Map()), ...changes]) as Held;
    const lines = [...position.values()].map(({ line, reserved, consumed }) => ({
      ...line,
      reserved: quantity(reserved),
      consumed: quantity(consumed),
    }));
    const to = new Set(lines.flatMap(({ certificate }) => [certificate.exporting, certificate.importing]));
    const claims = { declaration, act, office, lines } as unknown as JsonObject;
    return { profile: 'customs', type: 'write-off', to: [...to].sort(), claims };
  }

  /** Undefined when its server refuses; otherwise it is kept in `declared` too. */
  writeOff(declaration: string, act: WriteOff['act'], changes: Held, office?: string): TestRecord | undefined {
    const issued = this.issue(customs, this.draft(declaration, act, changes, office));
    if (issued !== undefined)
      this.declared.set(declaration, new Map([...(this.declared.get(declaration) ?? []), ...changes]));
    return issued;
  }

  /** As a shorthand: one line, in 10^-6 kg. */
  change(goods: Goods, reserved: bigint, consumed: bigint): Held {
    const line = lineOf(goods);
    return new Map([[nameOf(line), { line, reserved, consumed }]]);
  }
}

export function lineOf({ certificate, line }: Goods): WriteOffLine {
  const { number } = certificate.claims as { number: string };
  return {
    certificate: { record: certificate.id, number, exporting: certificate.issuer, importing: importer },
    line,
    hs: '0702000007',
    reserved: quantity(0n),
    consumed: quantity(0n),
  };
}

export const goodsOf = (certificate: SubjectRow): readonly Goods[] =>
  (certificate.claims['lines'] as { sequence: number; netWeight: { value: string; unit: string } }[]).map(
    ({ sequence, netWeight }) => ({ certificate, line: String(sequence), mass: toMass(netWeight) ?? 0n }),
  );

export const allInstitutions = [...exporters, importer, customs];
