/**
 * The worked examples of docs/protocol.md, made by the code itself: `npx node docs/examples.ts` prints them, and
 * test/architecture.test.ts finds each of them in the document. Private keys are 32 equal bytes: 1 signs records, 2
 * checkpoints, 3 mirror cosignatures, 4 requests, 5 is the anchor of AZ, 6 an officer of ru.fsvps.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { base64url, fromBase64url, utf8 } from '../kernel/bytes.ts';
import { canonical, type JsonObject } from '../kernel/canonical.ts';
import type { Signer } from '../kernel/crypto.ts';
import { portableCrypto as crypto } from '../kernel/crypto-portable.ts';
import { mirrorName, originOf } from '../kernel/exchange/names.ts';
import { contentDigest, signRequest } from '../kernel/exchange/request-signature.ts';
import { drawOf, secretDigest, settingsDigest } from '../kernel/exchange/selection-draw.ts';
import { statusBits } from '../kernel/exchange/status-list.ts';
import { formatCheckpoint, signCheckpoint } from '../kernel/log/checkpoint.ts';
import { cosignatureLine } from '../kernel/log/cosignature.ts';
import { addSignature } from '../kernel/log/note.ts';
import { formatTlogProof } from '../kernel/log/tlog-proof.ts';
import { leafHash } from '../kernel/log/tree.ts';
import { formatVerifierKey } from '../kernel/log/verifier-key.ts';
import { checkCode, readCheckCode } from '../kernel/paper/check-code.ts';
import { dictionaryOf, linkText, readCode } from '../kernel/paper/code.ts';
import { recordDictionary } from '../kernel/paper/dictionaries.ts';
import { type Payload, payloadJson } from '../kernel/record/payload.ts';
import { draftRecord, signRecord } from '../kernel/record/record.ts';
import { Refusal } from '../kernel/refusal.ts';
import { didOf } from '../kernel/trust/institution.ts';
import { anchorKeyOf } from '../kernel/trust/jwk.ts';
import { signDocument } from '../kernel/trust/signed-document.ts';
import { unpack } from '../kernel/unpack.ts';
import { approvalExamples } from './approval-examples.ts';

/** One of the right outputs of DEFLATE for the record below. Written once: another build of zlib may choose another. */
const printed =
  'SMR1:59005HC157VF-7N2+F:AC0 T$V5NV2*YCE 9BUABL6I36:P2O5FRFAVHF+8RW%8K-6X6F27MK*V9WAWYO8$8HS9XGM6ZLBTUX-T0882O1' +
  'TI7XRQ3UPNPHWLHIFCRPDTVAE+0MMA5%E%71/1VBPPN P8BHES9ACMM4I43Q%Q6 /E7WUY-694A1.Q1P1FHE2NL8Y93VPXC3IJTK6QVL93CTU.' +
  'SC.UP+PVVA7MQBYQX75QF0G$N:T2Y.G4G0$PSFSFGN9GL5W$QH LPXV*4T69EW10H:H$N2HT8U%6+E9L79G70%9RA2T2*3G239+MYUCI3JW-2V' +
  '5T6:I2$2-QO:/FE%IXDP$35GDOKK9.PP$:8035NT9K6TU IR-S5JCZ83:/P6EC5DLJTCTJCQED%R1A$3-2LR$T00';

/** One of the right outputs of gzip for a list in which these two entries alone are revoked. */
const encodedList = 'uH4sIAAAAAAACA-3BMQEAAAjAoNnE_imN4QNUtQEAAAAAAAAAAAAAAAAAAAB_5gClqupHAEAAAA';
const revoked = [42, 131_071];

/** The check code as somebody may type it, with letters of three keyboards. */
const typed = 'нкqн fıs4–КFG4';

function signer(fill: number): Signer & { readonly kid: string; readonly jwk: JsonObject } {
  const secret = new Uint8Array(32).fill(fill);
  const key = { algorithm: 'EdDSA' as const, bytes: ed25519.getPublicKey(secret) };
  const { kid, ...jwk } = anchorKeyOf(key, crypto);
  return { key, kid, jwk, sign: async (message) => ed25519.sign(message, secret) };
}

function sound<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(value.code);
  return value;
}

