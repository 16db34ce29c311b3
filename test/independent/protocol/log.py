"""Signed notes, checkpoints, cosignatures, tlog-proofs and what convicts a log (docs/protocol.md, Channels)."""
from collections import namedtuple

from encoding import SAFE, decimal, from_base64, need, sha256, utf8
from signatures import verify
from tree import verify_consistency, verify_inclusion

LOG, COSIGNER = 1, 4
Signature = namedtuple('Signature', 'name key_id data')
Note = namedtuple('Note', 'text signatures')
Checkpoint = namedtuple('Checkpoint', 'origin size root')
VerifierKey = namedtuple('VerifierKey', 'name type public key_id')


def is_key_name(name):
    return name != '' and '+' not in name and not any(c.isspace() or ord(c) < 32 for c in name)


def parse_verifier_key(text):
    code = 'log.malformed-key'
    need(text.count('+') >= 2, code)
    name, key_id, encoded = text.split('+', 2)
    data = from_base64(encoded, code)
    need(is_key_name(name) and len(data) >= 2, code)
    need(data[0] not in (LOG, COSIGNER) or len(data) == 33, code)
    need(key_id == sha256(utf8(name, code) + b'\n' + data)[:4].hex(), code)
    return VerifierKey(name, data[0], data[1:], bytes.fromhex(key_id))


def parse_note(text):
    code = 'log.malformed-note'
    utf8(text, code)
    need(len(text) <= 524_288, 'input.too-large')
    need(not any(ord(c) < 32 and c != '\n' for c in text), code)
    body, separator, tail = text.rpartition('\n\n')
    need(separator and tail.endswith('\n'), code)
    lines = tail[:-1].split('\n')
    need(len(lines) <= 64, 'input.too-large')
    return Note(body + '\n', [signature_line(line) for line in lines])


def signature_line(line):
    code = 'log.malformed-note'
    fields = line.split(' ')
    need(len(fields) == 3 and fields[0] == '\u2014' and is_key_name(fields[1]), code)
    data = from_base64(fields[2], code)
    need(len(data) > 4, code)
    return Signature(fields[1], data[:4], data[4:])


def parse_checkpoint(text):
    code = 'log.malformed-checkpoint'
    lines = text.split('\n')
    need(len(lines) == 4 and lines[3] == '' and is_key_name(lines[0]), code)
    root = from_base64(lines[2], code)
    need(len(root) == 32, code)
    return Checkpoint(lines[0], decimal(lines[1], code), root)


def known(note, keys):
    """Signatures under the name and key id of one of the keys, with that key."""
    for signature in note.signatures:
        for key in keys:
            if (key.name, key.key_id) == (signature.name, signature.key_id):
                yield signature, key


def open_checkpoint(text, origin, keys):
    note = parse_note(text)
    checkpoint = parse_checkpoint(note.text)
    need(checkpoint.origin == origin, 'log.wrong-origin')
    signed = list(known(note, keys))
    need(signed, 'log.bad-signature')
    for signature, key in signed:
        good = key.type == LOG and verify('EdDSA', key.public, utf8(note.text), signature.data)
        need(good, 'log.bad-signature')
    return note, checkpoint


def open_cosignature(note, cosigner):
    """The earliest time at which this cosigner signed; every signature of it must hold."""
    times = []
    for signature, key in known(note, [cosigner]):
        time = int.from_bytes(signature.data[:8], 'big')
        message = utf8(f'cosignature/v1\ntime {time}\n{note.text}')
        good = key.type == COSIGNER and len(signature.data) == 72 and time <= SAFE
        need(good and verify('EdDSA', key.public, message, signature.data[8:]), 'log.bad-cosignature')
        times.append(time)
    need(times, 'log.no-cosignature')
    return min(times)


def parse_tlog_proof(text):
    code = 'log.malformed-proof'
    head, separator, note = text.partition('\n\n')
    lines = head.split('\n')
    need(separator and len(lines) >= 2 and lines[0] == 'c2sp.org/tlog-proof@v1', code)
    need(lines[1].startswith('index ') and len(lines) <= 2 + 53, code)
    hashes = [from_base64(line, code) for line in lines[2:]]
    need(all(len(hash_) == 32 for hash_ in hashes), code)
    return decimal(lines[1][len('index '):], code), hashes, note


def open_tlog_proof(text, entry, origin, keys, cosigners):
    index, hashes, note_text = parse_tlog_proof(text)
    note, checkpoint = open_checkpoint(note_text, origin, keys)
    times = [open_cosignature(note, cosigner) for cosigner in cosigners]
    verify_inclusion(index, checkpoint.size, checkpoint.root, entry, hashes)
    return index, checkpoint, times


def prove_fork(texts, origin, keys):
    first, second = (open_checkpoint(text, origin, keys)[1] for text in texts)
    need(first.size == second.size and first.root != second.root, 'log.no-misconduct')
    return first.size


def prove_replacement(proofs, origin, keys):
    opened = [open_tlog_proof(text, entry, origin, keys, []) for text, entry in proofs]
    need(opened[0][0] == opened[1][0] and proofs[0][1] != proofs[1][1], 'log.no-misconduct')
    return opened[0][0]


def prove_rewrite(older_text, newer_text, rewritten_root, proof, origin, keys):
    """The newer tree holds, at the older size, another root than the one signed then."""
    older = open_checkpoint(older_text, origin, keys)[1]
    newer = open_checkpoint(newer_text, origin, keys)[1]
    verify_consistency(older.size, rewritten_root, newer.size, newer.root, proof)
    need(rewritten_root != older.root, 'log.no-misconduct')
    return older.size, newer.size
