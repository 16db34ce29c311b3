"""Runs the project's vector files and the examples of docs/protocol.md; a line a group, non-zero on any difference.

    python3 check.py [project folder]

A second implementation of the verifying side of the protocol, written from docs/protocol.md; Python 3.9, no packages.
"""
import json
import sys
from pathlib import Path

import approval
import log
import page
import paper
import selection
import status
import tree
import trust
from encoding import Refused, sha256, utf8
from record import read_record, verify_record

def check_record(vector):
    record = read_record(vector['jws'])
    verify_record(record, vector['key']['algorithm'], bytes.fromhex(vector['key']['bytes']))
    return record['id']


def keys_of(given):
    return [log.parse_verifier_key(text) for text in given]


def hashes_of(given):
    return [bytes.fromhex(text) for text in given]


def parse_key(given):
    key = log.parse_verifier_key(given['key'])
    return {'name': key.name, 'type': key.type, 'publicKey': key.public.hex()}


def parse_note(given):
    note = log.parse_note(given['note'])
    signatures = [{'name': s.name, 'keyId': s.key_id.hex(), 'bytes': s.data.hex()} for s in note.signatures]
    return {'text': note.text, 'signatures': signatures}


def told(checkpoint):
    return {'origin': checkpoint.origin, 'size': checkpoint.size, 'root': checkpoint.root.hex()}


def open_checkpoint(given):
    return told(log.open_checkpoint(given['note'], given['origin'], keys_of(given['keys']))[1])


def open_cosignature(given):
    note, checkpoint = log.open_checkpoint(given['note'], given['origin'], keys_of(given['keys']))
    cosigner = log.parse_verifier_key(given['cosigner'])
    return {'name': cosigner.name, 'time': log.open_cosignature(note, cosigner), **told(checkpoint)}


def open_tlog_proof(given):
    cosigners = keys_of(given['cosigners'])
    index, checkpoint, times = log.open_tlog_proof(
        given['text'], bytes.fromhex(given['entry']), given['origin'], keys_of(given['keys']), cosigners
    )
    return {'index': index, 'size': checkpoint.size, 'times': times}


def verify_inclusion(given):
    root, entry = bytes.fromhex(given['root']), bytes.fromhex(given['entry'])
    tree.verify_inclusion(given['index'], given['size'], root, entry, hashes_of(given['proof']))
    return 'verified'


def verify_consistency(given):
    old_root, new_root = bytes.fromhex(given['oldRoot']), bytes.fromhex(given['newRoot'])
    tree.verify_consistency(given['oldSize'], old_root, given['newSize'], new_root, hashes_of(given['proof']))
    return 'verified'


def sample_tree(given):
    leaves = [tree.leaf_hash(sha256(i.to_bytes(8, 'big'))) for i in range(given['size'])]
    return {
        'root': tree.root_of(leaves).hex(),
        'frontier': b''.join(tree.perfect_subtrees(leaves)).hex(),
        'tiles': {path: sha256(data).hex() for path, data in tree.tiles(leaves)},
    }


def prove_fork(given):
    return {'size': log.prove_fork(given['notes'], given['origin'], keys_of(given['keys']))}


def prove_replacement(given):
    proofs = [(proof['text'], bytes.fromhex(proof['entry'])) for proof in given['proofs']]
    return {'index': log.prove_replacement(proofs, given['origin'], keys_of(given['keys']))}


def prove_rewrite(given):
    older, newer = log.prove_rewrite(
        given['olderNote'], given['newerNote'], bytes.fromhex(given['rewrittenRoot']), hashes_of(given['proof']),
        given['origin'], keys_of(given['keys']),
    )
    return {'olderSize': older, 'newerSize': newer}


