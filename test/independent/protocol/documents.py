"""Signed trust documents: envelope and form (docs/protocol.md, Trust list, Signed documents)."""

from encoding import ascending, from_base64url, from_canonical, from_utf8, integer, matches, need, utf8
from record import INSTITUTION, NAME, moment
from signatures import key_of_jwk, thumbprint

BAD = 'input.bad-value'
WRONG = 'trust.malformed'
USES = ('record', 'checkpoint', 'mirror', 'request')
COMMON = ('corridor', 'demonstration', 'issued', 'kind', 'nextUpdate', 'number')
HOST = r'[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?'


def members(value, required, optional=()):
    """A closed object: the wrong kind of value, then unknown members, then missing ones."""
    need(isinstance(value, dict), BAD)
    need(set(value) <= {*required, *optional}, 'input.unknown-member')
    need(set(required) <= set(value), 'input.missing-member')


def listed(value):
    need(isinstance(value, list), BAD)
    return value


def instant(text):
    need(matches(text, r'.{19}Z') and moment(f'{text[:-1]}.000Z'), BAD)
    return text


def open_envelope(text):
    """Payload bytes, and of each signature its header, the signed bytes and the signature."""
    need(len(utf8(text)) <= 1_048_576, 'input.too-large')
    envelope = from_canonical(text)
    members(envelope, ('payload', 'signatures'))
    need(isinstance(envelope['payload'], str), BAD)
    payload, signatures = from_base64url(envelope['payload']), []
    for entry in listed(envelope['signatures']):
        members(entry, ('protected', 'signature'))
        need(all(isinstance(part, str) for part in entry.values()), BAD)
        header = from_canonical(from_utf8(from_base64url(entry['protected'])))
        members(header, ('alg', 'kid', 'typ'))
        need(header['alg'] in ('EdDSA', 'ES256') and header['typ'] == 'samur-trust+jws', BAD)
        need(isinstance(header['kid'], str), BAD)
        signed = utf8(f'{entry["protected"]}.{envelope["payload"]}')
        signatures.append((header, signed, from_base64url(entry['signature'])))
    need(1 <= len(signatures) <= 4 and ascending([header['kid'] for header, _, _ in signatures]), WRONG)
    return payload, signatures


def read_jwk(jwk, extra=()):
    need(isinstance(jwk, dict), BAD)
    curve = {'Ed25519': ('OKP', ('x',)), 'P-256': ('EC', ('x', 'y'))}.get(jwk.get('crv'))
    members(jwk, ('crv', 'kty', *(curve[1] if curve else ('x',)), *extra), () if curve else ('y',))
    need(curve and jwk['kty'] == curve[0], BAD)
    need(all(isinstance(value, str) for value in jwk.values()), BAD)
    return key_of_jwk(jwk, BAD)


def read_anchor(jwk):
    key = read_jwk(jwk, ('kid',))
    need(jwk['kid'] == thumbprint(jwk), WRONG)
    return key


def read_document(kind, payload):
    document = from_canonical(from_utf8(payload))
    own = ('country', 'anchor', 'institutions') if kind == 'part' else ('profiles', 'limits')
    members(document, (*COMMON, *own), ('previous',))
    need(document['kind'] == kind and isinstance(document['corridor'], str), BAD)
    need(isinstance(document['demonstration'], bool) and integer(document['number'], 1), BAD)
    if 'previous' in document:
        need(isinstance(document['previous'], str) and len(from_base64url(document['previous'])) == 32, BAD)
    issued, next_update = instant(document['issued']), instant(document['nextUpdate'])
    if kind == 'part':
        need(matches(document['country'], '[A-Z]{2}'), BAD)
        read_anchor(document['anchor'])
        for institution in listed(document['institutions']):
            read_institution(institution)
    else:
        read_terms(document)
    need(next_update > issued, WRONG)
    need(('previous' in document) == (document['number'] > 1), WRONG)
    return document


def read_terms(document):
    need(isinstance(document['profiles'], dict) and isinstance(document['limits'], dict), BAD)
    for profile, types in document['profiles'].items():
        need(matches(profile, NAME) and isinstance(types, dict), BAD)
        need(all(matches(name, NAME) and integer(version, 1) for name, version in types.items()), BAD)
    need(all(integer(seconds, 1) for seconds in document['limits'].values()), BAD)


def read_institution(institution):
    members(institution, ('domain', 'endpoint', 'functions', 'id', 'keys', 'names'))
    need(matches(institution['id'], INSTITUTION, 64) and len(institution['id']) >= 4, BAD)
    need(matches(institution['domain'], HOST, 200), BAD)
    need(matches(institution['endpoint'], r'https?://[^\s/@?#]+(/[^\s/@?#]+)*', 400), BAD)
    members(institution['names'], ('az', 'en', 'ru'))
    need(all(isinstance(name, str) and 1 <= len(name) <= 200 for name in institution['names'].values()), BAD)
    need(all(matches(name, r'[a-z][a-z0-9.-]{0,63}') for name in listed(institution['functions'])), BAD)
    need(ascending(institution['functions']), WRONG)
    for key in listed(institution['keys']):
        read_key(key)
    need(ascending([key['kid'] for key in institution['keys']]), WRONG)


def read_key(key):
    members(key, ('from', 'jwk', 'kid', 'until', 'use'), ('revokedAt',))
    algorithm, _ = read_jwk(key['jwk'])
    need(key['use'] in USES and isinstance(key['kid'], str), BAD)
    valid = instant(key['from']) < instant(key['until'])
    if 'revokedAt' in key:
        instant(key['revokedAt'])
    need(valid and key['kid'] == thumbprint(key['jwk']), WRONG)
    need(algorithm == 'EdDSA' or key['use'] in ('record', 'request'), WRONG)
