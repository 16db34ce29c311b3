import type { Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type Catalogue, loadCatalogue } from '../kernel/catalogue.ts';
import { parcelProfile } from '../kernel/testing/parcel-profile.ts';
import { compileSchema } from '../server/schema-compiler.ts';
import { peer, runLine } from './testing/run-line.ts';
import { localTime } from './text-output.ts';

const catalogue = loadCatalogue([parcelProfile], compileSchema) as Catalogue;
const time = Date.parse('2026-11-03T10:00:00Z');
const at = time + 36_000_000;

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

async function samur(line: string, answer: unknown = {}) {
  const { server, address, asked } = await peer(() => answer);
  servers.push(server);
  return { ...(await runLine(catalogue, [...line.split(' '), '--server', address])), asked };
}

const statement = (letter: string, effective = true) => ({
  ...{ record: letter.repeat(64), issuer: 'ru.beta', value: '10', time, effective },
  known: [{ institution: 'az.alpha', time: time + 1000 }],
});
const row = (name: string, statements: readonly object[], inForce?: string) => ({
  ...{ register: 'parcel/rates', key: ['ru.beta', name], statements },
  on: { time: at, ...(inForce !== undefined && { inForce: inForce.repeat(64) }), known: [] },
});
const answered = (complete = true) => ({
  ...{ question: 'parcel/allowed', parameters: { receiver: 'ru.beta' }, at, complete },
  answer: {
    ...{ code: 'within', text: 'ru.beta had allowed 10.' },
    rests: [row('greatest', [statement('a'), statement('b', false), statement('c')], 'c'), row('least', [])],
  },
});

describe('a question', () => {
  it('is asked by names and values, and answered with what it rests on and who knew it when', async () => {
    const { code, out, asked } = await samur('ask allowed on=2026-11-03 receiver=ru.beta load=7', answered());
    expect(code).toBe(0);
    expect(asked).toEqual(['/api/questions/parcel/allowed?on=2026-11-03&receiver=ru.beta&load=7']);
    const [asOf, sentence, blank, head, ...rows] = out.trimEnd().split('\n');
    expect([asOf, sentence, blank]).toEqual([`As of ${localTime(at)}`, 'ru.beta had allowed 10. [within]', '']);
    expect(head?.split(/ {2,}/)).toEqual(['Register', 'Key', 'Record', 'Stated', 'Effect', 'Known to, since']);
    const known = `az.alpha ${localTime(time + 1000)}`;
    expect(rows.map((line) => line.split(/ {2,}/))).toEqual([
      ['Rates', 'ru.beta / greatest', 'aaaaaaaaaaaa', localTime(time), 'counts', known],
      ['Rates', 'ru.beta / greatest', 'bbbbbbbbbbbb', localTime(time), 'does not count', known],
      ['Rates', 'ru.beta / greatest', 'cccccccccccc', localTime(time), 'the latest then', known],
      ['Rates', 'ru.beta / least', 'nothing in force'],
    ]);
  });

  it('is printed as it came for programs, and told where the answer may not be whole', async () => {
    const line = 'ask parcel/allowed on=2026-11-03 receiver=ru.beta';
    expect(JSON.parse((await samur(`${line} --json`, answered())).out)).toEqual(answered());
    expect((await samur(line, answered(false))).out).toContain('ask one of those that the question names');
  });

  it.each([
    ['ask nothing on=2026-11-03', 'There is no "nothing"'],
    ['ask allowed on=2026-11-03', 'Not stated: receiver.'],
    ['ask allowed', 'Not stated: on, receiver.'],
    ['ask allowed on=2026-11-03 receiver=ru.beta colour=red', 'There is no "colour"'],
    ['ask allowed on=2026-11-03 receiver=ru.beta receiver=ru.gamma', 'The value of receiver is not acceptable'],
    ['ask allowed on=yesterday receiver=ru.beta', 'The value of on is not acceptable'],
    ['ask allowed on=2026-11-03 receiver', 'The value of receiver is not acceptable'],
  ])('that is not whole is not asked: %s', async (line, sentence) => {
    const { code, err, asked } = await samur(line);
    expect([code, asked]).toEqual([2, []]);
    expect(err).toContain(sentence);
  });

  it('is listed with its parameters, without a server', async () => {
    const { code, out, asked } = await samur('ask --lang en');
    expect([code, asked]).toEqual([0, []]);
    expect(out).toContain('allowed  Was a load allowed?  [parcel/allowed]');
    expect(out).toMatch(/^ {2}receiver=… {2}Receiver$/m);
    expect(out).toMatch(/^ {2}load=… +Load \(optional\)$/m);
    const { items } = JSON.parse((await samur('ask --json')).out);
    expect(items[0].parameters).toContainEqual({ name: 'load', title: 'Load', required: false });
  });
});