OPERATIONS = {
    'decode-bundle': lambda g: [e.hex() for e in tree.decode_bundle(bytes.fromhex(g['bundle']), g['width'])],
    'open-checkpoint': open_checkpoint,
    'open-cosignature': open_cosignature,
    'open-tlog-proof': open_tlog_proof,
    'parse-note': parse_note,
    'parse-paths': lambda given: [tree.parse_path(path) for path in given['paths']],
    'parse-verifier-key': parse_key,
    'prove-fork': prove_fork,
    'prove-replacement': prove_replacement,
    'prove-rewrite': prove_rewrite,
    'tree': sample_tree,
    'verify-consistency': verify_consistency,
    'verify-inclusion': verify_inclusion,
}


def check_trust(vector):
    held = trust.TrustList(vector['pin'])
    for at, step in enumerate(vector['steps']):
        try:
            held.accept(step['accept'], step['signed'])
        except Refused as refusal:
            return [at, refusal.code]
    answers = [trust.answer(held, question) for question in vector.get('then', [])]
    return [held.numbers(), answers]


def check_status(vector):
    held = trust.TrustList(vector['pin'])
    for part in vector['parts']:
        held.accept('part', part)
    return status.open_list(held, vector['jwt'], status.instant(vector['now']))


def check_paper(vector):
    read = paper.read_code(vector['text'], [utf8(text) for text in vector['dictionaries']])
    if isinstance(read, paper.Link):
        return {'host': read.host, 'id': read.id, 'checkCode': read.check_code}
    record = read_record(read.jws)
    return {
        'jws': read.jws, 'proofs': read.proofs, 'id': record['id'], 'checkCode': paper.check_code(record),
    }


def expected_paper(vector):
    return {name: value for name, value in vector.items() if name not in ('about', 'text', 'dictionaries')}


def refused_approval(vector):
    return vector['findings'] if vector['code'] == 'rule.broken' else vector['code']


def outcome(check, vector):
    try:
        return check(vector)
    except Refused as refusal:
        return refusal.code


# Group: folder, what it answers, what is expected of a valid and of a refused vector.
GROUPS = {
    'record': ('kernel/record/vectors', check_record, lambda v: v['id'], lambda v: v['code']),
    'log': (
        'kernel/log/vectors', lambda v: OPERATIONS[v['operation']](v['input']), lambda v: v['expect'],
        lambda v: v['code'],
    ),
    'trust': (
        'kernel/trust/vectors', check_trust,
        lambda v: [v['numbers'], [question['answer'] for question in v.get('then', [])]],
        lambda v: [v['step'], v['code']],
    ),
    'status': ('kernel/exchange/vectors/status', check_status, lambda v: v['expect'], lambda v: v['code']),
    'approval': ('kernel/exchange/vectors/approval', approval.check, lambda v: [], refused_approval),
    'selection': ('kernel/exchange/vectors/selection', selection.check, lambda v: v['expect'], lambda v: v['code']),
    'paper': ('kernel/paper/vectors', check_paper, expected_paper, lambda v: v['code']),
}


def printed_dictionaries(project):
    vectors = (project / 'kernel/paper/vectors/valid').glob('*.json')
    return {utf8(text) for vector in vectors for text in json.loads(vector.read_text('utf-8'))['dictionaries']}


def main(arguments):
    project = Path(arguments[0] if arguments else Path(__file__).resolve().parents[3])
    differences = 0
    for group, (folder, check, valid, refused) in GROUPS.items():
        counts = []
        for kind, expected in (('valid', valid), ('refused', refused)):
            files = sorted((project / folder / kind).glob('*.json'))
            counts.append(f'{len(files)} {kind}')
            for file in files:
                vector = json.loads(file.read_text('utf-8'))
                got = outcome(check, vector)
                if got != expected(vector):
                    differences += 1
                    print(f'{group}/{kind}/{file.stem}: expected {expected(vector)}, got {got}', file=sys.stderr)
        print(f'{group}: {", ".join(counts)}')
    examples = page.check((project / 'docs/protocol.md').read_text('utf-8'), printed_dictionaries(project))
    for name in (name for name, good in examples.items() if not good):
        differences += 1
        print(f'docs/protocol.md: {name} differs', file=sys.stderr)
    print(f'page: {len(examples)} examples')
    return 1 if differences else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
