/** What is chosen of what arrives: settings, commitment, choice, re-route, and the file that proves it all. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  acting,
  at,
  audited,
  chosen,
  corridor,
  file,
  folder,
  found,
  held,
  hour,
  issue,
  later,
  only,
  place,
  ru,
  send,
} from '../choosing-corridor.ts';

beforeAll(() => found());
afterAll(() => corridor.end());

test('settings are committed to, records chosen, choices kept, re-routes logged', async () => {
  const supervisor = await at('supervisor');
  const officer = await at('border-officer');
  const begun = await only(supervisor);
  expect((await supervisor.call('/api/desk/session')).body.actions).toContain('selections.manage');
  expect(begun.settings).toMatchObject({ version: 1, name: '', settings: { heavy: 100, random: 0 } });
  const put = (body: object) => supervisor.call(`${place}/settings`, 'PUT', body);
  const settings = { heavy: 50, random: 100 };
  expect((await put({ revision: 0, settings, reason: 'Summer' })).body).toMatchObject({
    code: 'desk.changed-elsewhere',
    revision: 1,
  });
  const refused = await put({ revision: 1, settings: { heavy: 50, random: 900 }, reason: 'Summer' });
  expect([refused.status, refused.body.findings[0].path]).toEqual([422, '/random']);
  expect((await put({ revision: 1, settings: { heavy: 0.5 }, reason: 'Summer' })).status).toBe(400);
  expect((await put({ revision: 1, settings: { heavy: 5, random: 1, more: 1 }, reason: 'x' })).status).toBe(422);
  expect((await put({ revision: 1, settings, reason: 'Summer' })).body).toMatchObject({
    version: 2,
    name: 'The supervisor',
  });
  await acting(supervisor, 2);
  const { commitments } = await only(supervisor);
  expect(commitments.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  expect(JSON.stringify(commitments)).not.toContain('secret');

  const heavy = await send('P-1', 70);
  const light = await send('P-2', 1);
  expect(await chosen(officer, heavy)).toMatchObject({
    selection: 'parcel/opened',
    outcome: 'open',
    ground: 'rule',
    criterion: 'heavy',
    proved: true,
    rerouted: [],
  });
  const before = await chosen(officer, light);
  const sent = await officer.call(`/api/desk/records/${light}/selections/parcel/opened/reroutes`, 'POST', {
    outcome: before.outcome === 'pass' ? 'open' : 'pass',
    reason: 'The seal looks odd',
  });
  expect([sent.status, sent.body.role]).toEqual([201, 'border-officer']);
  expect(JSON.stringify(sent.body)).not.toContain('The border-officer');
  for (const [body, status] of [
    [{ outcome: sent.body.outcome, reason: 'Again' }, 409],
    [{ outcome: 'burn', reason: 'No' }, 400],
    [{ outcome: 'open', reason: ' ' }, 400],
  ] as const)
    expect(
      (await officer.call(`/api/desk/records/${light}/selections/parcel/opened/reroutes`, 'POST', body)).status,
    ).toBe(status);
  const none = await officer.call(`/api/desk/records/${'0'.repeat(64)}/selections/parcel/opened/reroutes`, 'POST', {
    outcome: 'open',
    reason: 'x',
  });
  expect(none.status).toBe(404);

  const after = await chosen(officer, light);
  expect(after.rerouted).toMatchObject([{ reason: 'The seal looks odd', role: 'border-officer' }]);
  const listed = (await officer.call('/api/desk/inbox?all=true')).body.items;
  const outcomes = (id: string) => listed.find((line: { id: string }) => line.id === id).chosen;
  expect(outcomes(heavy)).toEqual([{ az: 'Open', ru: 'Open', en: 'Open' }]);
  expect(outcomes(light)[0].en.toLowerCase()).toBe(sent.body.outcome);
  const trail = (await (await at('auditor')).call('/api/desk/trail')).body.items;
  expect(trail).toContainEqual(
    expect.objectContaining({ operation: 'rerouteRecord', about: light, name: 'The border-officer', status: 201 }),
  );
});

test('a record that is sent again keeps its first draw and its stricter outcome', async () => {
  const officer = await at('border-officer');
  const first = await send('P-again', 60);
  expect((await chosen(officer, first)).outcome).toBe('open');
  const second = await send('P-again', 1);
  expect(await chosen(officer, second)).toMatchObject({ outcome: 'open', ground: 'rule', criterion: 'heavy' });
});

test('a preview tells how the last records would have been chosen', async () => {
  const supervisor = await at('supervisor');
  const answer = await supervisor.call(`${place}/preview`, 'POST', {
    settings: { heavy: 1, random: 0 },
  });
  expect(answer.body).toMatchObject({ records: 4, draft: { open: { rule: 4 } }, findings: [] });
  expect((await only(supervisor)).versions).toHaveLength(2);
});

test('a restart changes no choice, and what came meanwhile is chosen once', async () => {
  const before = await only(await at('supervisor'));
  await corridor.stop('RU');
  const id = await send('P-later', 80);
  await corridor.start('RU');
  const officer = await at('border-officer');
  expect((await chosen(officer, id)).outcome).toBe('open');
  const after = await only(await at('supervisor'));
  const sum = (one: typeof before) => JSON.stringify(one.commitments.map(({ sums }: { sums: object }) => sums));
  expect(sum(after)).toBe(sum(before).replace('"rule":3', '"rule":4'));
  expect(after.commitments).toHaveLength(2);
});

test('the auditor gets the file when the period is over, and no earlier', async () => {
  const auditor = await at('auditor');
  const address = (number: number) => `${place}/commitments/${number}/file`;
  expect((await auditor.call(address(2))).status).toBe(404);
  later(hour);
  const told = await file(2);
  expect(told).toMatchObject({ samur: 'selections/1', settings: { heavy: 50, random: 100 } });
  expect(told.secret).toMatch(/^[0-9a-f]{64}$/);
  expect(told.channels).toHaveLength(1);
  expect(told.channels[0].entries.filter(({ choice }: { choice?: object }) => choice)).toHaveLength(5);
  expect((await at('supervisor').then((one) => one.call(address(2)))).status).toBe(403);
  const { items } = (await auditor.call('/api/desk/trail?limit=10')).body;
  const taken = items.filter(({ action }: { action: string }) => action === 'selections.audit');
  expect(taken.map(({ about, status }: { about: string; status: number }) => [about, status])).toEqual(
    expect.arrayContaining([
      ['2', 200],
      ['2', 403],
      ['2', 404],
    ]),
  );

  const report = await audited(told);
  expect(report.differences).toEqual([]);
  expect(report.verdict).toBe('holds');
  expect(report.choices).toHaveLength(5);
  expect(report.rerouted).toHaveLength(1);
  expect([report.notShown, report.unproved, report.absent]).toEqual([[], [], []]);
});

test('what is decided is not chosen otherwise, also while the decision is being made', async () => {
  const officer = await at('border-officer');
  const otherwise = async (id: string) => {
    const { outcome, rerouted } = await chosen(officer, id);
    const holds = rerouted.at(-1)?.outcome ?? outcome;
    const path = `/api/desk/records/${id}/selections/parcel/opened/reroutes`;
    return officer.call(path, 'POST', { outcome: holds === 'pass' ? 'open' : 'pass', reason: 'Late' });
  };
  const refused = { status: 409, body: { code: 'desk.out-of-turn' } };
  const accepted = await send('P-decided', 1);
  await held(ru, accepted);
  await issue(ru, 'acceptance', {}, accepted);
  // It is still to be handed over.
  expect((await otherwise(accepted)).status).toBe(201);
  await issue(ru, 'delivery', {}, accepted);
  expect(await otherwise(accepted)).toMatchObject(refused);
  expect((await chosen(officer, accepted)).rerouted).toHaveLength(1);

  const raced = await send('P-raced', 1);
  await chosen(officer, raced);
  const [{ status }] = await Promise.all([otherwise(raced), issue(ru, 'delivery', {}, raced)]);
  expect([201, 409]).toContain(status);
  expect(await otherwise(raced)).toMatchObject(refused);
  expect((await chosen(officer, raced)).rerouted).toHaveLength(status === 201 ? 1 : 0);
});

test('whoever changes a choice in the database is found by the file', async () => {
  await corridor.stop('RU');
  const db = new DatabaseSync(join(folder(), 'desk.db'));
  const change = "update selection_choice set outcome = 'pass', ground = 'none', criterion = null where key = 'P-1'";
  expect(() => db.exec(change)).toThrow('stays as it is');
  db.exec(`drop trigger selection_choice_update; ${change}`);
  db.close();
  await corridor.start('RU');
  const report = await audited(await file(2));
  expect(report.verdict).toBe('does-not-hold');
  expect(report.differences.map(({ refusal }) => refusal.code)).toEqual(['selection.choice-differs']);
});
