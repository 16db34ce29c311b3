/** What the two services and customs do in a season, each in good faith, by the records that they hold. */
import { expect } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { formatDecimal, parseDecimal } from '../../../kernel/state/quantity.ts';
import type { SubjectRow } from '../../../kernel/state/rows.ts';
import type { TestRecord } from '../../../kernel/testing/institution.ts';
import { balanceKey } from '../balance.ts';
import type { Departure } from '../claims/departure.ts';
import type { Settlement } from '../claims/follow-ups.ts';
import type { InspectedLine, Inspection } from '../claims/inspection.ts';
import type { Line, Source } from '../claims/line.ts';
import type { Quantity } from '../claims/text.ts';
import { accountsOf, lineLedger } from '../ledgers/line.ts';
import { sourceAccountsOf } from '../ledgers/season-balance.ts';
import { massScale, toGoodsMass } from '../mass.ts';
import { departedLines, departureTime } from '../rules/certificate/departure.ts';
import { goodsCrossedBefore, inspectedLines, inspectionTimes, inspector } from '../rules/certificate/inspection.ts';
import { balanceCovers, sources } from '../rules/certificate/sources.ts';
import { total } from '../sources.ts';
import { customs, exporter, importer, Season } from './season.ts';

/** Goods of each line: of which grower, by place in `growers`, and how much. */
export type Load = readonly (readonly { readonly grower: number; readonly quantity: Quantity }[])[];

export const season = '2026-27';
export const growers = ['AZ-G-1', 'AZ-G-2', 'AZ-G-3'];
export const product = 'LYPES';

export const kilograms = (mass: bigint): Quantity => ({ value: formatDecimal(mass, massScale), unit: 'KGM' });

export function massOf(quantity: Quantity | undefined): bigint {
  const mass = quantity === undefined ? 0n : toGoodsMass(quantity);
  if (mass instanceof Refusal) throw new Error(mass.code);
  return mass;
}

export function decimal(text: string): bigint {
  const mass = parseDecimal(text, massScale);
  if (mass instanceof Refusal) throw new Error(text);
  return mass;
}

export const sum = (list: readonly bigint[]) => list.reduce((all, one) => all + one, 0n);

export const keyOf = (grower: string) => balanceKey(exporter, importer, grower, product, season);

function certificateClaims(number: string, drawn: Load): JsonObject {
  const held = drawn.map((list, index): Line => {
    const stated = list.map(
      ({ grower, quantity }): Source => ({ grower: growers[grower] as string, product, season, quantity }),
    );
    const net = kilograms(sum(stated.map(({ quantity }) => massOf(quantity))));
    return { sequence: index + 1, eppoCodes: [product], netWeight: net, sources: stated };
  });
  const claims = { number, issued: '2026-11-01', exportCountry: { code: 'AZ' }, importCountry: { code: 'RU' } };
  return { ...claims, lines: held } as unknown as JsonObject;
}

/** What the latest settlement in effect says of a certificate. */
export function settlementOf(play: Season, self: string, row: SubjectRow): Settlement | undefined {
  const last = row.events.filter(({ event, outcome }) => event === 'settle' && outcome === 'effective').at(-1);
  const record = play.of(self).held.find(({ id }) => id === last?.id);
  return record?.payload.claims as unknown as Settlement | undefined;
}

/** The season balance by the records that count at `self`, without the ledger's own arithmetic. */
export function balanceBy(play: Season, self: string, grower: string) {
  const admissions = play.of(self).held.filter(({ payload }) => payload.samur.type === 'admission');
  const own = admissions.filter(({ payload }) => payload.claims['grower'] === grower);
  const limit = massOf(own.at(-1)?.payload.claims['volume'] as Quantity | undefined);
  let [certified, freed] = [0n, 0n];
  for (const row of play.certificates(self)) {
    const settled = settlementOf(play, self, row);
    for (const { sequence, index, key, mass } of sourceAccountsOf(row)) {
      if (key[2] !== grower) continue;
      certified += mass;
      const line = settled?.lines.find((one) => one.sequence === sequence);
      freed += decimal(line?.sources?.[index] ?? '0');
    }
  }
  return { limit, certified, freed };
}

export const chosen = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

export class Play extends Season {
  #numbers = 0;
  /** Inspections entered after the certificate had been taken back. */
  inspectedLate = 0;
  departed = 0;

  admit(grower: string, tonnes: number): void {
    const claims = { exporter, grower, product, season, from: '2026-10-01', to: '2027-06-30' };
    const volume = { value: String(tonnes), unit: 'TNE' };
    expect(this.issue(importer, { type: 'admission', claims: { ...claims, volume } })).toBeDefined();
  }

  /** An honest exporter: asks its own guard, and the guard is right, both ways. */
  certify(drawn: Load, about?: string): void {
    this.#numbers += 1;
    const claims = certificateClaims(`AZ-${this.#numbers}`, drawn);
    const draft = { type: 'certificate', claims, ...(about !== undefined && { about }) };
    const statement = this.statement(exporter, draft);
    const view = this.view(exporter);
    expect(sources.check(statement, view)).toEqual([]);
    const asked = Map.groupBy(sourceAccountsOf(statement), ({ key }) => key[2] as string);
    const short = [...asked].filter(([grower, accounts]) => {
      const { limit, certified, freed } = balanceBy(this, exporter, grower);
      return certified + total(accounts) > limit + freed;
    });
    const told = this.of(exporter).complete(() => balanceCovers.check(statement, view));
    expect(told.map(({ detail }) => detail?.['grower']).sort()).toEqual(short.map(([grower]) => grower).sort());
    const issued = this.issue(exporter, draft);
    if (short.length > 0) expect(issued).toBeUndefined();
    else if (about === undefined) expect(issued).toBeDefined();
    if (issued === undefined) return;
    for (const grower of asked.keys()) {
      const { limit, certified, freed } = balanceBy(this, exporter, grower);
      expect(certified <= limit + freed).toBe(true);
    }
  }

