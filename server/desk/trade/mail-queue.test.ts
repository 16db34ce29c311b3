import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../kernel/refusal.ts';
import { until } from '../../../test/corridor.ts';
import { MailBox, readLetter } from '../../../test/mail-box.ts';
import { DeskStore } from '../../store/desk/store.ts';
import type { DeskGround } from '../desk.ts';
import { type Mailer, openMailer } from '../office/mailer.ts';
import { People } from '../people/people.ts';
import { MailQueue } from './mail-queue.ts';
import { letterOf, noticeKinds } from './notice-words.ts';
import { Notices } from './notices.ts';

const minute = 60_000;
let folder: string;
let store: DeskStore;
let ground: DeskGround;
let people: People;
let mailer: Mailer;
let queue: MailQueue;
let notices: Notices;
let box: MailBox;
let time = Date.now();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-mail-'));
  store = await DeskStore.open(join(folder, 'desk.db'));
  ground = {
    desk: store,
    now: () => time,
    random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    logger: pino({ level: 'silent' }),
    origins: ['https://desk.example.az'],
    service: { id: 'az.afsa', demonstration: false },
  } as unknown as DeskGround;
  people = new People(ground);
  box = new MailBox();
  const opened = await openMailer({
    host: '127.0.0.1',
    port: await box.open(),
    secure: false,
    from: 'samur@afsa.example',
  });
  if (opened instanceof Refusal) throw new Error(opened.path);
  mailer = opened;
  queue = new MailQueue(ground, people, mailer);
  notices = new Notices(ground, people, () => queue.wake());
});
afterEach(async () => {
  await queue.stop();
  mailer.close();
  await box.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const someone = (email?: string) =>
  people.add({ name: 'A', roles: ['trader'], language: 'ru', ...(email !== undefined && { email }) });
const rows = () => store.db.selectFrom('mail').selectAll().execute();

describe('letters', () => {
  test('go to whoever has an address, in their language, with a link', async () => {
    const [one, other] = [await someone('a@example.az'), await someone()];
    await notices.tell([one.id, other.id], 'application-query', { application: 'x'.repeat(22), number: 'A-9' });
    await until(
      async () => box.letters.length,
      (count) => count === 1,
    );
    const [letter] = box.letters;
    expect(letter?.to).toEqual(['a@example.az']);
    const { subject, text } = readLetter(letter!);
    expect(subject).toBe('Samur: По вашему заявлению A-9 есть вопрос. Ожидается ваш ответ.');
    expect(text).toContain(`https://desk.example.az/desk/applications/${'x'.repeat(22)}`);
    expect(letter?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect((await notices.list(other.id, { limit: 5 })).items.length).toBe(1);
  });

  test('are tried again later, and given up after the last try', async () => {
    box.refuses = true;
    const refusedBefore = box.refused;
    const { id } = await someone('b@example.az');
    await notices.tell([id], 'application-taken', { number: 'A-1' });
    for (const [tries, wait] of [1, 5, 30, 120, 720].entries()) {
      await until(rows, ([row]) => row?.attempts === tries + 1);
      expect((await rows())[0]).toMatchObject({ state: 'waiting', next: time + wait * minute, error: '451' });
      time += (wait - 1) * minute;
      queue.wake();
      time += minute;
      queue.wake();
    }
    await until(rows, ([row]) => row?.state === 'failed');
    expect(box.refused - refusedBefore).toBe(6);
    box.refuses = false;
  });

  test('wait for the next start, and go to nobody who has left', async () => {
    box.refuses = true;
    const [one, other] = [await someone('c@example.az'), await someone('d@example.az')];
    await notices.tell([one.id, other.id], 'application-taken', { number: 'A-1' });
    await until(rows, (all) => all.every(({ attempts }) => attempts === 1));
    await queue.stop();
    box.refuses = false;
    const before = box.letters.length;
    await store.db.updateTable('person').set({ active: 0 }).where('id', '=', other.id).execute();
    time += 2 * minute;
    queue = new MailQueue(ground, people, mailer);
    queue.start();
    await until(rows, (all) => all.every(({ state }) => state !== 'waiting'));
    expect(box.letters.slice(before).map(({ to }) => to.join())).toEqual(['c@example.az']);
  });

  test('of every kind say something, and nothing stays unfilled', () => {
    for (const kind of noticeKinds)
      for (const language of ['az', 'ru', 'en'] as const) {
        const { subject, text } = letterOf(kind, { number: 'A-1', count: 3 }, language, {
          demonstration: true,
          link: 'https://x.example/desk',
        });
        expect(subject + text).not.toMatch(/[{}]/);
        expect(subject).toMatch(/^\[/);
        expect(text).toContain('https://x.example/desk');
      }
  });
});
