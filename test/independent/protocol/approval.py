"""Enrolments and approvals: form, assertions, place and rules (docs/protocol.md, Officers and approvals)."""
import json
import re

from encoding import (
    DEEPEST, Refused, ascending, canonical, from_base64url, from_utf8, matches, need, no_constant, parse_json, sha256,
)
from record import DIGEST, closed
from signatures import key_of_jwk, verify

BAD = 'approval.bad-assertion'
UNKNOWN = 'approval.unknown-officer'
ROLES = ('administrator', 'border-officer', 'signatory', 'supervisor')
WITNESSING = {'administrator', 'supervisor'}
APPROVING = {'border-officer', 'signatory'}
HOST = r'[a-z0-9-]+(\.[a-z0-9-]+)*'


def text(pattern, longest=None):
    return lambda value: matches(value, pattern, longest)


def has_members(value, required, optional=None):
    try:
        closed(value, required, optional)
    except Refused:
        return False
    return True


COORDINATE = text('[A-Za-z0-9_-]{43}')


def exactly(wanted):
    return lambda value: value == wanted


def key(value):
    return has_members(value, {'kty': exactly('OKP'), 'crv': exactly('Ed25519'), 'x': COORDINATE}) or has_members(
        value, {'kty': exactly('EC'), 'crv': exactly('P-256'), 'x': COORDINATE, 'y': COORDINATE}
    )


def assertion(value):
    return has_members(value, {
        'authenticatorData': text('[A-Za-z0-9_-]{50,2000}'),
        'clientData': text('[A-Za-z0-9_-]{1,4000}'),
        'signature': text('[A-Za-z0-9_-]{86}'),
    })


OFFICER = {'officer': text('[A-Za-z0-9_-]{22}'), 'key': key, 'relyingParty': text(HOST, 253)}
MARK = {'demonstration': lambda value: value is True}
FORMS = {
    'enrolment': ({
        **OFFICER,
        'roles': lambda value: isinstance(value, list) and 1 <= len(value) <= 4 and all(one in ROLES for one in value),
        'means': lambda value: value in ('passkey', 'demonstration'),
        'cause': lambda value: value in ('enrolment', 'recovery', 'roles'),
        'witnesses': lambda value: isinstance(value, list) and len(value) <= 2 and all(
            has_members(one, {**OFFICER, 'assertion': assertion}, MARK) for one in value
        ),
    }, {'founding': lambda value: value is True}),
    'enrolment-end': ({'officer': OFFICER['officer']}, {}),
    'approval': ({
        **OFFICER,
        'record': text(DIGEST),
        'of': lambda value: value in ('record', 'contents'),
        'assertion': assertion,
    }, MARK),
}


def contents(record):
    names = ('about', 'annexes', 'claims', 'profile', 'to', 'type', 'version')
    return {name: record[name] for name in names if name in record}


def contents_challenge(record):
    return sha256(b'samur contents v1\n' + canonical(contents(record)).encode())


def witness_challenge(claims):
    stated = {name: value for name, value in claims.items() if name != 'witnesses'}
    return sha256(b'samur enrolment v1\n' + canonical(stated).encode())


def each_once(members):
    need(len({name for name, _ in members}) == len(members), BAD)
    return dict(members)


