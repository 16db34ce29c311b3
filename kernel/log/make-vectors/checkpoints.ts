import { base64, concat, uint64, utf8 } from '../../bytes.ts';
import { portableCrypto as crypto } from '../../crypto-portable.ts';
import { formatCheckpoint } from '../checkpoint.ts';
import { cosignatureLine } from '../cosignature.ts';
import { noteKeyId, parseNote, signatureLine } from '../note.ts';
import { addOrder, changeLast, turnLastBit } from './alter.ts';
import {
  checkpointAt,
  cosignedAt,
  hashes,
  mirror,
  noteAt,
  origin,
  type Sample,
  signText,
  size,
  sound,
  type VectorSink,
} from './sample.ts';

export async function checkpointVectors({ accept, reject }: VectorSink, sample: Sample): Promise<void> {
  const { log, stranger, keys, text, note } = sample;
  const expected = (at: number) => ({ origin, size: at, root: checkpointAt(at).root.toHex() });
  for (const at of [0, 1, size])
    accept(`checkpoint-${at}`, 'open-checkpoint', { note: await noteAt(log, at), origin, keys }, expected(at));
  const line = signatureLine({ name: 'unknown.example', keyId: new Uint8Array(4), bytes: new Uint8Array(64) });
  const many = note + line.repeat(15);
  accept('checkpoint-with-unknown-keys', 'open-checkpoint', { note: many, origin, keys }, expected(size));
  const [, , root] = text.split('\n');
  const malformed: Record<string, string> = {
    'leading-zero': `${origin}\n0600\n${root}\n`,
    'plus-sign': `${origin}\n+600\n${root}\n`,
    'negative-size': `${origin}\n-600\n${root}\n`,
    fraction: `${origin}\n600.0\n${root}\n`,
    exponent: `${origin}\n6e2\n${root}\n`,
    'empty-size': `${origin}\n\n${root}\n`,
    'unsafe-size': `${origin}\n9007199254740992\n${root}\n`,
    'short-root': `${origin}\n600\n${base64(new Uint8Array(31))}\n`,
    'unpadded-root': `${origin}\n600\n${root?.replace('=', '')}\n`,
    'no-root': `${origin}\n600\n`,
    'extension-line': `${text}more\n`,
    'space-in-origin': `az log\n600\n${root}\n`,
    'empty-origin': `\n600\n${root}\n`,
  };
  for (const [name, wrong] of Object.entries(malformed)) {
    const input = { note: await signText(log, wrong), origin, keys };
    reject(`checkpoint-${name}`, 'open-checkpoint', input, 'log.malformed-checkpoint');
  }
  const other = { note, origin: 'afsa.az.example/ru.fsvps/2', keys };
  reject('checkpoint-of-other-origin', 'open-checkpoint', other, 'log.wrong-origin');
  const unsound: Record<string, string> = {
    'altered-text': note.replace('\n600\n', '\n601\n'),
    'altered-signature': changeLast(note, turnLastBit),
    'malleated-signature': changeLast(note, addOrder),
    'short-signature': changeLast(note, (bytes) => bytes.slice(1)),
    'by-stranger': await noteAt(stranger, size, hashes),
    'with-one-bad-of-two':
      note + signatureLine({ ...sound(parseNote(note)).signatures[0]!, bytes: new Uint8Array(64) }),
    'signed-as-cosigner': `${text}\n${await cosignatureLine(text, 1, origin, log, crypto)}`,
  };
  for (const [name, wrong] of Object.entries(unsound))
    reject(`checkpoint-${name}`, 'open-checkpoint', { note: wrong, origin, keys }, 'log.bad-signature');
}

export async function cosignatureVectors({ accept, reject }: VectorSink, sample: Sample): Promise<void> {
  const { cosigner, cosigners, keys, text, note, cosigned } = sample;
  const root = checkpointAt(size).root.toHex();
  const common = { origin, keys, cosigner: cosigners[0] };
  const expected = { name: mirror, time: cosignedAt, origin, size, root };
  accept('cosignature', 'open-cosignature', { note: cosigned, ...common }, expected);
  const earlier = cosigned + (await cosignatureLine(text, 1_794_999_999, mirror, cosigner, crypto));
  const first = { ...expected, time: 1_794_999_999 };
  accept('cosignature-twice', 'open-cosignature', { note: earlier, ...common }, first);
  reject('cosignature-absent', 'open-cosignature', { note, ...common }, 'log.no-cosignature');
  const keyId = noteKeyId(mirror, 4, cosigner.key.bytes, crypto);
  const late = utf8(`cosignature/v1\ntime 9007199254740992\n${text}`);
  const lateBytes = concat(Uint8Array.fromHex('0020000000000000'), await cosigner.sign(late));
  const unsound: Record<string, string> = {
    'altered-time': changeLast(cosigned, (bytes) => bytes.with(7, bytes[7]! ^ 1)),
    'altered-signature': changeLast(cosigned, turnLastBit),
    malleated: changeLast(cosigned, addOrder),
    'too-short': changeLast(cosigned, (bytes) => bytes.slice(0, -1)),
    'too-long': changeLast(cosigned, (bytes) => concat(bytes, Uint8Array.of(0))),
    'of-other-checkpoint':
      note + (await cosignatureLine(formatCheckpoint(checkpointAt(599)), 1, mirror, cosigner, crypto)),
    'time-beyond-safe': note + signatureLine({ name: mirror, keyId, bytes: lateBytes }),
    'without-time-in-message':
      note + signatureLine({ name: mirror, keyId, bytes: concat(uint64(1), await cosigner.sign(utf8(text))) }),
  };
  for (const [name, wrong] of Object.entries(unsound))
    reject(`cosignature-${name}`, 'open-cosignature', { note: wrong, ...common }, 'log.bad-cosignature');
}
