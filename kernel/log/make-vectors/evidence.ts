import { base64 } from '../../bytes.ts';
import { portableCrypto as crypto } from '../../crypto-portable.ts';
import type { RefusalCode } from '../../refusal.ts';
import { consistencyProof, inclusionProof } from '../proof.ts';
import { type HashReader, rootAt } from '../subtree.ts';
import { formatTlogProof } from '../tlog-proof.ts';
import { changeLast, turnLastBit } from './alter.ts';
import {
  cosignedAt,
  entries,
  entry,
  hashes,
  hex,
  noteAt,
  origin,
  rewritten,
  type Sample,
  size,
  sound,
  type VectorSink,
} from './sample.ts';

export async function tlogProofVectors({ accept, reject }: VectorSink, sample: Sample): Promise<void> {
  const { log, keys, cosigners, note, cosigned } = sample;
  const proof = sound(inclusionProof(311, size, hashes, crypto));
  const good = {
    text: formatTlogProof({ index: 311, proof, note: cosigned }),
    entry: entries[311]!.toHex(),
    origin,
    keys,
    cosigners,
  };
  const answer = (index: number, at: number, times: number[]) => ({ index, size: at, times });
  accept('tlog-proof', 'open-tlog-proof', good, answer(311, size, [cosignedAt]));
  const single = formatTlogProof({ index: 0, proof: [], note: await noteAt(log, 1) });
  const alone = { ...good, text: single, entry: entries[0]!.toHex(), cosigners: [] };
  accept('tlog-proof-of-single-entry', 'open-tlog-proof', alone, answer(0, 1, []));
  const bad: [string, RefusalCode, object][] = [
    ['other-version', 'log.malformed-proof', { text: good.text.replace('@v1', '@v2') }],
    ['extra-line', 'log.malformed-proof', { text: good.text.replace('index', 'extra AAAA\nindex') }],
    ['leading-zero', 'log.malformed-proof', { text: good.text.replace('index 311', 'index 0311') }],
    ['without-index', 'log.malformed-proof', { text: good.text.replace('index 311\n', '') }],
    ['unsafe-index', 'log.malformed-proof', { text: good.text.replace('311', '9007199254740992') }],
    ['short-hash', 'log.malformed-proof', { text: good.text.replace('index 311\n', 'index 311\nAAAA\n') }],
    [
      '54-hashes',
      'log.malformed-proof',
      { text: good.text.replace('311\n', `311\n${`${base64(entry(0))}\n`.repeat(54)}`) },
    ],
    ['without-checkpoint', 'log.malformed-proof', { text: 'c2sp.org/tlog-proof@v1\nindex 311\n' }],
    ['empty', 'log.malformed-proof', { text: '' }],
    ['note-cut-short', 'log.malformed-note', { text: good.text.slice(0, -1) }],
    ['other-origin', 'log.wrong-origin', { origin: `${origin}0` }],
    ['altered-checkpoint', 'log.bad-signature', { text: good.text.replace('\n600\n', '\n601\n') }],
    ['other-entry', 'log.bad-inclusion', { entry: entries[310]!.toHex() }],
    ['other-index', 'log.bad-inclusion', { text: good.text.replace('index 311', 'index 310') }],
    ['index-out-of-range', 'log.index-out-of-range', { text: good.text.replace('index 311', 'index 600') }],
    ['not-cosigned', 'log.no-cosignature', { text: formatTlogProof({ index: 311, proof, note }) }],
    [
      'bad-cosignature',
      'log.bad-cosignature',
      { text: formatTlogProof({ index: 311, proof, note: changeLast(cosigned, turnLastBit) }) },
    ],
  ];
  for (const [name, code, change] of bad) reject(`tlog-proof-${name}`, 'open-tlog-proof', { ...good, ...change }, code);
}

export async function misconductVectors({ accept, reject }: VectorSink, sample: Sample): Promise<void> {
  const { log, stranger, keys, note } = sample;
  const [honest, forked, older] = [note, await noteAt(log, size, rewritten), await noteAt(log, 300)];
  const common = { origin, keys };
  accept('fork', 'prove-fork', { notes: [honest, forked], ...common }, { size });
  reject('fork-same-note', 'prove-fork', { notes: [honest, honest], ...common }, 'log.no-misconduct');
  reject('fork-other-size', 'prove-fork', { notes: [older, forked], ...common }, 'log.no-misconduct');
  const forged = await noteAt(stranger, size, rewritten);
  reject('fork-forged', 'prove-fork', { notes: [honest, forged], ...common }, 'log.bad-signature');

  const evidence = (at: number, olderNote: string, newerNote: string, reader: HashReader) => ({
    olderNote,
    newerNote,
    rewrittenRoot: rootAt(at, reader, crypto).toHex(),
    proof: hex(sound(consistencyProof(at, size, reader, crypto))),
    ...common,
  });
  const rewrite = evidence(300, older, forked, rewritten);
  accept('rewrite', 'prove-rewrite', rewrite, { olderSize: 300, newerSize: size });
  accept('rewrite-after-power-of-two', 'prove-rewrite', evidence(256, await noteAt(log, 256), forked, rewritten), {
    olderSize: 256,
    newerSize: size,
  });
  reject('rewrite-honest-log', 'prove-rewrite', evidence(300, older, honest, hashes), 'log.no-misconduct');
  const invented = { ...evidence(300, older, honest, hashes), rewrittenRoot: '00'.repeat(32) };
  reject('rewrite-invented-root', 'prove-rewrite', invented, 'log.bad-consistency');
  reject(
    'rewrite-notes-swapped',
    'prove-rewrite',
    { ...rewrite, olderNote: forked, newerNote: older },
    'log.index-out-of-range',
  );

  const shown = (index: number, whole: string, reader: HashReader, what: Uint8Array) => ({
    text: formatTlogProof({ index, proof: sound(inclusionProof(index, sizeOf(whole), reader, crypto)), note: whole }),
    entry: what.toHex(),
  });
  const before = shown(5, older, hashes, entries[5]!);
  const after = shown(5, forked, rewritten, entry(99_999));
  accept('replacement', 'prove-replacement', { proofs: [before, after], ...common }, { index: 5 });
  const same = { proofs: [before, shown(5, honest, hashes, entries[5]!)], ...common };
  reject('replacement-same-entry', 'prove-replacement', same, 'log.no-misconduct');
  const apart = { proofs: [before, shown(6, forked, rewritten, entries[6]!)], ...common };
  reject('replacement-other-index', 'prove-replacement', apart, 'log.no-misconduct');
  const lie = { proofs: [before, { ...after, entry: entries[7]!.toHex() }], ...common };
  reject('replacement-invented-entry', 'prove-replacement', lie, 'log.bad-inclusion');
}

function sizeOf(whole: string): number {
  return Number(whole.split('\n')[1]);
}
