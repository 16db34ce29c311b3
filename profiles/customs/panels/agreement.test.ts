/** What the screen calls agreed no rule refuses or warns of, and the other way round, however a truck comes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Finding } from '../../../kernel/finding.ts';
import type { Tone } from '../../../kernel/panel.ts';
import { customs } from '../profile.ts';
import { type Scene, sceneOf } from '../testing/scenes.ts';
import { decision, facts, now, self, vector } from '../testing/situations.ts';
import { actionsOf } from './actions.ts';
import { checksOf } from './checks.ts';
import { situationOf } from './situation.ts';
import { teller } from './told.ts';

const told = teller('en');
const situated = ({ shown, followUps, view }: Scene) => situationOf(shown, followUps, view, now);
const checksIn = (scene: Scene) => checksOf(situated(scene), told);
const actionsIn = (scene: Scene) => actionsOf(situated(scene), told);

/** The check that shows what a finding of a recognition is about. */
const shownBy: readonly (readonly [pattern: RegExp, label: string])[] = [
  [/^means-/, 'Means of transport'],
  [/^seal(ed)?-/, 'Seals'],
  [/^weight-/, 'Gross weight'],
  [/^control-.* K-/, 'Control of the sending side'],
  [/^control-result-missing/, 'Control of the sending side'],
  [/^control-.* R-/, 'Control of the receiving side'],
  [/^(consignor|consignee|carrier|participant)-/, 'Participants'],
  [/^goods-/, 'Goods'],
  [/^certificate-/, 'Plant-health certificates'],
  [/^(invoice|phytosanitary|veterinary)-missing/, 'Documents'],
  [/^manifest-was-late/, 'Advance notice'],
  [/^lane-/, 'Our lane'],
  [/^office-closed/, 'Office'],
];

const labelOf = ({ code, detail = {} }: Finding): string =>
  shownBy.find(([pattern]) => pattern.test(`${code} ${detail['number'] ?? ''}`))?.[1] ?? code;

function findingsOf(type: string, claims: JsonObject, { subject, view }: Scene): readonly Finding[] {
  const statement = { type, issuer: self, to: vector.to, claims, time: now, subject };
  const found = (customs.types[type]?.rules ?? []).flatMap((rule) => rule.check(statement, view));
  return found.filter(({ severity }) => severity !== 'inform');
}

function againstPassing(scene: Scene): readonly Finding[] {
  const lane = scene.shown.selected?.['lanes']?.outcome ?? 'green';
  const claims = { decision: 'full', lane, ground: 'none', release: true, office: scene.office };
  return findingsOf('recognition', claims, scene);
}

const releaseIn = (scene: Scene) => actionsIn(scene).find(({ claims }) => claims['kind'] === 'release');
const againstRelease = (scene: Scene) => findingsOf('manifest-disposition', releaseIn(scene)?.claims ?? {}, scene);

function agrees(tone: Tone, found: readonly Finding[]): boolean {
  if (tone === 'good') return found.length === 0;
  return tone === 'attention' ? found.length > 0 : found.every(({ severity }) => severity !== 'refuse');
}

test('a check is good where no rule speaks, asks for attention where one does, and is unknown where none refuses', () => {
  fc.assert(
    fc.property(facts, (one) => {
      const scene = sceneOf(one);
      const found = againstPassing(scene);
      const checks = checksIn(scene);
      expect(found.filter((each) => checks.every(({ label }) => label !== labelOf(each)))).toEqual([]);
      const wrong = checks.filter(({ label, tone }) => {
        const shown = found.filter((each) => labelOf(each) === label);
        return !agrees(tone, shown);
      });
      expect({ wrong, found }).toEqual({ wrong: [], found });
    }),
    { numRuns: 500 },
  );
});

test('one press passes what no rule speaks against, all of that, and nothing of which something is unknown', () => {
  fc.assert(
    fc.property(facts, (one) => {
      const scene = sceneOf(one);
      const actions = actionsIn(scene);
      expect(actions.filter(({ main }) => main).length).toBeLessThanOrEqual(1);
      const checks = checksIn(scene);
      const unknown = new Set(checks.filter(({ tone }) => tone === 'unknown').map(({ label }) => label));
      const found = againstPassing(scene);
      const passes = actions.some(({ claims }) => claims['release'] === true);
      expect({ passes, found }).toEqual({ passes: unknown.size === 0 && found.length === 0, found });
      // What is expected is not refused, and warned of only for what is unknown.
      for (const action of actions.filter(({ main, ready, type }) => main && ready && type === 'recognition')) {
        const against = findingsOf('recognition', action.claims, scene);
        expect(against.filter((each) => each.severity === 'refuse' || !unknown.has(labelOf(each)))).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

test('a release is expected exactly where no rule warns of it', () => {
  fc.assert(
    fc.property(facts, decision, (one, decided) => {
      const scene = sceneOf(one, decided);
      expect(actionsIn(scene).filter(({ main }) => main).length).toBeLessThanOrEqual(1);
      const expected = releaseIn(scene)?.main ?? false;
      const found = againstRelease(scene);
      expect({ expected, found }).toEqual({ expected: found.length === 0, found });
    }),
    { numRuns: 500 },
  );
});

test('nothing agrees for want of a case: every check, and every finding of a release, comes about', () => {
  const seed = { seed: 20_261_122, numRuns: 1500 };
  const checks = fc.sample(facts, seed).flatMap((one) => checksIn(sceneOf(one)));
  const labels = [...new Set(shownBy.map(([, label]) => label))];
  for (const label of labels) {
    const tones = new Set(checks.filter((one) => one.label === label).map(({ tone }) => tone));
    expect({ label, tones: tones.has('attention') }).toEqual({ label, tones: true });
  }
  expect(labels.filter((label) => !checks.some((one) => one.label === label && one.tone === 'good'))).toEqual([
    'Office',
  ]);
  const released = fc.sample(fc.tuple(facts, decision), seed).map(([one, decided]) => sceneOf(one, decided));
  const codes = new Set(released.flatMap((scene) => againstRelease(scene).map(({ code }) => code)));
  expect([...codes].sort()).toEqual([
    ...['certificate-frozen', 'certificate-line-missing', 'certificate-not-held', 'certificate-not-open'],
    ...['certificate-other-goods', 'certificate-shared', 'certificate-short', 'certificate-uncovered'],
    ...[
      'certificate-unnamed',
      'certificate-used-up',
      'control-not-replaced',
      'lane-lacks-documents',
      'lane-lacks-inspection',
    ],
    ...['office-closed', 'released-uncontrolled', 'released-with-discrepancy'],
  ]);
  expect(released.some((scene) => againstRelease(scene).length === 0)).toBe(true);
  const passing = new Set(
    fc.sample(facts, seed).flatMap((one) => againstPassing(sceneOf(one)).map(({ code }) => code)),
  );
  expect(passing).toContain('control-taken-back');
  expect(fc.sample(facts, seed).some((one) => againstPassing(sceneOf(one)).length === 0)).toBe(true);
});
