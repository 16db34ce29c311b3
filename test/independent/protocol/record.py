"""Records: reading, ids, signatures (docs/protocol.md, Record)."""
from encoding import (
    Refused, ascending, from_base64url, from_canonical, from_utf8, integer, matches, need, sha256, utf8,
)
from signatures import in_one_form, verify

LONGEST = 262_144
CONTEXT = ['https://www.w3.org/ns/credentials/v2', 'https://samur.example/ns/record/v1']
TYPE = ['VerifiableCredential', 'SamurRecord']
NAME = r'[a-z][a-z0-9-]{0,63}'
INSTITUTION = r'[a-z]{2}(\.[a-z0-9]+(-[a-z0-9]+)*)+'
DID = r'did:web:[^\s#?/]+'
DIGEST = r'[0-9a-f]{64}'


def part(text):
    return from_canonical(from_utf8(from_base64url(text)))


def read_header(text):
    header = part(text)
    need(isinstance(header, dict), 'record.bad-header')
    need(header.get('alg') in ('EdDSA', 'ES256'), 'record.unsupported-algorithm')
    need(set(header) == {'alg', 'cty', 'kid', 'typ'}, 'record.bad-header')
    need(header['cty'] == 'vc' and header['typ'] == 'vc+jwt', 'record.bad-header')
    return header


def moment(text):
    """YYYY-MM-DDTHH:MM:SS.mmmZ, and such a moment exists."""
    if not matches(text, r'[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z'):
        return False
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    in_day = int(text[11:13]) < 24 and int(text[14:16]) < 60 and int(text[17:19]) < 60
    return 1 <= month <= 12 and 1 <= day <= days[month - 1] and in_day


def objects(value, most, members, by):
    """A list of objects with exactly these members, ascending by one of them."""
    return (
        isinstance(value, list)
        and len(value) <= most
        and all(isinstance(item, dict) and set(item) == set(members) for item in value)
        and all(check(item[name]) for item in value for name, check in members.items())
        and ascending([item[by] for item in value])
    )


def texts(value, least, most, pattern, longest=None):
    return (
        isinstance(value, list)
        and least <= len(value) <= most
        and all(matches(item, pattern, longest) for item in value)
        and ascending(value)
    )


def nonce(value):
    try:
        return isinstance(value, str) and len(from_base64url(value)) == 16
    except Refused:
        return False


def about(value):
    return (
        isinstance(value, dict)
        and set(value) == {'after', 'id'}
        and matches(value['id'], DIGEST)
        and texts(value['after'], 0, 64, DIGEST)
    )


def trust(value):
    if not isinstance(value, dict) or len(value) != 3 or 'terms' not in value:
        return False
    return all((name == 'terms' or matches(name, '[A-Z]{2}')) and integer(value[name], 1) for name in value)


SAMUR = {
    'annexes': lambda value: objects(value, 64, {
        'digest': lambda text: matches(text, DIGEST),
        'mediaType': lambda text: matches(text, r'[a-z]+/[a-z0-9.+-]{1,80}'),
        'name': lambda text: isinstance(text, str) and 1 <= len(text) <= 200,
        'size': integer,
    }, 'digest'),
    'basis': lambda value: objects(value, 64, {
        'origin': lambda text: matches(text, r'[^\s+]{1,300}'),
        'root': lambda text: matches(text, DIGEST),
        'size': integer,
    }, 'origin'),
    'issuer': lambda value: matches(value, INSTITUTION, 64),
    'nonce': nonce,
    'profile': lambda value: matches(value, NAME),
    'to': lambda value: texts(value, 1, 32, INSTITUTION, 64),
    'trust': trust,
    'type': lambda value: matches(value, NAME),
    'version': lambda value: integer(value, 1),
}
STATUS_LIST = r'https?://[a-z0-9.-]+(:[1-9][0-9]{0,4})?/status/([a-z0-9.-]+)/[1-9][0-9]{0,8}'
STATUS = {
    'statusListCredential': lambda value: matches(value, STATUS_LIST, 400),
    'statusListIndex': lambda value: matches(value, '0|[1-9][0-9]{0,5}') and int(value) < 131072,
    'statusPurpose': lambda value: value == 'revocation',
    'type': lambda value: value == 'BitstringStatusListEntry',
}
OPTIONAL = {'about': about, 'demonstration': lambda value: value is True}
PAYLOAD = {
    '@context': lambda value: value == CONTEXT,
    'credentialSubject': lambda value: isinstance(value, dict),
    'issuer': lambda value: matches(value, DID, 400),
    'samur': lambda value: isinstance(value, dict),
    'type': lambda value: value == TYPE,
    'validFrom': moment,
}


def closed(value, required, optional=None):
    optional = optional or {}
    need(isinstance(value, dict), 'record.bad-payload')
    need(set(required) <= set(value) <= set(required) | set(optional), 'record.bad-payload')
    for name, check in {**required, **optional}.items():
        need(name not in value or check(value[name]), 'record.bad-payload')


def read_payload(text):
    payload = part(text)
    closed(payload, PAYLOAD, {'credentialStatus': lambda value: isinstance(value, dict)})
    closed(payload['samur'], SAMUR, OPTIONAL)
    if 'credentialStatus' in payload:
        closed(payload['credentialStatus'], STATUS)
        owner = payload['credentialStatus']['statusListCredential'].split('/')[-2]
        need(owner == payload['samur']['issuer'], 'record.bad-payload')
    need(payload['samur']['issuer'] not in payload['samur']['to'], 'record.wrong-recipients')
    return payload


def read_record(jws):
    """Header, payload, id, signed bytes and signature, in the page's order of refusals. Tells nothing of who signed."""
    need(len(jws) <= LONGEST, 'input.too-large')
    parts = jws.split('.')
    need(len(parts) == 3, 'record.malformed')
    header, payload = read_header(parts[0]), read_payload(parts[1])
    did, _, key = header['kid'].partition('#') if isinstance(header['kid'], str) else ('', '', '')
    need(did == payload['issuer'] and key != '', 'record.bad-header')
    signature = from_base64url(parts[2], 'record.non-canonical-signature')
    need(in_one_form(header['alg'], signature), 'record.non-canonical-signature')
    signed = utf8(f'{parts[0]}.{parts[1]}')
    return {
        'header': header, 'payload': payload, 'id': sha256(signed).hex(), 'signed': signed, 'signature': signature,
    }


def verify_record(record, algorithm, key):
    need(record['header']['alg'] == algorithm, 'record.unsupported-algorithm')
    need(verify(algorithm, key, record['signed'], record['signature']), 'record.bad-signature')