  inspect(row: SubjectRow, found: readonly (readonly [number, number, number])[] | undefined): void {
    const of = (mass: bigint, thousandths: number) => (mass * BigInt(thousandths)) / 1000n;
    const inspected = accountsOf(row).map(({ line, mass }, index): InspectedLine => {
      const [missing = 0, returned = 0, destroyed = 0] = found?.[index] ?? [];
      const arrived = mass - of(mass, missing);
      const [sequence, stated] = [line.sequence, kilograms(arrived)];
      if (found === undefined) return { sequence, arrived: stated };
      const back = of(arrived, returned);
      const gone = of(arrived - back, destroyed);
      const out = arrived - back - gone;
      const split = { released: kilograms(out), returned: kilograms(back), destroyed: kilograms(gone) };
      return { sequence, arrived: stated, ...split, ...(out < arrived && { reasons: ['quarantine-pest'] }) };
    });
    const released = sum(inspected.map((line) => massOf(line.released)));
    const all = inspected.every((line) => massOf(line.released) === massOf(line.arrived));
    const result = found === undefined ? 'hold' : released === 0n ? 'reject' : all ? 'release' : 'release-part';
    const check = { result: 'conform' } as const;
    const claims: Inspection = {
      result,
      checkpoint: 'RUYAR',
      started: '2026-11-01',
      ended: '2026-11-01',
      documents: check,
      identity: check,
      physical: check,
      lines: inspected,
    };
    const draft = { type: 'inspection', claims: claims as unknown as JsonObject, about: row.id };
    const statement = this.statement(importer, draft);
    for (const rule of [inspector, inspectedLines, inspectionTimes])
      expect(rule.check(statement, this.view(importer))).toEqual([]);
    // Of what has been taken back: goods that had crossed before.
    const late = row.state === 'withdrawn' || row.state === 'replaced';
    const warned = goodsCrossedBefore.check(statement, this.view(importer)).map(({ code }) => code);
    expect(warned).toEqual(late && result.startsWith('release') ? ['certificate-taken-back'] : []);
    if (this.issue(importer, draft) !== undefined && late) this.inspectedLate += 1;
  }

  /** What left, each of a thousand of what is certified. In turn in every state. */
  depart(row: SubjectRow, parts: readonly number[]): TestRecord {
    const accounts = accountsOf(row);
    const before = accounts.map(({ key }) => this.account(exporter, lineLedger, key));
    const left = accounts.map(({ line, mass }, index) => ({
      sequence: line.sequence,
      departed: kilograms((mass * BigInt(parts[index] ?? 0)) / 1000n),
    }));
    const claims: Departure = { departure: '2026-11-01', exitPoint: 'Samur', lines: left };
    const draft = { type: 'departure', claims: claims as unknown as JsonObject, about: row.id };
    const statement = this.statement(exporter, draft);
    for (const rule of [departedLines, departureTime]) expect(rule.check(statement, this.view(exporter))).toEqual([]);
    const departure = this.issue(exporter, draft);
    if (departure === undefined) throw new Error('a departure was refused');
    expect(this.of(exporter).row('subject', row.id)?.state).toBe(row.state);
    for (const [index, { key }] of accounts.entries()) {
      const after = this.account(exporter, lineLedger, key);
      const { departed } = left[index] as (typeof left)[number];
      expect(after).toEqual({ ...before[index], byMovement: expect.any(Map) });
      expect([after?.available, after?.byMovement.get('departed')]).toEqual([
        before[index]?.available,
        massOf(departed),
      ]);
    }
    this.departed += 1;
    return departure;
  }

  declare(row: SubjectRow, at: number, movement: string, thousandths: number, slot: string): TestRecord | undefined {
    const account = chosen(accountsOf(row), at);
    if (account === undefined) return undefined;
    const amount = String((account.mass * BigInt(thousandths)) / 1000n);
    const claims = { key: [...account.key], movement, amount, slot, certificate: row.id };
    return this.issue(customs, { profile: 'declarations', type: 'declaration', claims });
  }

  settleAgain(row: SubjectRow): void {
    const ends = ['withdraw', 'replace', 'release', 'release-part', 'reject'];
    const end = row.events.findLast(({ event, outcome }) => ends.includes(event) && outcome === 'effective');
    const record = this.of(importer).held.find(({ id }) => id === end?.id);
    if (record !== undefined) this.answer(importer, record);
  }
}

/** Released and destroyed by the inspection in effect, of one line. */
export function crossedOf(play: Season, row: SubjectRow, sequence: number): bigint {
  const ends = row.events.filter(({ event, outcome }) => /^(release|reject)/.test(event) && outcome === 'effective');
  const record = play.of(importer).held.find(({ id }) => id === ends.at(-1)?.id);
  const inspected = (record?.payload.claims as unknown as Inspection | undefined)?.lines;
  const line = inspected?.find((one) => one.sequence === sequence);
  return massOf(line?.released) + massOf(line?.destroyed);
}
