/** A situation by its facts, twice: the records that an officer's screen is drawn from, and the rows that rules ask. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { ShownRecord } from '../../../kernel/panel.ts';
import type { Subject, View } from '../../../kernel/statement.ts';
import { type VectorView, vectorView } from '../../../kernel/testing/vector-view.ts';
import type { ControlResult, Recognition } from '../claims/control.ts';
import type { Arrival } from '../claims/follow-ups.ts';
import type { Manifest } from '../claims/manifest.ts';
import { massScale } from '../mass.ts';
import {
  type DecisionFacts,
  type Facts,
  minute,
  now,
  plain,
  plainArrival,
  plainResult,
  self,
  sender,
  vector,
} from './situations.ts';

type Row = NonNullable<VectorView['registers']>[number];

const iso = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

export interface Scene {
  readonly shown: ShownRecord;
  readonly followUps: readonly ShownRecord[];
  readonly view: View;
  readonly subject: Subject;
  readonly office: string;
}

/** The truck came ten minutes ago; each arrival was stated a minute after the one before. */
const cameAt = now - 10 * minute;

export function sceneOf(told: Facts, decided?: DecisionFacts): Scene {
  const state = decided === undefined ? 'arrived' : decided.decision === 'none' ? 'recontrolled' : 'recognised';
  const about = told.certificates?.replaced ? 'b'.repeat(64) : undefined;
  const subject: Subject = {
    ...vector.subject,
    state,
    claims: manifestOf(told) as unknown as JsonObject,
    time: cameAt - told.sentAhead * minute,
    ...(about !== undefined && { about }),
  };
  const follow = (type: string, issuer: string, time: number, claims: object): ShownRecord => ({
    ...shown,
    id: `${type} ${time} ${JSON.stringify(claims)}`,
    type,
    issuer,
    time,
    claims: claims as JsonObject,
    state: 'effective',
  });
  const lane = told.lane && { lanes: { outcome: told.lane, ground: 'none', at: now, rerouted: [] } };
  const shown: ShownRecord = {
    ...subject,
    profile: 'customs',
    direction: 'received',
    self,
    ...(lane && { selected: lane }),
  };
  const number = plain.number;
  const rows: Row[] = registersOf(told);
  const followUps: ShownRecord[] = [];
  const arrivals = told.arrivals.map((one, place) => [cameAt + place * minute, arrivalOf(one)] as const);
  for (const [time, claims] of arrivals) {
    const stated = follow('manifest-arrival', self, time, claims);
    followUps.push(stated);
    const key = [self, sender, number, new Date(time).toISOString()];
    rows.push({ name: 'manifest-arrival', key, value: claims as unknown as JsonObject, record: stated.id });
  }
  const sent: readonly (ResultFacts | undefined)[] = told.sent ?? [undefined];
  const results = [
    ...sent.map((one, place) => ['sending', one, `K-${numberOf(sent, place)}`] as const),
    ...told.found.map((one, place) => ['receiving', one, `R-${numberOf(told.found, place)}`] as const),
  ];
  for (const [side, one, name] of results) {
    const claims = one === undefined ? plainResult : resultOf(one, side, name);
    const issuer = side === 'sending' ? sender : self;
    const time = one === undefined ? now - 300 * minute : now - one.told * minute;
    const stated = follow('control-result', issuer, time, claims);
    followUps.push(stated);
    const value = { ...claims, stated: new Date(time).toISOString() };
    rows.push({
      name: 'control-result',
      key: [issuer, sender, number, claims.number, value.stated],
      value: value as unknown as JsonObject,
      record: stated.id,
    });
  }
  if (decided !== undefined) {
    const time = now - decided.at * minute;
    const claims = recognitionOf(decided);
    followUps.push(follow('recognition', self, time, claims));
    const value = { ...claims, decided: new Date(time).toISOString() } as unknown as JsonObject;
    rows.push({ name: 'manifest-recognition', key: [self, sender, number], value });
  }
  const held = { ...certificateRows(told, about ?? subject.id, rows), records: papersHeld(told) };
  const times = new Map(followUps.map(({ id, time }) => [id, time]));
  const view: View = {
    ...vectorView({ ...held, registers: rows }, massScale),
    comesAfter: (later, earlier) => (times.get(earlier) ?? 0) <= (times.get(later) ?? 0),
  };
  return { shown, followUps, view, subject, office: plainArrival.office };
}

function manifestOf({ split, papers, named: isNamed }: Facts): Manifest {
  const [line] = plain.lines;
  if (line === undefined) throw new TypeError('the vector has a line');
  const { certificate, ...goods } = line;
  const whole = isNamed && papers !== undefined ? { ...goods, certificate } : goods;
  const half = { ...whole, net: { value: '9000', unit: 'KGM' }, gross: { value: '9600', unit: 'KGM' } };
  const { documents: _, ...rest } = plain;
  return {
    ...rest,
    lines: (split ? [half, { ...half, sequence: 2 }] : [whole]) as Manifest['lines'],
    ...(papers && { documents: papers }),
  };
}

