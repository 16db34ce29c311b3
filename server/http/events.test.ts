/** Server-sent events of a real institution. */
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Client, type Corridor, foundTestCorridor } from '../../test/corridor.ts';

const xml = await readFile(new URL('../../profiles/phytosanitary/vectors/valid/apples.xml', import.meta.url), 'utf8');
const number = /<ram:ID>([^<]+)<\/ram:ID>/.exec(xml)?.[1] ?? '';

let corridor: Corridor;
let az: Client;

beforeEach(async () => {
  corridor = await foundTestCorridor();
  az = await corridor.client('az.afsa');
}, 30_000);
afterEach(() => corridor?.end(), 30_000);

interface Told {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly seq: number; readonly kind: string; readonly id: string; readonly state: string };
}

/** Reads a stream until `enough` events have come, or it ends. */
async function* follow(since?: string): AsyncGenerator<Told> {
  const headers = { authorization: `Bearer ${az.token}`, ...(since === undefined ? {} : { 'last-event-id': since }) };
  const response = await fetch(`${az.server}/api/events`, { headers });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('samur-demonstration')).toBe('true');
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = Object.fromEntries(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      text = text.slice(end + 2);
      if (fields['data'] !== undefined)
        yield { id: fields['id'] ?? '', event: fields['event'] ?? '', data: JSON.parse(fields['data']) };
    }
  }
}

async function issue(name: string): Promise<string> {
  const answer = await az.post('/api/records?to=ru.fsvps', xml.replaceAll(number, name));
  expect(answer.status).toBe(201);
  return answer.body.id;
}

async function firstOf(events: AsyncGenerator<Told>, fits: (told: Told) => boolean): Promise<Told> {
  for await (const told of events) if (fits(told)) return told;
  throw new Error('the stream has ended');
}

test('tells only what is new, and goes on after the last event told', async () => {
  const old = await issue('AZ-1');
  const seen: string[] = [];
  const events = follow();
  const first = firstOf(events, (told) => {
    seen.push(told.data.id);
    return told.event === 'issued';
  });
  // The stream opens at some moment: issue until it has told of one.
  let told: Told | undefined;
  const ids: string[] = [];
  for (let i = 2; told === undefined && i < 50; i++) {
    ids.push(await issue(`AZ-${i}`));
    told = await Promise.race([first, new Promise<undefined>((resolve) => setTimeout(resolve, 100, undefined))]);
  }
  expect(told).toMatchObject({ event: 'issued', data: { kind: 'issued', state: 'issued' } });
  expect(ids).toContain(told?.data.id);
  expect(told?.id).toBe(String(told?.data.seq));
  expect(seen).not.toContain(old);

  const later = await issue('AZ-last');
  const missed = await firstOf(follow(told?.id), (one) => one.data.id === later);
  expect(missed.data.seq).toBeGreaterThan(told?.data.seq ?? Infinity);
});

test('ends when the server stops, at once', async () => {
  const events = follow('0');
  await issue('AZ-1');
  await events.next();
  const ended = (async () => {
    for await (const _ of events);
    return 'ended';
  })();
  const began = performance.now();
  await corridor.stop('AZ');
  expect(await ended).toBe('ended');
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('a Last-Event-ID that is no number is refused', async () => {
  const headers = { authorization: `Bearer ${az.token}`, 'last-event-id': 'x' };
  expect((await fetch(`${az.server}/api/events`, { headers })).status).toBe(400);
});
