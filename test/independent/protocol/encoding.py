"""Strict texts: base64, base64url, UTF-8 and canonical JSON (docs/protocol.md, Notation and Canonical JSON)."""
import base64
import hashlib
import json
import re

SAFE = 2**53 - 1
DEEPEST = 32


class Refused(Exception):
    """Refused with a code of the protocol's table."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def need(condition, code):
    if not condition:
        raise Refused(code)


def sha256(data):
    return hashlib.sha256(data).digest()


def utf8(text, code='input.not-utf8'):
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise Refused(code) from None


def from_utf8(data):
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Refused('input.not-utf8') from None


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b'=').decode()


def from_base64url(text, code='input.bad-base64'):
    need(re.fullmatch(r'[A-Za-z0-9_-]*', text) and len(text) % 4 != 1, code)
    data = base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))
    need(base64url(data) == text, code)
    return data


def base64_text(data):
    return base64.b64encode(data).decode()


def from_base64(text, code='input.bad-base64'):
    need(re.fullmatch(r'[A-Za-z0-9+/]*={0,2}', text) and len(text) % 4 == 0, code)
    data = base64.b64decode(text)
    need(base64_text(data) == text, code)
    return data


def decimal(text, code):
    """A number in decimal without sign or leading zero, within the safe range."""
    need(re.fullmatch(r'0|[1-9][0-9]{0,15}', text), code)
    need(int(text) <= SAFE, code)
    return int(text)


def utf16(text):
    """The key that orders texts by their UTF-16 code units."""
    return text.encode('utf-16-be', 'surrogatepass')


def ascending(texts):
    keys = [utf16(text) for text in texts]
    return all(a < b for a, b in zip(keys, keys[1:]))


def canonical(value, level=0):
    need(level <= DEEPEST, 'input.too-deep')
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int):
        need(-SAFE <= value <= SAFE, 'input.not-canonical')
        return str(value)
    if isinstance(value, str):
        utf8(value, 'input.not-canonical')
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return '[' + ','.join(canonical(item, level + 1) for item in value) + ']'
    need(isinstance(value, dict), 'input.not-canonical')
    members = (
        canonical(name, level + 1) + ':' + canonical(value[name], level + 1) for name in sorted(value, key=utf16)
    )
    return '{' + ','.join(members) + '}'


def no_constant(_):
    raise ValueError


def parse_json(text):
    try:
        return json.loads(text, parse_constant=no_constant)
    except RecursionError:
        raise Refused('input.too-deep') from None
    except ValueError:
        raise Refused('input.not-json') from None


def from_canonical(text):
    value = parse_json(text)
    need(canonical(value) == text, 'input.not-canonical')
    return value


def integer(value, least=0):
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= SAFE


def matches(value, pattern, longest=None):
    return (
        isinstance(value, str)
        and re.fullmatch(pattern, value) is not None
        and (longest is None or len(value) <= longest)
    )