function arrivalOf({ seals, trailer, another, gross }: Facts['arrivals'][number]): Arrival {
  const { gross: _, ...rest } = plainArrival;
  const [vehicle, second] = plainArrival.means;
  const means = [
    ...(vehicle ? [vehicle] : []),
    ...(second && trailer ? [{ ...second, seals }] : []),
    ...(another ? [{ number: '10-CC-900', seals: [] }] : []),
  ];
  return { ...rest, time: iso(cameAt), means, ...(gross && { gross }) };
}

type ResultFacts = Facts['found'][number];

const numberOf = (results: readonly (ResultFacts | undefined)[], place: number): number =>
  place > 0 && results[place]?.again ? numberOf(results, place - 1) : place;

function resultOf(one: ResultFacts, side: ControlResult['side'], number: string): ControlResult {
  const { lines: _, seals: __, gross: ___, radiation: ____, validUntil: _____, ...rest } = plainResult;
  const end = now - one.ended * minute;
  const [before = [], after = []] = one.seals ?? [];
  return {
    ...rest,
    number,
    side,
    result: one.result,
    controls: one.controls,
    started: iso(end - minute),
    ended: iso(end),
    ...(one.seals && { seals: [{ means: '10-BB-417', before, after, state: 'good' as const }] }),
    ...(one.gross && { gross: one.gross }),
    ...(one.radiation && { radiation: one.radiation }),
    ...(one.validUntil !== undefined && { validUntil: iso(now - one.validUntil * minute) }),
  };
}

function recognitionOf({ decision: decided, controls, lane }: DecisionFacts): Recognition {
  return {
    decision: decided,
    ...(decided === 'part' && { controls }),
    ...(decided !== 'full' && { reasons: [{ code: 'national-risk' }] }),
    lane,
    ground: 'officer',
    office: plainArrival.office,
  };
}

const told = new Set(['operator', 'weight-tolerance', 'project-goods', 'customs-office']);

function registersOf({ operators, inProject, permille, lead, closed }: Facts): Row[] {
  const parties = ['AZ-0017', 'RU00171', 'AZ-0101'];
  return vector.view.registers
    .filter(({ name }) => told.has(name))
    .flatMap((row): Row[] => {
      const value = row.value as JsonObject;
      switch (row.name) {
        case 'operator': {
          const facts = operators?.[parties.indexOf(row.key[1] ?? '')];
          if (facts === undefined) return [row];
          const { state, other, id } = facts;
          const [own = ''] = row.key;
          const elsewhere = [own === self ? sender : self, row.key[1] ?? ''];
          return [
            ...(state === undefined ? [] : [{ ...row, value: { ...value, state, ...(id && { id }) } }]),
            ...(other === undefined ? [] : [{ ...row, key: elsewhere, value: { ...value, state: other } }]),
          ];
        }
        case 'weight-tolerance':
          return permille === undefined ? [] : [{ ...row, value: { ...value, permille } }];
        case 'project-goods':
          return inProject ? [row] : [];
        default:
          return [
            {
              ...row,
              value: {
                ...value,
                lead: lead === undefined ? {} : { '3': lead },
                ...(closed && { until: '2026-10-01' }),
              },
            },
          ];
      }
    });
}

/** Also puts the declarations of this manifest into `rows`. */
function certificateRows({ certificates }: Facts, id: string, rows: Row[]): Pick<VectorView, 'offered' | 'accounts'> {
  const { held = true, line = true, open = true, frozen = false, codes = ['070200'] } = certificates ?? {};
  const { credited = 18_000, own = 18_000, others = 0 } = certificates ?? {};
  const [offered] = vector.view.offered;
  const [opened] = offered?.accounts ?? [];
  const [account] = vector.view.accounts;
  if (!held || offered === undefined || opened === undefined || account === undefined) return {};
  for (const row of own === 0 ? [] : vector.view.registers) {
    if (row.name === 'manifest-write-off') rows.push({ ...row, key: [self, id, row.key[2] ?? ''] });
    if (row.name !== 'write-off') continue;
    const value = structuredClone(row.value) as { manifest: string; lines: { reserved: { value: string } }[] };
    value.manifest = id;
    for (const one of value.lines) one.reserved.value = String(own);
    rows.push({ ...row, value: value as unknown as JsonObject });
  }
  const debited = String(own + others);
  return {
    offered: [{ ...offered, open, accounts: line ? [{ ...opened, codes }] : [] }],
    accounts: [{ ...account, credited: String(credited), debited, frozen, byMovement: { reserved: debited } }],
  };
}

const papersHeld = ({ certificates }: Facts): NonNullable<VectorView['records']> =>
  certificates?.held === false
    ? []
    : [{ id: 'c'.repeat(64), type: 'certificate', issuer: 'az.afsa', to: [], claims: {}, state: 'issued' }];
