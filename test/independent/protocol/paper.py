"""Printed codes, links and check codes (docs/protocol.md, Code on paper and Check code)."""
import re
import zlib
from collections import namedtuple

import log
from encoding import SAFE, Refused, base64_text, base64url, from_base64url, from_utf8, need, sha256, utf8
from record import LONGEST, read_record
from tree import leaf_hash, root_from_inclusion

PREFIX, MALFORMED, NOT_SAMUR = 'SMR1:', 'paper.malformed', 'paper.not-samur'
LONGEST_TEXT = 4296
MOST_HASHES = 53
BASE45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
READ_AS = {**dict(zip(BASE32, BASE32)), **dict(zip('OIİLАВЕКМНОРСТУХ', '0111ABEKMH0PCTYX'))}
DASHES = '-\u2010\u2011\u2012\u2013\u2014\u2015'
LINK = r'(https?://[a-z0-9.-]{1,200}(?::[0-9]{1,5})?)/c/([0-9a-z]{52})/([0-9a-z-]{12,14})'

Carried = namedtuple('Carried', 'jws proofs')
Link = namedtuple('Link', 'host id check_code')


def dictionary_id(dictionary):
    return sha256(dictionary)[:4]


class Reader:
    """Bytes from left to right."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        need(self.at + count <= len(self.data), MALFORMED)
        self.at += count
        return self.data[self.at - count:self.at]

    def rest(self):
        return self.take(len(self.data) - self.at)

    def varint(self):
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            need(value <= SAFE and (byte or shift == 0), MALFORMED)
            if byte < 0x80:
                return value
            shift += 7

    def end(self):
        need(self.at == len(self.data), MALFORMED)


def from_base45(text):
    """RFC 9285."""
    need(len(text) % 3 != 1 and all(sign in BASE45 for sign in text), MALFORMED)
    data = b''
    for at in range(0, len(text), 3):
        group = text[at:at + 3]
        number = sum(BASE45.index(sign) * 45**place for place, sign in enumerate(group))
        need(number < 256 ** (len(group) - 1), MALFORMED)
        data += number.to_bytes(len(group) - 1, 'big')
    return data


def inflate(packed, dictionary):
    """All of it and nothing after it, never more than a record can be long."""
    stream = zlib.decompressobj(-15, zdict=dictionary)
    try:
        data = stream.decompress(packed, LONGEST + 1)
    except zlib.error:
        raise Refused(MALFORMED) from None
    need(stream.eof and len(data) <= LONGEST and not stream.unused_data, MALFORMED)
    return data


def read_code(text, dictionaries):
    """The record and its proofs, or the link, of a scanned text. Verifies nothing."""
    text = text.strip()
    need(len(text) <= LONGEST_TEXT, NOT_SAMUR)
    if not text.startswith(PREFIX):
        return read_link(text)
    reader = Reader(from_base45(text[len(PREFIX):]))
    kind = reader.take(1)[0]
    need(kind in (1, 2), MALFORMED)
    named = reader.take(4)
    dictionary = next((d for d in dictionaries if dictionary_id(d) == named), None)
    need(dictionary is not None, 'paper.unknown-dictionary')
    signature = reader.take(64)
    packed = reader.rest() if kind == 1 else reader.take(reader.varint())
    parts = inflate(packed, dictionary).split(b'\n', 1)
    need(len(parts) == 2, MALFORMED)
    jws = '.'.join(map(base64url, [*parts, signature]))
    return Carried(jws, [] if kind == 1 else [read_proof(reader, jws)])


def read_proof(reader, jws):
    """The tlog-proof, with what the record states itself put in again."""
    record = read_record(jws)
    to = record['payload']['samur']['to']
    did = re.fullmatch('did:web:([^:]+):[^:]+', record['payload']['issuer'])
    place, generation, index, size, count = (reader.varint() for _ in range(5))
    need(did and place < len(to) and generation >= 1 and index < size and count <= MOST_HASHES, MALFORMED)
    hashes = [reader.take(32) for _ in range(count)]
    log_signature = reader.take(4 + 64)
    domain = reader.take(reader.varint())
    cosignature = reader.take(4 + 72)
    reader.end()
    try:
        mirror = f'{from_utf8(domain)}/{to[place]}'
        root = root_from_inclusion(index, size, leaf_hash(bytes.fromhex(record['id'])), hashes)
        origin = f'{did.group(1).replace("%3A", ":", 1)}/{to[place]}/{generation}'
        proof = '\n'.join([
            'c2sp.org/tlog-proof@v1', f'index {index}', *map(base64_text, hashes), '',
            origin, str(size), base64_text(root), '',
            f'\u2014 {origin} {base64_text(log_signature)}', f'\u2014 {mirror} {base64_text(cosignature)}', '',
        ])
        log.parse_checkpoint(log.parse_note(log.parse_tlog_proof(proof)[2]).text)
    except Refused:
        raise Refused(MALFORMED) from None
    return proof


def read_link(text):
    found = re.fullmatch(LINK, text, re.I | re.A)
    need(found, NOT_SAMUR)
    host, id_, code = found.groups()
    return Link(host.lower(), from_base32(id_.upper(), 256).hex(), read_check_code(code))


def base32(data, bits):
    """The first bits, and zeros up to a whole sign."""
    number = int.from_bytes(data, 'big') >> len(data) * 8 - bits << -bits % 5
    signs = -(-bits // 5)
    return ''.join(BASE32[number >> 5 * (signs - 1 - at) & 31] for at in range(signs))


def from_base32(text, bits):
    need(len(text) == -(-bits // 5) and all(sign in BASE32 for sign in text), NOT_SAMUR)
    number = 0
    for sign in text:
        number = number << 5 | BASE32.index(sign)
    data = (number >> -bits % 5).to_bytes(bits // 8, 'big')
    need(base32(data, bits) == text, NOT_SAMUR)
    return data


def check_code(record):
    nonce = from_base64url(record['payload']['samur']['nonce'])
    digest = sha256(utf8('samur check code v1\n') + bytes.fromhex(record['id']) + nonce)
    return grouped(base32(digest, 60))


def grouped(signs):
    return '-'.join(signs[at:at + 4] for at in range(0, 12, 4))


def read_check_code(text):
    signs = [sign.upper() for sign in text if not sign.isspace() and sign not in DASHES]
    need(len(signs) == 12 and all(sign in READ_AS for sign in signs), NOT_SAMUR)
    return grouped(''.join(READ_AS[sign] for sign in signs))


def link_text(record):
    """What is printed of a record that is too long for a code, without the scheme, which is the endpoint's."""
    domain = record['payload']['issuer'].split(':')[2].replace('%3A', ':')
    return f'://{domain}/C/{base32(bytes.fromhex(record["id"]), 256)}/{check_code(record)}'.upper()
