/** The sender's evidence files show the checkpoints that the other side had cosigned and left out. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { utf8 } from '../../kernel/bytes.ts';
import { loadCatalogue } from '../../kernel/catalogue.ts';
import { auditSelections } from '../../kernel/exchange/selection-audit.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { selectingProfile } from '../../kernel/testing/parcel-selection.ts';
import { readPin } from '../../kernel/trust/pin.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { countryFolder } from '../../server/founding.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { acting, at, az, chosen, corridor, file, found, hour, later, send } from '../choosing-corridor.ts';

beforeAll(() => found());
afterAll(() => corridor.end());

/** With what the sender hands in; an hour and more after the records. */
async function audited(told: unknown, witnesses: readonly Uint8Array[]) {
  const catalogue = loadCatalogue([selectingProfile], compileSchema);
  const text = await readFile(join(countryFolder(corridor.data, 'RU'), 'pin.json'), 'utf8');
  const pin = readPin(JSON.parse(text), nodeCrypto);
  if (catalogue instanceof Refusal || pin instanceof Refusal) throw new Error('no catalogue or pin');
  const now = Date.now() + 24 * hour;
  const base = { crypto: nodeCrypto, catalogue, compile: compileSchema, pin, now };
  const report = await auditSelections(JSON.stringify(told), { ...base, witnesses });
  if (report instanceof Refusal) throw new Error(`${report.code} ${report.path}`);
  return report;
}

test('a checkpoint left out of the file is found by the sender alone', async () => {
  const officer = await at('border-officer');
  await acting(await at('supervisor'), 1);
  const ids: string[] = [];
  for (const number of ['W-1', 'W-2', 'W-3']) {
    const id = await send(number, 1);
    await chosen(officer, id);
    ids.push(id);
  }
  const answers = await Promise.all(ids.map((id) => az.get(`/api/records/${id}/evidence`)));
  const witnesses = answers.map(({ body }) => utf8(JSON.stringify(body)));
  later(hour);
  const told = await file(1);
  const honest = await audited(told, witnesses);
  expect([honest.verdict, honest.differences]).toEqual(['holds', []]);

  const [channel] = told.channels;
  const { index } = honest.choices.find(({ id }) => id === ids[1]) ?? { index: -1 };
  const sizes = channel.notes.map((note: string) => Number(note.split('\n')[1]));
  const first = sizes.findIndex((size: number) => size > index);
  const notes = channel.notes.toSpliced(first, 1);
  const cheating = { ...told, channels: [{ ...channel, notes }] };
  const codes = async (shown: readonly Uint8Array[]) =>
    (await audited(cheating, shown)).differences.map(({ refusal }) => refusal.code);
  expect(await codes([])).not.toContain('selection.note-missing');
  expect(await codes(witnesses)).toContain('selection.note-missing');
  expect(await codes(witnesses.slice(1, 2))).toContain('selection.note-missing');
  expect(await codes(witnesses.slice(2))).not.toContain('selection.note-missing');
});
