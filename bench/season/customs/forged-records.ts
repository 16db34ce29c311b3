/** What senders with a customs service's real keys and no scruples put on its channels after the honest year. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { clientOf } from '../../../test/corridor.ts';
import { RogueSender } from '../../../test/rogue-sender.ts';
import type { SeasonClock } from '../clock.ts';
import { exporter, importer, receivingCustoms, sendingCustoms } from '../figures.ts';
import type { Forgery } from '../forgery.ts';
import { idOf, leftBehind, refusalsAt } from '../left-behind.ts';
import { recognition } from './claims-border.ts';
import { manifest, sendingControl } from './claims-manifest.ts';
import { leavingOut, massesOf, positionOf, reserveAll } from './forged-at-desk.ts';
import type { LateCourse } from './late-courses.ts';

interface Planted {
  readonly kind: string;
  readonly code: string;
  readonly records: readonly string[];
  readonly expected?: number;
}

interface Rogue {
  record(
    type: string,
    claims: JsonObject,
    about?: { readonly after: readonly string[]; readonly id: string },
  ): Promise<string>;
  /** Sends all in one batch and tells what became of them. */
  send(planted: readonly Planted[]): Promise<Forgery[]>;
}

async function rogueOf(
  data: string,
  clock: SeasonClock,
  [from, to]: readonly [string, string],
  recipients: readonly string[],
): Promise<Rogue> {
  const left = await leftBehind(data, from, to);
  const sender = await RogueSender.of(data, from, to, { held: left.log, now: clock.now });
  const basis = await left.basis();
  await left.close();
  return {
    record: (type, claims, about) =>
      sender.record({
        profile: 'customs',
        type,
        claims,
        exchange: { basis, to: [...recipients].sort(), ...(about && { about }) },
      }),
    async send(planted) {
      const sent = await sender.send({ records: planted.flatMap(({ records }) => records) });
      if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
      const refusals = await refusalsAt(await clientOf(data, to));
      return planted.map(({ kind, code, records, expected = records.length }) => ({
        kind,
        code,
        planted: expected,
        refused: records.filter((jws) => refusals.get(idOf(jws))?.includes(code)).length,
      }));
    },
  };
}

/** The same signature under other claims. */
function altered(jws: string, alter: (claims: string) => string): string {
  const [head, payload, signature] = jws.split('.') as [string, string, string];
  const text = alter(Buffer.from(payload, 'base64url').toString());
  return [head, Buffer.from(text).toString('base64url'), signature].join('.');
}

/** By the sending service, to the receiving customs and the importing service. */
export async function forgedBySending(
  data: string,
  clock: SeasonClock,
  late: readonly LateCourse[],
): Promise<Forgery[]> {
  const [first] = late as [LateCourse, ...LateCourse[]];
  const { course, certificate } = first;
  const customs = await rogueOf(data, clock, [sendingCustoms, receivingCustoms], [receivingCustoms]);
  const again = { ...course, lot: { ...course.lot, index: course.lot.index + 70 } };
  const numbered = (of: typeof course) => manifest(of, { series: 1, certificate, operator: undefined });
  const fresh = await customs.record('manifest', numbered(again));
  const control = await customs.record('control-result', sendingControl(again, course.days.manifest), {
    after: [],
    id: idOf(fresh),
  });
  const other = await customs.record(
    'control-result',
    { ...sendingControl(again, course.days.manifest), number: 'AZ-K-26-X' },
    { after: [idOf(control)], id: idOf(fresh) },
  );
  const wrong = await customs.record('recognition', recognition(course), { after: [idOf(control)], id: idOf(fresh) });
  const reused = await customs.record('manifest', numbered(course));
  const service = await rogueOf(data, clock, [sendingCustoms, importer], [exporter, importer]);
  const foreign = await service.record('write-off', reserveAll(late[1] as LateCourse, 4));
  return [
    ...(
      await customs.send([
        { kind: 'manifest and control that are as they should be', code: '', records: [fresh, control], expected: 0 },
        {
          kind: 'control result changed after signing',
          code: 'record.bad-signature',
          records: [altered(other, (claims) => claims.replace('"result":"A1"', '"result":"A3"'))],
        },
        { kind: 'recognition by the side that sent', code: 'rule.broken', records: [wrong] },
        { kind: 'reused manifest number', code: 'number-used', records: [reused] },
      ])
    ).slice(1),
    ...(await service.send([
      { kind: 'write-off by the other customs', code: 'ledger.not-debiter', records: [foreign] },
    ])),
  ];
}

/** By the receiving customs, to the service that certified. */
export async function forgedByReceiving(
  data: string,
  clock: SeasonClock,
  late: readonly LateCourse[],
): Promise<Forgery[]> {
  const [, above, partly, , sealed, heavy] = late as readonly LateCourse[];
  const rogue = await rogueOf(data, clock, [receivingCustoms, exporter], [exporter, importer]);
  const alone = await rogueOf(data, clock, [receivingCustoms, exporter], [exporter]);
  const takes = (claims: JsonObject) => rogue.record('write-off', claims);
  const more = massesOf(above as LateCourse).map((mass) => mass + 1);
  const greedy = positionOf(above as LateCourse, {
    declaration: 5,
    act: 'reserve',
    reserved: more,
    consumed: more.map(() => 0),
  });
  return rogue.send([
    { kind: 'reservation above the line', code: 'ledger.insufficient', records: [await takes(greedy)] },
    {
      kind: 'two reservations of one certificate in one batch',
      code: 'ledger.insufficient',
      records: [await takes(reserveAll(sealed as LateCourse, 6)), await takes(reserveAll(sealed as LateCourse, 7))],
      expected: 1,
    },
    {
      kind: 'position that leaves a line out',
      code: 'line-left-out',
      records: [await takes(leavingOut(reserveAll(partly as LateCourse, 1)))],
    },
    {
      kind: 'write-off that the importing service is not told',
      code: 'rule.broken',
      records: [await alone.record('write-off', reserveAll(heavy as LateCourse, 8))],
    },
  ]);
}
