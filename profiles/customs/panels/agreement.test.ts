/** What the screen calls agreed is what the rules let pass, however a truck comes. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { ShownRecord } from '../../../kernel/panel.ts';
import type { Subject } from '../../../kernel/statement.ts';
import { type VectorView, vectorView } from '../../../kernel/testing/vector-view.ts';
import type { ControlResult } from '../claims/control.ts';
import type { Arrival } from '../claims/follow-ups.ts';
import { massScale } from '../mass.ts';
import { customs } from '../profile.ts';
import { checksOf } from './checks.ts';
import { situationOf } from './situation.ts';
import { teller } from './told.ts';

interface Vector {
  readonly time: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  readonly subject: Omit<Subject, 'time'> & { readonly time: string };
  readonly view: Required<Pick<VectorView, 'registers'>>;
}
const vector = JSON.parse(
  readFileSync(new URL('../vectors/valid/recognition-with-release.json', import.meta.url), 'utf8'),
) as Vector;
const now = Date.parse(vector.time);
const subject: Subject = { ...vector.subject, time: Date.parse(vector.subject.time) };
const rowOf = (name: string) => vector.view.registers.find((row) => row.name === name)?.value;
const result = rowOf('control-result') as unknown as ControlResult;
const arrival = rowOf('manifest-arrival') as unknown as Arrival;

const seal = fc.constantFrom('AZ 118845', 'az-118845', 'AZ118845', 'ZZ 1', 'ZZ-1');
const seals = fc.uniqueArray(seal, { maxLength: 3 });
const instant = fc
  .integer({ min: -6 * 60, max: 60 })
  .map((minutes) => `${new Date(Date.parse(arrival.time) + minutes * 60_000).toISOString().slice(0, 19)}Z`);
const weight = fc.integer({ min: 18_500, max: 20_000 }).map((kg) => ({ value: String(kg), unit: 'KGM' }));
const cases = fc.record({
  arrived: fc.record({
    found: fc.array(fc.record({ number: seal, state: fc.constantFrom('good' as const, 'bad' as const) }), {
      maxLength: 3,
    }),
    trailer: fc.boolean(),
    gross: fc.option(weight, { nil: undefined }),
  }),
  sent: fc.array(
    fc.record({
      after: fc.option(seals, { nil: undefined }),
      ended: instant,
      result: fc.constantFrom('A1' as const, 'A2' as const, 'A5' as const, 'B1' as const),
      validUntil: fc.option(instant, { nil: undefined }),
    }),
    { maxLength: 3 },
  ),
});

test('is agreed on the screen exactly where no rule refuses recognition in full', () => {
  fc.assert(
    fc.property(cases, ({ arrived, sent }) => {
      const { gross: _, ...rest } = arrival;
      const [vehicle, trailer] = arrival.means;
      const came: Arrival = {
        ...rest,
        means: [
          ...(vehicle ? [vehicle] : []),
          ...(trailer && arrived.trailer ? [{ ...trailer, seals: arrived.found }] : []),
        ],
        ...(arrived.gross && { gross: arrived.gross }),
      };
      const results = sent.map(({ after, validUntil, ...one }, place): ControlResult => {
        const { seals: stated = [], validUntil: __, ...plain } = result;
        const number = `K-${place}`;
        const put = after === undefined ? [] : stated.map((each) => ({ ...each, after }));
        return { ...plain, ...one, number, ...(put.length > 0 && { seals: put }), ...(validUntil && { validUntil }) };
      });
      expect(agreed(came, results)).toEqual(notRefused(came, results));
    }),
    { numRuns: 500 },
  );
});

function agreed(came: Arrival, results: readonly ControlResult[]) {
  const shown: ShownRecord = {
    ...subject,
    profile: 'customs',
    direction: 'received',
    self: 'ru.fts',
    state: 'arrived',
  };
  const follow = (type: string, claims: object, issuer: string): ShownRecord => ({
    ...shown,
    type,
    issuer,
    claims: claims as JsonObject,
    state: 'effective',
  });
  const followUps = [
    ...results.map((one) => follow('control-result', one, subject.issuer)),
    follow('manifest-arrival', came, 'ru.fts'),
  ];
  const situation = situationOf(shown, followUps, viewWith(came, results), now);
  const told = checksOf(situation, teller('en'));
  const isBad = (label: string) => told.find((check) => check.label === label)?.tone === 'attention';
  return {
    seals: !isBad('Seals'),
    weight: !isBad('Gross weight'),
    control: !isBad('Control of the sending side') && results.length > 0,
  };
}

function notRefused(came: Arrival, results: readonly ControlResult[]) {
  const { to, claims } = vector;
  const statement = { type: 'recognition', issuer: 'ru.fts', to, claims, time: now, subject };
  const view = viewWith(came, results);
  const refused = (customs.types['recognition']?.rules ?? [])
    .flatMap((rule) => rule.check(statement, view))
    .filter(({ severity }) => severity === 'refuse')
    .map(({ code }) => code);
  const none = (...codes: readonly string[]) => !codes.some((code) => refused.includes(code));
  return {
    seals: none('seal-absent', 'seal-not-stated', 'seal-bad'),
    weight: none('weight-outside'),
    control: none('control-result-missing', 'control-result-adverse', 'control-result-expired'),
  };
}

function viewWith(came: Arrival, results: readonly ControlResult[]) {
  const others = vector.view.registers.filter(({ name }) => name !== 'manifest-arrival' && name !== 'control-result');
  const number = subject.claims['number'] as string;
  const rows = [
    { name: 'manifest-arrival', key: ['ru.fts', subject.issuer, number], value: came as unknown as JsonObject },
    ...results.map((one) => ({
      name: 'control-result',
      key: [subject.issuer, subject.issuer, number, one.number],
      value: one as unknown as JsonObject,
    })),
  ];
  return vectorView({ registers: [...others, ...rows] }, massScale);
}
