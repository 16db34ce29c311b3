/**
 * Opens one record over and over on one thread: parse, verify under the trust list's key, entitlement, schema. Beside
 * it, in turns, `node:crypto` verifies the same signature over the same bytes and does nothing else.
 */
import { createPublicKey, verify } from 'node:crypto';
import { issuerKey, openRecord } from '../kernel/exchange/open-record.ts';
import { checkSignature, readRecord } from '../kernel/record/record.ts';
import { nodeCrypto as crypto } from '../server/crypto-node.ts';
import { Rejected } from '../server/institution/service.ts';
import { foundTestCorridor } from '../test/corridor.ts';
import { certificateDraft } from './certificates.ts';
import { openInstitution, sound } from './institution.ts';
import { against, argument, cores, cpuMeter, median, perSecond, rateOf } from './measure.ts';

const rounds = argument('rounds', 15);
const slice = 200;
const bar = 0.6;

const corridor = await foundTestCorridor({ start: false });
const { institution, keys, trust, catalogue } = await openInstitution(corridor.data, 'az.afsa');
await institution.start();
const issued = sound(await institution.issue(certificateDraft('O', 1)));
if (issued instanceof Rejected) throw new Error(JSON.stringify(issued.findings));
const jws = (await institution.jws(issued.record.id)) ?? '';
await institution.stop();
await corridor.end();

const open = () => {
  const record = sound(readRecord(jws, crypto, catalogue.payloadCheck));
  const key = sound(issuerKey(record, trust, record.payload.time));
  sound(openRecord(sound(checkSignature(record, key.publicKey, crypto)), trust, catalogue, crypto));
};

const native = createPublicKey({
  key: Buffer.from(keys.record.key.bytes),
  format: 'raw-public',
  asymmetricKeyType: 'ed25519',
});
const { signature, signedBytes } = sound(readRecord(jws, crypto, catalogue.payloadCheck));
const raw = () => {
  if (!verify(null, signedBytes, native, signature)) throw new Error('bad signature');
};

rateOf(open, 500);
rateOf(raw, 200);
const cpu = cpuMeter();
const opened: number[] = [];
const ratios: number[] = [];
for (let round = 0; round < rounds; round++) {
  const rate = rateOf(open, slice);
  opened.push(rate);
  ratios.push(rate / rateOf(raw, slice));
}
const ratio = median(ratios);
console.log(
  `open: ${perSecond(median(opened))} records of ${jws.length} bytes, ${ratio.toFixed(2)} of raw node:crypto Ed25519 ` +
    `(${perSecond(median(opened) / ratio)}), one thread, process ${cores(cpu())}; ${against(`>= ${bar}`, ratio >= bar)}`,
);
