"""Status lists: reading, verifying, and which entries are revoked (docs/protocol.md, Status lists)."""
import re
import zlib
from datetime import datetime, timedelta

from encoding import Refused, from_base64url, from_canonical, from_utf8, integer, need, utf8
from record import moment, read_header
from signatures import in_one_form, key_of_jwk, verify
from trust import did_of

MALFORMED = 'status.malformed'
LONGEST = 1_048_576
LEAST_BITS = 131_072
CONTEXT = 'https://www.w3.org/ns/credentials/v2'
MARK = 'https://samur.example/ns/record/v1'
TYPE = ['VerifiableCredential', 'BitstringStatusListCredential']
ADDRESS = r'https?://([a-z0-9.-]+(?::[1-9][0-9]{0,4})?)/status/([a-z0-9.-]+)/[1-9][0-9]{0,8}'


def instant(text):
    return datetime.fromisoformat(text.replace('Z', '+00:00'))


def read_list(jwt):
    """Header, payload, packed bits, signed bytes and signature of a list; all its faults of form are one."""
    need(len(jwt) <= LONGEST, 'input.too-large')
    try:
        first, second, third = jwt.split('.')
        header = read_header(first)
        payload = from_canonical(from_utf8(from_base64url(second)))
        signature = from_base64url(third)
        packed = from_base64url(payload['credentialSubject']['encodedList'][1:])
    except (Refused, ValueError, TypeError, KeyError, AttributeError):
        raise Refused(MALFORMED) from None
    need(has_form(payload) and in_one_form(header['alg'], signature), MALFORMED)
    return header, payload, packed, utf8(f'{first}.{second}'), signature


def has_form(payload):
    marked = 'samur' in payload
    subject = payload['credentialSubject']
    members = {'@context', 'credentialSubject', 'id', 'issuer', 'type', 'validFrom', 'validUntil'}
    return (
        set(payload) - {'samur'} == members
        and payload['@context'] == ([CONTEXT, MARK] if marked else [CONTEXT])
        and (not marked or payload['samur'] == {'demonstration': True} and payload['samur']['demonstration'] is True)
        and payload['type'] == TYPE
        and isinstance(payload['id'], str)
        and isinstance(payload['issuer'], str)
        and isinstance(payload['validFrom'], str) and moment(payload['validFrom'])
        and isinstance(payload['validUntil'], str) and moment(payload['validUntil'])
        and payload['validFrom'] < payload['validUntil']
        and set(subject) == {'encodedList', 'id', 'statusPurpose', 'ttl', 'type'}
        and subject['encodedList'].startswith('u')
        and subject['id'] == payload['id'] + '#list'
        and subject['statusPurpose'] == 'revocation'
        and integer(subject['ttl'])
        and subject['type'] == 'BitstringStatusList'
    )


def issuer_named(held, did):
    """As last stated, also of an institution that left."""
    parts = [entry['document'] for name, chain in held.chains.items() if name != 'terms' for entry in reversed(chain)]
    found = [institution for part in parts for institution in part['institutions'] if did_of(institution) == did]
    need(found, 'trust.unknown-institution')
    return found[0]


def good_key(held, issuer, kid, signed, now):
    key = held.known_keys.get(kid)
    need(key and key['institution'] == issuer['id'], 'trust.unknown-key')
    need(key['use'] == 'record', 'trust.wrong-key-use')
    for time in (signed, now):
        need(instant(key['from']) <= time < instant(key['until']), 'trust.key-not-valid-then')
    need('revokedAt' not in key or now < instant(key['revokedAt']), 'trust.key-revoked')
    return key


def unpack(packed):
    """One gzip member and nothing after it, of bounded length."""
    unpacking = zlib.decompressobj(31)
    try:
        bits = unpacking.decompress(packed, LONGEST + 1)
    except zlib.error:
        raise Refused(MALFORMED) from None
    need(unpacking.eof and not unpacking.unused_data and len(bits) <= LONGEST, MALFORMED)
    need(len(bits) * 8 >= LEAST_BITS, MALFORMED)
    return bits


def open_list(held, jwt, now):
    header, payload, packed, signed, signature = read_list(jwt)
    issuer = issuer_named(held, payload['issuer'])
    did, _, kid = header['kid'].partition('#')
    address = re.fullmatch(ADDRESS, payload['id'])
    need(did == payload['issuer'] and address, MALFORMED)
    need(address.groups() == (issuer['domain'], issuer['id']), MALFORMED)
    key = good_key(held, issuer, kid, instant(payload['validFrom']), now)
    algorithm, public = key_of_jwk(key['jwk'], MALFORMED)
    need(header['alg'] == algorithm and verify(algorithm, public, signed, signature), MALFORMED)
    need(('samur' in payload) == held.pin['demonstration'], 'trust.demonstration-mixed')
    need(instant(payload['validFrom']) <= now + timedelta(minutes=5), MALFORMED)
    need(now < instant(payload['validUntil']), 'status.stale')
    bits = unpack(packed)
    revoked = [8 * at + bit for at, byte in enumerate(bits) for bit in range(8) if byte & (128 >> bit)]
    return {'issuer': issuer['id'], 'address': payload['id'], 'revoked': revoked}
