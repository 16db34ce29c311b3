/** Vectors of a day on which two names of a record lead to records of earlier periods, whose files are not at hand. */
import type { JsonObject } from '../../../canonical.ts';
import type { CarriedFirst } from '../../selection-file.ts';
import type { Made } from '../corridor.ts';
import { batch, day, type Draft, type Part } from './day.ts';

const truck = 'truck E';
const before = { total: 4, byOutcome: { open: 4 } };
const followed: CarriedFirst = {
  commitment: '1'.repeat(64), record: '2'.repeat(64), draw: 'f'.repeat(64), before,
  choice: { outcome: 'open', ground: 'random' },
};
const keyed: CarriedFirst = {
  commitment: '3'.repeat(64), record: '4'.repeat(64), draw: 'd'.repeat(64), before,
  choice: { outcome: 'pass', ground: 'none' },
};
/** Names of the two groups, which began at no place of the day. */
const [one, other] = [100, 101];

export async function carriedVectors(): Promise<{ readonly valid: JsonObject; readonly refused: Record<string, JsonObject> }> {
  const earlier: Made = { id: '7'.repeat(64), jws: '' };
  const first = await batch('E-1', 900, truck, earlier);
  const made = await day({
    further: [
      { made: first, grams: 900, as: one, first: followed },
      { made: await batch('E-2', 900, truck), grams: 900, as: other, first: keyed },
      { made: await batch('E-3', 6000, truck), grams: 6000, as: other },
      { made: await batch('E-4', 800, truck), grams: 800, as: other },
      { made: await batch('E-5', 800, 'truck F', first), grams: 800, as: one },
    ],
  });
  const altered = (at: number, alter: (choice: Part) => void): JsonObject => {
    const file = JSON.parse(JSON.stringify(made.file)) as Draft['file'];
    alter((file.channels[0]?.['entries'] as Part[]).at(at)?.['choice'] as Part);
    return file as unknown as JsonObject;
  };
  const code = 'selection.first-differs';
  return {
    valid: {
      about: 'One follows a record of an earlier period and has the key of another: which of the two it is one with, the next ones show.',
      file: made.file as unknown as JsonObject,
      expect: { verdict: 'holds', draws: made.draws, unproved: 2 },
    },
    refused: {
      'first-left-out': {
        about: 'One with a record of an earlier period, as those before it, and told as if there were none.', code,
        file: altered(-2, (choice) => { delete choice['first']; }),
      },
      'first-unsaid': {
        about: 'The key belongs to an earlier period, and nothing is told of it.', code,
        file: altered(-4, (choice) => { delete choice['first']; }),
      },
      'first-altered': {
        about: 'Told with another draw than before.', code,
        file: altered(-2, ({ first: told }) => { (told as Part)['draw'] = 'c'.repeat(64); }),
      },
      'first-milder': {
        about: 'The stricter outcome that was found meanwhile is left out.', code,
        file: altered(-2, ({ first: told }) => { (told as Part)['choice'] = { outcome: 'pass', ground: 'none' }; }),
      },
      'first-of-another': {
        about: 'Key and what it follows lead elsewhere, and it is told as one with a third.', code,
        file: altered(-2, ({ first: told }) => { (told as Part)['record'] = '5'.repeat(64); }),
      },
    },
  };
}
