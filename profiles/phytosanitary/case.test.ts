import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { Statement } from '../../kernel/profile.ts';
import { ruleFindings, viewOf } from '../../kernel/state/assess.ts';
import { type FoldContext, statementOf } from '../../kernel/state/fold.ts';
import { heads } from '../../kernel/state/life-cycle.ts';
import { Institution, loaded, recordOf, refusalOf, type TestRecord } from '../../kernel/testing/institution.ts';
import { caseLifeCycle } from './case-life-cycle.ts';
import { phytosanitary } from './profile.ts';

const exporter = 'az.afsa';
const importer = 'ru.fsvps';
const customs = 'az.customs';
const start = Date.UTC(2026, 10, 13);

const context: FoldContext = {
  catalogue: loaded([phytosanitary]),
  entitlement: { holds: () => true, firstHolder: () => undefined },
};

const read = (name: string) => JSON.parse(readFileSync(new URL(`vectors/valid/${name}.json`, import.meta.url), 'utf8'));

let nonce = 0;
function say(
  issuer: string,
  to: readonly string[],
  type: string,
  claims: JsonObject,
  about?: string,
  after: readonly string[] = [],
) {
  nonce += 1;
  const follows = about === undefined ? {} : { about: { id: about, after } };
  return recordOf({ profile: 'phytosanitary', type, issuer, to, claims, time: start + nonce, ...follows }, nonce);
}

const certificate = say(exporter, [importer], 'certificate', read('non-compliance').view.records[0].claims);
const inspection = say(
  importer,
  [exporter],
  'inspection',
  { result: 'hold', checkpoint: 'RUYKM', lines: [{ sequence: 1 }] },
  certificate.id,
);
const find = say(importer, [exporter], 'laboratory-result', {
  ...read('laboratory-result').claims,
  purpose: 'import',
  lot: { product: 'LYPES', certificate: certificate.id, line: 1 },
  tests: [{ pest: 'TOBRFV', method: 'PCR', result: 'detected' }],
});
const { photographs: _, ...stated } = read('non-compliance').claims as JsonObject;
const caseClaims = {
  ...stated,
  certificate: certificate.id,
  inspection: inspection.id,
  laboratoryResults: [find.id],
};
const opened = say(importer, [exporter, customs], 'non-compliance', caseClaims);
const before = [certificate, inspection, find, opened];

const holding = (id: string, records: readonly TestRecord[]): Institution => {
  const institution = new Institution(id, context);
  for (const record of records) institution.take(record);
  return institution;
};

function judged(institution: Institution, record: TestRecord): readonly Finding[] {
  const { samur } = record.payload;
  const type = context.catalogue.type('phytosanitary', samur.type);
  const subject = samur.about && institution.row('subject', samur.about.id);
  if (type === undefined) throw new Error(samur.type);
  return institution.complete(() => {
    const statement: Statement = statementOf(record.payload, subject, context);
    return ruleFindings(type, statement, viewOf(institution.rows, context, 'phytosanitary'), institution.id);
  });
}

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

describe('a case between two services', () => {
  it('passes the same rules on both sides', () => {
    expect(judged(holding(importer, before.slice(0, 3)), opened)).toEqual([]);
    expect(judged(holding(exporter, before.slice(0, 3)), opened)).toEqual([]);
  });

  it('is not asked of a recipient that holds none of what it names', () => {
    expect(judged(holding(customs, []), opened)).toEqual([]);
  });

  it('does not wait for a result that its laboratory has yet to send', () => {
    expect(judged(holding(exporter, [certificate, inspection]), opened)).toEqual([]);
    expect(codes(judged(holding(importer, [certificate, inspection]), opened))).toEqual(['result-not-held']);
  });

  it('names an inspection of its own certificate, also one that the exporter objected to', () => {
    const objection = refusalOf(inspection, exporter, 'rule.broken', start + 500, 500);
    const other = say(exporter, [importer], 'certificate', { ...certificate.payload.claims, number: 'AZ-2' });
    const elsewhere = say(importer, [exporter], 'non-compliance', {
      ...caseClaims,
      certificate: other.id,
      laboratoryResults: [find.id],
    });
    expect(judged(holding(exporter, [...before.slice(0, 3), objection]), opened)).toEqual([]);
    expect(codes(judged(holding(importer, [...before, other]), elsewhere))).toEqual([
      'case-inspection-unknown',
      'result-of-another',
    ]);
  });

  it('changes neither the certificate nor any register or account', () => {
    const rows = (institution: Institution) =>
      institution.all().filter(({ table, key }) => table !== 'subject' || key === certificate.id);
    expect(rows(holding(exporter, before))).toEqual(rows(holding(exporter, before.slice(0, 3))));
  });
});

interface Act {
  readonly who: string;
  readonly pick: number;
  /** Records of the other service that arrive first. */
  readonly arrive: number;
}

const parties = [exporter, importer];

/** Plays acts in turn by what each service holds; records arrive in the order of their channel. */
function play(
  acts: readonly Act[],
): ReadonlyMap<string, { readonly holder: Institution; readonly sent: TestRecord[] }> {
  const sides = new Map(parties.map((id) => [id, { holder: holding(id, before), sent: [] as TestRecord[], got: 0 }]));
  const side = (id: string) => sides.get(id) as { holder: Institution; sent: TestRecord[]; got: number };
  const receive = (id: string, count: number) => {
    const [own, other] = [side(id), side(parties.find((one) => one !== id) ?? '')];
    for (const record of other.sent.slice(own.got, own.got + count)) own.holder.take(record);
    own.got = Math.min(other.sent.length, own.got + count);
  };
  for (const { who, pick, arrive } of acts) {
    receive(who, arrive);
    const { holder, sent } = side(who);
    const row = holder.row('subject', opened.id);
    const by = who === importer ? 'issuer' : 'recipient';
    const open = caseLifeCycle.transitions.filter((one) => one.from === row?.state && one.by === by);
    const chosen = open[pick % Math.max(1, open.length)];
    if (chosen === undefined || row === undefined) continue;
    const to = [exporter, importer, customs].filter((id) => id !== who);
    const type = by === 'issuer' ? 'case-ruling' : 'case-reply';
    const claims = { kind: chosen.event, cause: '-', measures: '-', text: '-' };
    const record = say(who, to, type, claims, opened.id, heads(row.events));
    expect(judged(holder, record).filter(({ severity }) => severity === 'refuse')).toEqual([]);
    holder.take(record);
    sent.push(record);
  }
  for (const id of parties) receive(id, acts.length);
  return sides;
}

const acts = fc.array(fc.record({ who: fc.constantFrom(...parties), pick: fc.nat(9999), arrive: fc.nat(3) }), {
  maxLength: 16,
});

describe('whatever two services say in a case', () => {
  it('both see the same, and so does who gets it all later in another order', () => {
    fc.assert(
      fc.property(acts, fc.boolean(), (said, importerFirst) => {
        const sides = play(said);
        const [one, other] = parties.map((id) => sides.get(id));
        expect(one?.holder.published()).toBe(other?.holder.published());
        const late = [one?.sent ?? [], other?.sent ?? []];
        const third = holding(customs, [...before, ...(importerFirst ? late.toReversed() : late).flat()]);
        expect(third.published()).toBe(one?.holder.published());
        const outcomes = one?.holder.row('subject', opened.id)?.events.map(({ outcome }) => outcome);
        expect(outcomes).not.toContain('out-of-turn');
      }),
      { numRuns: 60 },
    );
  });
});
