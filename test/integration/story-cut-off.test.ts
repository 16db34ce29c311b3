/** A story that is cut off goes on where it was: clocks never go back, and what was refused is not asked again. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { profiles } from '../../profiles/index.ts';
import { storyBegins, storyTime, tellingFile, tellStories } from '../../server/story.ts';
import { type Corridor, foundTestCorridor } from '../corridor.ts';

const ends = Date.now();
let clock: number | undefined;
let corridor: Corridor;

beforeAll(async () => {
  clock = ends + (await storyBegins(profiles));
  corridor = await foundTestCorridor({
    az: ['az.afsa', 'az.customs'],
    ru: ['ru.fsvps', 'ru.fts'],
    now: () => clock ?? Date.now(),
    start: false,
  });
  await writeFile(join(corridor.data, tellingFile), JSON.stringify({ ends }));
});
afterAll(() => corridor?.end());

/** Starts the servers, and tells until the clocks have been set so often. */
async function tellFor(steps: number): Promise<number> {
  clock = await storyTime(corridor.data, profiles);
  for (const country of ['AZ', 'RU']) await corridor.start(country);
  let set = 0;
  try {
    return await tellStories(corridor.data, profiles, async (time) => {
      if (set++ === steps) throw new Error('cut off');
      if (time !== undefined) expect(time).toBeGreaterThanOrEqual(clock ?? 0);
      clock = time;
      for (const server of corridor.servers.values()) await server.takeUp();
    });
  } finally {
    for (const country of ['AZ', 'RU']) await corridor.stop(country);
  }
}

test('cut off again and again, it is told to its end', async () => {
  for (const steps of [40, 120, 130]) await expect(tellFor(steps)).rejects.toThrow('cut off');
  expect(await tellFor(Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(120);
  expect(await storyTime(corridor.data, profiles)).toBeUndefined();
}, 120_000);
