/** A border post with trucks before it: two customs services, a browser, nothing left to chance. */
import { type Corridor, foundTestCorridor, until } from '../../corridor.ts';
import { agree, arrive, depart, type Truck } from '../../trucks.ts';
import { openBrowser, sizes, watch } from '../pages/browser.ts';
import type { Workbench } from './desk.ts';

const hour = 3_600_000;

export const trucks = {
  green: { serial: 101, plate: '10-XX-034', seal: 'AZ0034' },
  second: { serial: 105, plate: '10-XX-035', seal: 'AZ0041' },
  mismatch: { serial: 104, plate: '10-XX-077', seal: 'AZ0035', found: 'AZ0053' },
  suspended: {
    serial: 107,
    plate: '10-XX-090',
    seal: 'AZ0090',
    weighed: '21300',
    consignor: { name: 'Gəncə Nümunə Ticarət MMC', operator: 'AZ-AR-0099' },
  },
  asked: { serial: 108, plate: '10-XX-091', seal: 'AZ0091' },
} satisfies Readonly<Record<string, Truck>>;
export type TruckName = keyof typeof trucks;

export interface Border {
  readonly corridor: Corridor;
  /** The service on whose side the trucks stand, and the one that sent them. */
  readonly fts: Workbench;
  readonly azCustoms: Workbench;
  /** Of the manifest. */
  idOf(name: TruckName): string;
  end(): Promise<void>;
}

export async function foundBorder(): Promise<Border> {
  // The trucks set out three hours before they stand at the border.
  let behind = 3 * hour;
  const now = () => Date.now() - behind;
  const corridor = await foundTestCorridor({ az: ['az.customs'], ru: ['ru.fts'], now });
  const browser = await openBrowser();
  const fts = workbench(corridor, 'ru.fts', browser);
  await allGreen(fts, now);
  await agree(corridor);
  const ids = new Map<string, string>();
  for (const [name, truck] of Object.entries(trucks)) ids.set(name, await depart(corridor, truck, now()));
  behind = 0;
  for (const [name, truck] of Object.entries(trucks)) await arrive(corridor, ids.get(name) ?? '', truck, now());
  return {
    corridor,
    fts,
    azCustoms: workbench(corridor, 'az.customs', browser),
    idOf: (name) => ids.get(name) ?? '',
    async end() {
      await browser.close();
      await corridor.end();
    },
  };
}

function workbench(corridor: Corridor, institution: string, browser: Workbench['browser']): Workbench {
  const country = institution.slice(0, 2);
  const server = corridor.servers.get(country.toUpperCase());
  const desk = server?.desks.get(institution);
  if (server === undefined || desk === undefined) throw new TypeError('the corridor has no desk');
  return {
    corridor,
    browser,
    base: `http://${country}.localhost:${server.config.port}`,
    institution,
    desk,
    async visit(size = 'wide') {
      const context = await browser.newContext({ viewport: sizes[size], locale: 'en-GB' });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      return { context, page, faults: watch(page) };
    },
    end: async () => undefined,
  };
}

/** Nothing is drawn, from the first truck on. */
async function allGreen({ desk: { people, selections } }: Workbench, now: () => number): Promise<void> {
  const person = (await people.all()).find(({ roles }) => roles.includes('supervisor'));
  const none = { red: 0, yellow: 0, blue: 0 };
  const [{ settings } = { settings: undefined }] = await selections.list();
  if (person === undefined) throw new TypeError('nobody may');
  const draft = { criteria: [], random: none, expected: none };
  const saved = await selections.save('customs/lanes', person, settings?.version ?? 0, draft, 'a test');
  if (!('version' in saved)) throw new TypeError('settings are not taken');
  await until(
    async () => (await selections.list())[0]?.commitments.find(({ version }) => version === saved.version),
    // Times of receipts are whole seconds.
    (commitment) => commitment?.receipts.every(({ time }) => time !== undefined && time + 1000 < now()) ?? false,
  );
}
