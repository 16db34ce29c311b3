import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { mirrorName } from '../../kernel/exchange/names.ts';
import { openCheckpoint } from '../../kernel/log/checkpoint.ts';
import { cosignatureLine } from '../../kernel/log/cosignature.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { currentInstitution, keysFor } from '../../kernel/trust/lookup.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { countryFolder } from '../../server/founding.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { loadKeys } from '../../server/keys.ts';
import { type Corridor, foundTestCorridor, until } from '../corridor.ts';

let corridor: Corridor | undefined;
let recipient: Server | undefined;
afterEach(async () => {
  recipient?.closeAllConnections();
  recipient?.close();
  await corridor?.end();
});

/** A recipient with true keys that cosigns whatever it is sent, at the time of its choice. */
async function cosignAt(clock: () => number): Promise<void> {
  const service = corridor?.servers.get('AZ')?.institutions.get('az.afsa') as Institution;
  const trust = service.trust();
  const fsvps = currentInstitution(trust, 'ru.fsvps');
  const keys = await loadKeys(join(countryFolder(corridor?.data ?? '', 'RU'), 'ru.fsvps', 'keys'), nodeCrypto, false);
  if (keys instanceof Refusal || !fsvps) throw new Error('no recipient');
  recipient = createServer(async (request, response) => {
    const { origin, checkpoint } = JSON.parse(await text(request)) as { origin: string; checkpoint: string };
    const signers = keysFor(trust, 'az.afsa', 'checkpoint', Date.now());
    const names = signers.map((key) => ({ name: origin, key: key.publicKey }));
    const opened = openCheckpoint(checkpoint, origin, names, nodeCrypto);
    if (opened instanceof Refusal) throw new Error(opened.code);
    const time = Math.floor(clock() / 1000);
    const cosignature = await cosignatureLine(opened.text, time, mirrorName(fsvps), keys.mirror, nodeCrypto);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ size: opened.size, cosignature }));
  });
  await new Promise<void>((resolve) => recipient?.listen(Number(new URL(fsvps.endpoint).port), '127.0.0.1', resolve));
}

it('takes no receipt from the future: its giver could deny until then what it had cosigned', async () => {
  corridor = await foundTestCorridor({ start: false });
  await corridor.start('AZ');
  let ahead = 3_600_000;
  await cosignAt(() => Date.now() + ahead);
  const az = await corridor.client('az.afsa');
  const out = async () => (await az.get('/api/channels')).body.items[0];
  const held = await until(out, ({ lastError }) => String(lastError).includes('cosign'));
  expect(held).toMatchObject({ lag: held.size });
  ahead = 0;
  await until(out, ({ lag }) => lag === 0);
});
