"""The examples of docs/protocol.md, each found in the page and verified."""
import gzip
import hashlib
import json
import re

import approval
import log
import paper
import selection
from encoding import base64_text, base64url, canonical, from_base64, from_base64url, from_utf8, sha256
from record import read_record, verify_record
from signatures import BASE, ed_encode, ed_multiply, thumbprint, verify
from tree import leaf_hash
from trust import TrustList


def public_key(fill):
    """Of the private key of 32 equal bytes (RFC 8032 §5.1.5)."""
    digest = hashlib.sha512(bytes([fill]) * 32).digest()
    return ed_encode(ed_multiply(int.from_bytes(digest[:32], 'little') & (1 << 254) - 8 | 1 << 254, BASE))


def jwk(key):
    return {'crv': 'Ed25519', 'kty': 'OKP', 'x': base64url(key)}


def block(page, beginning):
    return next(text for text in re.findall(r'```\n(.*?)```', page, re.S) if text.startswith(beginning))


def line(page, beginning):
    return re.search(f'^{re.escape(beginning)}(.*)$', page, re.M).group(1)


def check(page, dictionaries):
    """Name of each example, and whether it holds."""
    given, written = re.search(r'`(\{"b".*?)` becomes\n\n```\n(.*?)\n```', page, re.S).groups()
    record_key, log_key, mirror_key, request_key, anchor_key = map(public_key, range(1, 6))
    jws = block(page, 'eyJ').strip()
    record = read_record(jws)
    verify_record(record, 'EdDSA', record_key)
    header, payload = (from_utf8(from_base64url(part)) for part in jws.split('.')[:2])

    log_vkey, mirror_vkey = map(log.parse_verifier_key, block(page, 'fsvps.ru.example/az.afsa/1+').split())
    origin, entry = 'fsvps.ru.example/az.afsa/1', bytes.fromhex(record['id'])
    cosigned = block(page, f'{origin}\n1\n')
    note, checkpoint = log.open_checkpoint(cosigned, origin, [log_vkey])
    proof = log.open_tlog_proof(block(page, 'c2sp.org/'), entry, origin, [log_vkey], [mirror_vkey])

    base = block(page, '"@method"').rstrip('\n')
    created = int(re.search(r'created=(\d+)', base).group(1))
    checkpoint_note = cosigned[:cosigned.rindex('\u2014 afsa')]
    body = json.dumps(
        {'origin': origin, 'checkpoint': checkpoint_note, 'start': 0, 'records': [jws]},
        ensure_ascii=False, separators=(',', ':'),
    ).encode()
    signature = from_base64(re.fullmatch('samur=:(.*):', line(page, 'Signature: ')).group(1))

    anchor = {**jwk(anchor_key), 'kid': thumbprint(jwk(anchor_key))}
    other = {**jwk(mirror_key), 'kid': thumbprint(jwk(mirror_key))}
    held = TrustList({'anchors': {'AZ': anchor, 'RU': other}, 'corridor': 'az-ru', 'demonstration': False})
    held.accept('part', block(page, '{"payload":"ey').strip())

    named = bytes.fromhex(re.search('packed with `(.*?)`', page).group(1))
    dictionary = [given for given in dictionaries if paper.dictionary_id(given) == named]
    printed = paper.read_code(block(page, 'SMR1:').rstrip('\n'), dictionary)
    code, typed = re.search('the record above has `(.*?)`; `(.*?)` is read', page).groups()
    link = block(page, 'HTTPS://').rstrip('\n')
    bits = gzip.decompress(from_base64url(block(page, 'uH4s').rstrip('\n')[1:]))

    client_data = block(page, '{"type":"webauthn').rstrip('\n')
    claims, contents = (block(page, beginning).rstrip('\n') for beginning in ('{"assertion"', '{"about":"11'))
    approved = approval.example(claims, record)

    return {
        'canonical JSON': canonical(json.loads(given)) == written,
        'its SHA-256': f'`{sha256(written.encode()).hex()}`' in page,
        'public key': f'`{record_key.hex()}`' in page,
        'kid': f'`{thumbprint(jwk(record_key))}`' in page,
        'record header': f'\n{header}\n' in page,
        'record payload': f'\n{payload}\n' in page,
        'record id': f'Id `{record["id"]}`' in page,
        'verifier keys': (log_vkey.public, mirror_vkey.public) == (log_key, mirror_key),
        'leaf hash': checkpoint == (origin, 1, leaf_hash(entry)) and f'`{leaf_hash(entry).hex()}`' in page,
        'cosignature': log.open_cosignature(note, mirror_vkey) == created + 1,
        'tlog-proof': proof == (0, checkpoint, [created + 1]),
        'request body': f'({len(body)} bytes)' in page,
        'content digest': line(page, 'Content-Digest: ') == f'sha-256=:{base64_text(sha256(body))}:',
        'signature base': base == signature_base(page),
        'request signature': verify('EdDSA', request_key, base.encode(), signature),
        'request keyid': f'#{thumbprint(jwk(request_key))}"' in base,
        'trust part': held.numbers() == {'AZ': 1, 'RU': 0, 'terms': 0},
        'status list': [at for at in range(8 * len(bits)) if bits[at // 8] >> 7 - at % 8 & 1] == [42, 131071],
        'status list bytes': (len(bits), bits[5], bits[-1]) == (16384, 0x20, 0x01),
        'approval': approved[0],
        'client data': base64url(client_data.encode()) == json.loads(claims)['assertion']['clientData'],
        'contents': approved[1] == contents,
        'challenge of contents': f'`{approved[2]}`' in page,
        'printed code': printed == (jws, []),
        'check code': paper.check_code(record) == code,
        'check code typed': paper.read_check_code(typed) == code,
        'printed link': link == f'HTTPS{paper.link_text(record)}',
        'selection': block(page, 'secret ').split()[1::2] == list(selection.example()),
        'link read': paper.read_code(link, []) == ('https://fsvps.ru.example', record['id'], code),
    }


def signature_base(page):
    """RFC 9421 §2.5 from the headers shown and the request's target."""
    covered = {
        '@method': 'POST',
        '@authority': 'afsa.az.example',
        '@path': '/exchange/az.afsa/entries',
        'content-digest': line(page, 'Content-Digest: '),
        '@signature-params': line(page, 'Signature-Input: ')[len('samur='):],
    }
    return '\n'.join(f'"{name}": {value}' for name, value in covered.items())
