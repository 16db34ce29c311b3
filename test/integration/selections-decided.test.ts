/** A record that decides states under what: stricter than what holds is a re-route by itself, milder is refused. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from '../../server/tokens.ts';
import {
  acting,
  at,
  audited,
  chosen,
  corridor,
  desk,
  file,
  folder,
  found,
  hour,
  later,
  place,
  ru,
  send,
} from '../choosing-corridor.ts';
import { enrol } from '../officers.ts';

beforeAll(async () => {
  await found();
  const settings = { heavy: 50, random: 0 };
  await (await at('supervisor')).call(`${place}/settings`, 'PUT', { revision: 1, settings, reason: 'Summer' });
  await acting(await at('supervisor'), 2);
});
afterAll(() => corridor.end());

const accept = (about: string, claims: object) =>
  ru.post('/api/records', { profile: 'parcel', type: 'acceptance', to: ['az.afsa'], claims, about });
const choiceOf = async (id: string) => chosen(await at('border-officer'), id);
const reroute = async (id: string, outcome: string, reason: string) => {
  const path = `/api/desk/records/${id}/selections/parcel/opened/reroutes`;
  return (await at('border-officer')).call(path, 'POST', { outcome, reason });
};

test('what holds is stated: nothing changes', async () => {
  const id = await send('D-1', 60);
  expect((await choiceOf(id)).outcome).toBe('open');
  expect((await accept(id, { outcome: 'open', ground: 'rule' })).status).toBe(201);
  expect((await choiceOf(id)).rerouted).toEqual([]);
});

test('nothing is stated: nothing changes', async () => {
  const id = await send('D-2', 60);
  await choiceOf(id);
  expect((await accept(id, {})).status).toBe(201);
  expect((await choiceOf(id)).rerouted).toEqual([]);
});

test('a stricter outcome is a re-route from the record, once, also after restarts', async () => {
  const id = await send('D-3', 1);
  expect((await choiceOf(id)).outcome).toBe('pass');
  const answer = await accept(id, { outcome: 'open', ground: 'officer', reason: 'Odd seal' });
  const expected = [{ outcome: 'open', reason: 'Odd seal', at: answer.body.time, role: '' }];
  expect((await choiceOf(id)).rerouted).toEqual(expected);
  await corridor.stop('RU');
  await corridor.start('RU');
  await desk().selections.takeUp();
  expect((await choiceOf(id)).rerouted).toEqual(expected);
});

test('it is told who decided, also where it was not issued at the desk', async () => {
  const id = await send('D-officer', 1);
  await choiceOf(id);
  const { service } = desk().ground;
  const signatory = await enrol(service, 'az.afsa', 'Aylin');
  const { officer } = signatory;
  const claims = { outcome: 'open', reason: 'Odd' };
  const draft = { profile: 'parcel', type: 'acceptance', to: ['az.afsa'], claims, about: id, annexes: [] };
  const prepared = await service.prepare(draft);
  if (!('id' in prepared)) throw new Error(JSON.stringify(prepared));
  await service.issuePrepared(prepared.id, [signatory.approves(prepared)]);
  await desk().selections.takeUp();
  const rows = await desk()
    .ground.desk.db.selectFrom('selection_reroute')
    .selectAll()
    .where('record', '=', id)
    .execute();
  expect(rows).toMatchObject([{ n: 1, decided: prepared.id, officer, outcome: 'open', at: prepared.time }]);
});

test('an officer’s decision is judged when it is prepared and when it is approved, and bears the officer', async () => {
  const { demonstration, people, signing, ground } = desk();
  await demonstration.enrol();
  const all = await people.all();
  const person = all.find((one) => one.demonstration && one.roles.includes('border-officer'));
  if (!person) throw new Error('nobody is at the border');
  const id = await send('D-approved', 1);
  expect((await choiceOf(id)).outcome).toBe('pass');
  const draft = (outcome: string) => {
    const claims = { outcome, reason: 'Odd' };
    return { profile: 'parcel', type: 'acceptance', to: ['az.afsa'], claims, about: id, annexes: [] };
  };
  const prepare = async (outcome: string) => {
    const shown = await signing.prepare(person, draft(outcome));
    return 'prepared' in shown ? shown.prepared.id : shown;
  };
  const overtaken = await prepare('pass');
  expect((await reroute(id, 'open', 'Smells')).status).toBe(201);
  const finding = { code: 'selection.milder-stated', path: '/outcome' };
  const barred = await signing.approve(person, String(overtaken), { demonstration: true });
  expect(barred).toMatchObject({ barred: { findings: [finding] } });
  expect(await signing.approve(person, String(overtaken), { demonstration: true })).toMatchObject({
    code: 'approval.expired',
  });
  expect(await prepare('pass')).toMatchObject({ findings: [finding] });
  expect((await reroute(id, 'pass', 'Aired')).status).toBe(201);
  const signed = await signing.approve(person, String(await prepare('open')), { demonstration: true });
  if (!('record' in signed)) throw new Error(JSON.stringify(signed));
  const rows = await ground.desk.db
    .selectFrom('selection_reroute')
    .select(['n', 'outcome', 'person', 'officer', 'role', 'decided'])
    .where('record', '=', id)
    .orderBy('n')
    .execute();
  const { id: who, officer } = person;
  const by = { person: who, officer, role: 'border-officer' };
  expect(rows).toHaveLength(3);
  expect(rows[2]).toEqual({ n: 3, outcome: 'open', ...by, decided: signed.record.id });
});

test('a milder outcome is refused, when drafted and when issued, until somebody has chosen it with a reason', async () => {
  const id = await send('D-4', 60);
  expect((await choiceOf(id)).outcome).toBe('open');
  const claims = { outcome: 'pass', ground: 'none' };
  const draft = { profile: 'parcel', type: 'acceptance', to: ['az.afsa'], claims, about: id };
  const finding = { code: 'selection.milder-stated', severity: 'refuse', path: '/outcome' };
  const checked = await ru.post('/api/records/check', draft);
  expect(checked.body.findings).toMatchObject([finding]);
  const refused = await accept(id, claims);
  expect([refused.status, refused.body.code]).toEqual([422, 'selection.milder-stated']);
  expect(refused.body.findings).toMatchObject([finding]);
  const followed = await ru.post(`/api/records/${id}/follow-ups`, { type: 'acceptance', claims });
  expect(followed.body.code).toBe('selection.milder-stated');
  expect((await reroute(id, 'pass', 'Looked into')).status).toBe(201);
  expect((await ru.post('/api/records/check', draft)).body.findings).toEqual([]);
  expect((await accept(id, claims)).status).toBe(201);
  expect((await choiceOf(id)).rerouted).toMatchObject([{ outcome: 'pass', reason: 'Looked into' }]);
});

test('a program that only reads is not told what a record was chosen for', async () => {
  const id = await send('D-read', 60);
  expect((await choiceOf(id)).outcome).toBe('open');
  const { records, now } = desk().ground;
  const token = await createToken(records, 'Screen', ['read'], now());
  const claims = { outcome: 'pass', ground: 'none' };
  const response = await fetch(`${ru.server}/api/records/check`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ profile: 'parcel', type: 'acceptance', to: ['az.afsa'], claims, about: id }),
  });
  expect(response.status).toBe(200);
  expect(await response.text()).not.toContain('selection.');
});

test('what is asked again under its key is answered, not judged', async () => {
  const id = await send('D-key', 1);
  await choiceOf(id);
  const draft = { profile: 'parcel', type: 'acceptance', to: ['az.afsa'], claims: { outcome: 'pass' }, about: id };
  const once = () => ru.post('/api/records', draft, { 'idempotency-key': 'once' });
  const first = await once();
  expect(first.status).toBe(201);
  expect((await reroute(id, 'open', 'Second thoughts')).status).toBe(201);
  const again = await once();
  expect([again.status, again.body.id]).toEqual([200, first.body.id]);
});

test('a re-route and a decision at once never leave a milder decision behind', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await send(`D-race-${round}`, 1);
    await choiceOf(id);
    const [{ status }, decided] = await Promise.all([
      reroute(id, 'open', 'Odd'),
      accept(id, { outcome: 'pass', ground: 'none' }),
    ]);
    expect(status).toBe(201);
    const { rerouted } = await choiceOf(id);
    expect(rerouted).toHaveLength(1);
    const stated = await desk()
      .ground.desk.db.selectFrom('selection_stated')
      .select('after')
      .where('record', '=', id)
      .execute();
    expect(stated).toEqual(decided.status === 201 ? [{ after: 0 }] : []);
  }
});

test('what nothing was chosen for is decided under whatever', async () => {
  const claims = { outcome: 'pass' };
  const draft = { profile: 'parcel', type: 'acceptance', to: [], claims, annexes: [], about: '0'.repeat(64) };
  expect(await desk().selections.deciding.judged(draft)).toBe(draft);
});

test('a desk that was put back to an older copy, or ended amid, has the re-route again and once', async () => {
  const id = await send('D-5', 1);
  await choiceOf(id);
  const copy = mkdtempSync(join(tmpdir(), 'samur-desk-'));
  const files = (of: string) => readdirSync(of).filter((name) => name.startsWith('desk.db'));
  await corridor.stop('RU');
  for (const name of files(folder())) cpSync(join(folder(), name), join(copy, name));
  await corridor.start('RU');
  await accept(id, { outcome: 'open', reason: 'Torn' });
  const before = (await choiceOf(id)).rerouted;
  expect(before).toHaveLength(1);
  await corridor.stop('RU');
  for (const name of files(folder())) rmSync(join(folder(), name));
  for (const name of files(copy)) cpSync(join(copy, name), join(folder(), name));
  rmSync(copy, { recursive: true });
  await corridor.start('RU');
  await desk().selections.takeUp();
  expect((await choiceOf(id)).rerouted).toEqual(before);
});

test('what was issued a moment before the server ended is compared when it starts again', async () => {
  const id = await send('D-6', 1);
  await choiceOf(id);
  const claims = { outcome: 'open', reason: 'Late' };
  const draft = { profile: 'parcel', type: 'acceptance', to: ['az.afsa'], claims, annexes: [], about: id };
  await Promise.all([desk().ground.service.issue(draft), corridor.stop('RU')]);
  await corridor.start('RU');
  await desk().selections.takeUp();
  expect((await choiceOf(id)).rerouted).toMatchObject([{ outcome: 'open', reason: 'Late' }]);
});

test('records that come again under numbers that were passed are not compared twice', async () => {
  await corridor.stop('RU');
  const db = new DatabaseSync(join(folder(), 'desk.db'));
  const count = () => db.prepare('select count(*) as n from selection_reroute').get();
  const before = count();
  db.exec('update selection_upto set stated = 0');
  await corridor.start('RU');
  await desk().selections.takeUp();
  expect(count()).toEqual(before);
  db.close();
});

test('the auditor is shown every decision, what it changed and who, and a milder one that nobody had chosen', async () => {
  const quiet = await send('D-quiet', 60);
  await choiceOf(quiet);
  const claims = { outcome: 'pass', ground: 'none' };
  const draft = { profile: 'parcel', type: 'acceptance', to: ['az.afsa'], claims, annexes: [], about: quiet };
  const silent = await desk().ground.service.issue(draft);
  expect(silent).toHaveProperty('record');
  await desk().selections.takeUp();
  expect((await choiceOf(quiet)).rerouted).toEqual([]);
  later(hour);
  const told = await file(2);
  const report = await audited(told);
  expect(report.differences.map(({ id, refusal }) => [id, refusal.code, refusal.detail['stated']])).toEqual([
    [quiet, 'selection.milder-stated', 'pass'],
  ]);
  expect(report.decided.find(({ id }) => id === quiet)).toMatchObject({
    choice: { outcome: 'open' },
    decisions: [{ applied: { outcome: 'pass' }, held: 'open' }],
  });
  const changed = report.rerouted.flatMap(({ by }) =>
    by.map(({ outcome, reason, record }) => [outcome, reason, record]),
  );
  const decisions = report.decided.flatMap(({ decisions }) => decisions.map(({ record }) => record));
  expect(changed).toEqual(
    expect.arrayContaining([
      ['open', 'Odd seal', expect.any(String)],
      ['pass', 'Looked into', undefined],
    ]),
  );
  for (const [, , record] of changed) if (record !== undefined) expect(decisions).toContain(record);
  const entries: { choice?: { rerouted: { record?: string }[]; decided?: object[] } }[] = told.channels[0].entries;
  for (const { choice } of entries) if (choice?.rerouted.some(({ record }) => record)) delete choice.decided;
  const codes = (await audited(told)).differences.map(({ refusal }) => refusal.code);
  expect([...new Set(codes)].sort()).toEqual(['selection.milder-stated', 'selection.not-decided']);
});