def depth(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max(map(depth, inner), default=0)


def answered(client_data, relying_party):
    """The challenge that the client data answer."""
    try:
        said = json.loads(from_utf8(client_data), parse_constant=no_constant, object_pairs_hook=each_once)
        need(depth(said) <= DEEPEST, BAD)
    except (Refused, ValueError, RecursionError):
        raise Refused(BAD) from None
    need(isinstance(said, dict) and said.get('type') == 'webauthn.get', BAD)
    need(said.get('crossOrigin', False) is False, BAD)
    origin = said.get('origin')
    found = isinstance(origin, str) and re.fullmatch(r'(https?)://([a-z0-9.-]{1,253})(:[1-9][0-9]{0,4})?', origin)
    need(found, BAD)
    scheme, host = found.group(1), found.group(2)
    need(scheme == 'https' or host == 'localhost' or host.endswith('.localhost'), BAD)
    need(host == relying_party or host.endswith('.' + relying_party), BAD)
    need(isinstance(said.get('challenge'), str), BAD)
    challenge = from_base64url(said['challenge'], BAD)
    need(len(challenge) == 32, BAD)
    return challenge


def check_assertion(officer, challenge):
    """Of an approval or a witness; without a challenge any 32 bytes are one."""
    algorithm, public = key_of_jwk(officer['key'], BAD)
    given = {name: from_base64url(value, BAD) for name, value in officer['assertion'].items()}
    data, client_data = given['authenticatorData'], given['clientData']
    need(len(data) >= 37 and data[:32] == sha256(officer['relyingParty'].encode()), BAD)
    flags = data[32]
    need(not flags & 0x40 and bool(flags & 0x80) == (len(data) > 37), BAD)
    need(flags & 0x05 == (0 if 'demonstration' in officer else 0x05), BAD)
    stated = answered(client_data, officer['relyingParty'])
    need(challenge is None or stated == challenge, BAD)
    need(verify(algorithm, public, data + sha256(client_data), given['signature']), BAD)


def open_claims(kind, claims, demonstration):
    """Form and assertions of claims that nobody has looked at."""
    required, optional = FORMS[kind]
    need(has_members(claims, required, optional), 'record.bad-claims')
    if kind == 'approval':
        need(demonstration or 'demonstration' not in claims, 'trust.demonstration-mixed')
        check_assertion(claims, bytes.fromhex(claims['record']) if claims['of'] == 'record' else None)
    if kind == 'enrolment':
        need(demonstration or claims['means'] == 'passkey', 'trust.demonstration-mixed')
        key_of_jwk(claims['key'], BAD)
        for witness in claims['witnesses']:
            need(demonstration or 'demonstration' not in witness, 'trust.demonstration-mixed')
            check_assertion(witness, witness_challenge(claims))


def check_behind(claims, record):
    """What an approval stands behind is what it approves."""
    need(claims['record'] == record['id'], BAD)
    check_assertion(claims, contents_challenge(record) if claims['of'] == 'contents' else bytes.fromhex(record['id']))


def is_enrolled(value, named):
    same = value['key'] == named['key'] and value['relyingParty'] == named['relyingParty']
    return same and (value['means'] == 'demonstration') == ('demonstration' in named)


def may(value, roles):
    return bool(roles & set(value['roles']))


def enrolment_findings(claims, register):
    witnesses, founding = claims['witnesses'], 'founding' in claims
    names = [one['officer'] for one in witnesses]
    keys = {canonical(one['key']) for one in [claims, *witnesses]}
    others = {name: value for name, value in register.items() if name != claims['officer']}
    if not ascending(claims['roles']):
        yield 'bad-order'
    if not ascending(names) or claims['officer'] in names or len(keys) != len(witnesses) + 1:
        yield 'witnesses-not-apart'
    if len(witnesses) > 1 if founding else len(witnesses) != 2:
        yield 'two-witnesses'
    if any(value['key'] == claims['key'] for value in others.values()):
        yield 'key-in-use'
    stated = ('roles', 'key', 'relyingParty', 'means', 'founding')
    if register.get(claims['officer']) == {name: claims[name] for name in stated if name in claims}:
        return
    for witness in witnesses:
        value = others.get(witness['officer'])
        if value is None or not may(value, WITNESSING) or not is_enrolled(value, witness):
            yield UNKNOWN
    able = sum(may(value, WITNESSING) for value in others.values())
    if founding and able > 1:
        yield 'founding-over'
    elif founding and len(witnesses) < able:
        yield 'two-witnesses'


def approval_findings(claims, register):
    value = register.get(claims['officer'])
    if value is None or not may(value, APPROVING) or not is_enrolled(value, claims):
        yield UNKNOWN


RULES = {'enrolment': enrolment_findings, 'approval': approval_findings, 'enrolment-end': lambda *_: ()}


def check(vector):
    """Codes of findings, ascending; none of what holds."""
    kind, claims = vector['type'], vector['claims']
    open_claims(kind, claims, vector['demonstration'])
    if 'record' in vector:
        check_behind(claims, vector['record'])
    register = {one['officer']: one['value'] for one in vector['officers']}
    return sorted(RULES[kind](claims, register))


def example(page_claims, record):
    """Whether the page's approval is one of the page's record; its contents and their challenge."""
    claims = parse_json(page_claims)
    open_claims('approval', claims, False)
    payload = record['payload']
    samur = payload['samur']
    stated = {**samur, 'id': record['id'], 'claims': payload['credentialSubject'], 'about': samur['about']['id']}
    check_behind(claims, stated)
    return canonical(claims) == page_claims, canonical(contents(stated)), contents_challenge(stated).hex()