export async function examples(): Promise<Readonly<Record<string, string>>> {
  const [record, log, mirror, request, anchor] = [signer(1), signer(2), signer(3), signer(4), signer(5)] as const;
  const sender = { id: 'ru.fsvps', domain: 'fsvps.ru.example' };
  const recipient = { id: 'az.afsa', domain: 'afsa.az.example' };
  const did = didOf(sender);

  const value = { b: [1, 'ə'], a: { Z: true, ə: null } };
  const payload: Payload = {
    issuerDid: did,
    time: Date.UTC(2026, 10, 21, 9, 30, 0, 250),
    claims: { kind: 'recognise' },
    samur: {
      about: { after: [], id: '11'.repeat(32) },
      annexes: [],
      basis: [{ origin: originOf(recipient, sender.id, 1), root: '22'.repeat(32), size: 12 }],
      issuer: sender.id,
      nonce: base64url(new Uint8Array(16).fill(7)),
      profile: 'phytosanitary',
      to: [recipient.id],
      trust: { AZ: 1, RU: 1, terms: 1 },
      type: 'decision',
      version: 1,
    },
  };
  const draft = sound(draftRecord(payload, record.kid, 'EdDSA', crypto));
  const jws = await signRecord(draft, record);

  const origin = originOf(sender, recipient.id, 1);
  const root = leafHash(Uint8Array.fromHex(draft.id), crypto);
  const checkpoint = { origin, size: 1, root };
  const note = await signCheckpoint(checkpoint, origin, log, crypto);
  const line = await cosignatureLine(
    formatCheckpoint(checkpoint),
    1_795_253_402,
    mirrorName(recipient),
    mirror,
    crypto,
  );
  const cosigned = sound(addSignature(note, line));

  const body = utf8(JSON.stringify({ origin, checkpoint: note, start: 0, records: [jws] }));
  const target = { method: 'POST', authority: 'afsa.az.example', path: '/exchange/az.afsa/entries' };
  const signed = { keyid: `${did}#${request.kid}`, created: 1_795_253_401, nonce: 'AAECAwQFBgcICQoLDA0ODxAR' };
  const headers = await signRequest(target, body, signed, request, crypto);

  const part = {
    anchor: { ...anchor.jwk, kid: anchor.kid },
    corridor: 'az-ru',
    country: 'AZ',
    demonstration: false,
    institutions: [],
    issued: '2026-11-21T00:00:00Z',
    kind: 'part',
    nextUpdate: '2027-02-21T00:00:00Z',
    number: 1,
  };
  const code = checkCode({ id: draft.id, payload }, crypto);
  const dictionary = dictionaryOf(recordDictionary, crypto);
  const carried = sound(await readCode(printed, [dictionary], crypto));
  if (!('jws' in carried) || carried.jws !== jws) throw new Error('the printed code is that of another record');
  if (readCheckCode(typed) !== code) throw new Error('the check code typed is another');
  const bits = await unpack('gzip', sound(fromBase64url(encodedList.slice(1))), 1024 * 1024);
  if (bits?.toHex() !== statusBits(revoked).toHex()) throw new Error('the status list is another');
  const link = { id: draft.id, checkCode: code, host: `https://${sender.domain}` };

  return {
    'canonical JSON': canonical(value),
    'its SHA-256': crypto.sha256(utf8(canonical(value))).toHex(),
    'public key of 32 bytes 01': record.key.bytes.toHex(),
    'its thumbprint': record.kid,
    header: new TextDecoder().decode(Uint8Array.fromBase64(jws.split('.')[0] ?? '', { alphabet: 'base64url' })),
    payload: canonical(payloadJson(payload)),
    id: draft.id,
    record: jws,
    'leaf hash': root.toHex(),
    'verifier key of the log': formatVerifierKey({ name: origin, type: 1, publicKey: log.key.bytes }, crypto),
    'verifier key of the mirror': formatVerifierKey(
      { name: mirrorName(recipient), type: 4, publicKey: mirror.key.bytes },
      crypto,
    ),
    'cosigned checkpoint': cosigned,
    'tlog-proof': formatTlogProof({ index: 0, proof: [], note: cosigned }),
    'length of the body': `${body.length} bytes`,
    'content-digest': contentDigest(body, crypto),
    'signature-input': headers['signature-input'],
    signature: headers.signature,
    selection: selectionExample(),
    'status list': encodedList,
    'printed code': printed,
    'id of the dictionary of records': dictionary.id,
    'check code': code,
    'check code as typed': typed,
    link: linkText(link),
    ...approvalExamples(payload, draft.id),
    'signed part': await signDocument(part, [{ kid: anchor.kid, signer: anchor }]),
  };
}

function selectionExample(): string {
  const [secret, record, root] = ['samur', 'record', 'root'].map((text) => crypto.sha256(utf8(text)));
  if (!secret || !record || !root) throw new Error('three texts');
  return [
    `secret   ${secretDigest(secret, crypto)}`,
    `settings ${settingsDigest({ heavy: 5000 }, secret, crypto)}`,
    `draw     ${drawOf(secret, record.toHex(), root, crypto).toHex()}`,
  ].join('\n');
}

if (import.meta.main) for (const [name, text] of Object.entries(await examples())) console.log(`${name}\n${text}\n`);
