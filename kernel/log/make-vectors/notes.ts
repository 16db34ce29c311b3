import { base64 } from '../../bytes.ts';
import { portableCrypto as crypto } from '../../crypto-portable.ts';
import { parseNote, signatureLine } from '../note.ts';
import { formatVerifierKey } from '../verifier-key.ts';
import { origin, type Sample, signText, sound, type VectorSink, verifierKey } from './sample.ts';

export async function noteVectors({ accept, reject }: VectorSink, sample: Sample): Promise<void> {
  const { log, text, note, cosigned } = sample;
  const parsed = sound(parseNote(cosigned));
  const signatures = parsed.signatures.map((s) => ({ name: s.name, keyId: s.keyId.toHex(), bytes: s.bytes.toHex() }));
  accept('note', 'parse-note', { note: cosigned }, { text, signatures });
  const poem = await signText(log, 'Azərbaycan\n\nРоссия — Самур\n');
  const one = sound(parseNote(poem)).signatures.map((s) => ({
    name: s.name,
    keyId: s.keyId.toHex(),
    bytes: s.bytes.toHex(),
  }));
  const expected = { text: 'Azərbaycan\n\nРоссия — Самур\n', signatures: one };
  accept('note-with-empty-line', 'parse-note', { note: poem }, expected);
  const bad: Record<string, string> = {
    'without-signature': `${text}\n`,
    'without-empty-line': note.replace('\n\n', '\n'),
    'without-final-newline': note.slice(0, -1),
    'with-carriage-return': note.replace('\n', '\r\n'),
    'with-tab': note.replace('\n', '\t\n'),
    'with-null': note.replace('\n', '\0\n'),
    'with-unit-separator': note.replace('\n', '\u001f\n'),
    'with-lone-surrogate': `\ud800${note}`,
    'with-hyphen-for-dash': note.replace('— ', '- '),
    'with-two-spaces': note.replace('— ', '—  '),
    'with-plus-in-name': note.replace('— afsa.az', '— afsa+az'),
    'with-no-break-space-in-name': note.replace('— afsa.az', '— afsa\u00a0az'),
    'with-empty-name': note.replace(`— ${origin}`, '— '),
    'with-word-after-signature': `${note.slice(0, -1)} more\n`,
    'with-line-after-signatures': `${note}more\n`,
    'without-padding': note.replace(/=+\n$/, '\n'),
    'with-base64url': `${text}\n— a ${base64(new Uint8Array(9).fill(255)).replaceAll('/', '_')}\n`,
    'with-spare-bits': `${text}\n— a AAAAAAB=\n`,
    'with-key-id-only': `${text}\n— a AAAAAA==\n`,
  };
  for (const [name, whole] of Object.entries(bad))
    reject(`note-${name}`, 'parse-note', { note: whole }, 'log.malformed-note');
  const line = signatureLine({ name: 'a', keyId: new Uint8Array(4), bytes: new Uint8Array(64) });
  reject('note-with-65-signatures', 'parse-note', { note: `${text}\n${line.repeat(65)}` }, 'input.too-large');
}

export function keyVectors({ accept, reject }: VectorSink, sample: Sample): void {
  const { log } = sample;
  const publicKey = log.key.bytes.toHex();
  const key = verifierKey(origin, log);
  accept('verifier-key', 'parse-verifier-key', { key }, { name: origin, type: 1, publicKey });
  const future = formatVerifierKey({ name: 'a', type: 6, publicKey: new Uint8Array(1312) }, crypto);
  const expected = { name: 'a', type: 6, publicKey: '00'.repeat(1312) };
  accept('verifier-key-of-unknown-type', 'parse-verifier-key', { key: future }, expected);
  const short = formatVerifierKey({ name: 'a', type: 1, publicKey: log.key.bytes.slice(1) }, crypto);
  const bad = {
    'with-other-id': key.replace(/\+[0-9a-f]{8}/, '+00000000'),
    'with-upper-case-id': key.replace(/\+[0-9a-f]{8}/, (id) => id.toUpperCase()),
    'too-short': short,
    'without-name': key.slice(origin.length),
    'without-key': key.slice(0, origin.length + 9),
    'with-space': ` ${key}`,
  };
  for (const [name, wrong] of Object.entries(bad))
    reject(`verifier-key-${name}`, 'parse-verifier-key', { key: wrong }, 'log.malformed-key');
}
