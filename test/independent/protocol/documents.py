"""Signed trust documents: envelope and form (docs/protocol.md, Trust list, Signed documents)."""

from encoding import ascending, from_base64url, from_canonical, from_utf8, integer, matches, need, utf8
from record import INSTITUTION, NAME, moment
from signatures import key_of_jwk, thumbprint

BAD = 'input.bad-value'
WRONG = 'trust.malformed'
USES = ('record', 'checkpoint', 'mirror', 'request')
COMMON = ('corridor', 'demonstration', 'issued', 'kind', 'nextUpdate', 'number')
LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
PORT = '(:[1-9][0-9]{0,4})?'
DOMAIN = rf'({LABEL}\.)*(?=[a-z]){LABEL}{PORT}'
ENDPOINT = rf'https?://{LABEL}(\.{LABEL})*{PORT}(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*'
FUNCTION = r'[a-z][a-z0-9.-]{0,63}'
TEXT = r'[A-Za-z0-9_-]+'
THUMBPRINT = r'[A-Za-z0-9_-]{43}'


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
    need(matches(envelope['payload'], TEXT), BAD)
    payload, signatures = from_base64url(envelope['payload']), []
    for entry in listed(envelope['signatures']):
        members(entry, ('protected', 'signature'))
        need(matches(entry['protected'], TEXT) and matches(entry['signature'], r'[A-Za-z0-9_-]{86}'), BAD)
        header = from_canonical(from_utf8(from_base64url(entry['protected'])))
        members(header, ('alg', 'kid', 'typ'))
        need(header['alg'] in ('EdDSA', 'ES256') and header['typ'] == 'samur-trust+jws', BAD)
        need(matches(header['kid'], THUMBPRINT), BAD)
        signed = utf8(f'{entry["protected"]}.{envelope["payload"]}')
        signatures.append((header, signed, from_base64url(entry['signature'])))
    need(1 <= len(signatures) <= 4 and ascending([header['kid'] for header, _, _ in signatures]), WRONG)
    return payload, signatures


def read_jwk(jwk, extra=()):
    need(isinstance(jwk, dict), BAD)
    curve = {'Ed25519': ('OKP', ('x',)), 'P-256': ('EC', ('x', 'y'))}.get(jwk.get('crv'))
    members(jwk, ('crv', 'kty', *(curve[1] if curve else ('x',)), *extra), () if curve else ('y',))
    need(curve and jwk['kty'] == curve[0], BAD)
    need(all(matches(jwk[name], THUMBPRINT) for name in jwk if name not in ('crv', 'kty')), BAD)


def read_anchor(jwk):
    read_jwk(jwk, ('kid',))
    need(jwk['kid'] == thumbprint(jwk), WRONG)
    return key_of_jwk(jwk, BAD)


def read_document(kind, payload):
    document = from_canonical(from_utf8(payload))
    own = ('country', 'anchor', 'institutions') if kind == 'part' else ('profiles', 'limits')
    members(document, (*COMMON, *own), ('previous',))
    need(document['kind'] == kind and isinstance(document['corridor'], str), BAD)
    need(isinstance(document['demonstration'], bool) and integer(document['number'], 1), BAD)
    if 'previous' in document:
        need(matches(document['previous'], THUMBPRINT), BAD)
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
    named(document['limits'], FUNCTION)
    named(document['profiles'], NAME)
    need(all(integer(seconds, 1) for seconds in document['limits'].values()), BAD)
    for types in document['profiles'].values():
        need(isinstance(types, dict), BAD)
        named(types, NAME)
        need(all(integer(version, 1) for version in types.values()), BAD)


def named(mapping, pattern):
    need(all(matches(name, pattern) for name in mapping), 'input.unknown-member')


def read_institution(institution):
    members(institution, ('domain', 'endpoint', 'functions', 'id', 'keys', 'names'))
    need(matches(institution['id'], INSTITUTION, 64) and len(institution['id']) >= 4, BAD)
    need(matches(institution['domain'], DOMAIN, 200) and matches(institution['endpoint'], ENDPOINT, 400), BAD)
    members(institution['names'], ('az', 'en', 'ru'))
    need(all(matches(name, r'(?! )[^\x00-\x1f\x7f-\x9f]{1,200}(?<! )') for name in institution['names'].values()), BAD)
    need(all(matches(name, FUNCTION) for name in listed(institution['functions'])), BAD)
    for key in listed(institution['keys']):
        read_key(key)


def read_key(key):
    members(key, ('from', 'jwk', 'kid', 'until', 'use'), ('revokedAt',))
    read_jwk(key['jwk'])
    need(key['use'] in USES and matches(key['kid'], THUMBPRINT), BAD)
    for time in ('from', 'until', 'revokedAt'):
        need(time not in key or instant(key[time]), BAD)


def check_keys(institution):
    """What is judged of functions and keys only after the signatures."""
    need(ascending(institution['functions']), WRONG)
    need(ascending([key['kid'] for key in institution['keys']]), WRONG)
    for key in institution['keys']:
        need(key['kid'] == thumbprint(key['jwk']) and key['from'] < key['until'], WRONG)
        algorithm, _ = key_of_jwk(key['jwk'], BAD)
        need(algorithm == 'EdDSA' or key['use'] in ('record', 'request'), WRONG)
