"""The Merkle tree of a channel: hashes, tiles, bundles and proofs (RFC 6962 §2.1, RFC 9162 §2.1.3 and §2.1.4)."""
import re

from encoding import SAFE, Refused, decimal, integer, need, sha256


def leaf_hash(entry):
    return sha256(b'\x00' + entry)


def node_hash(left, right):
    return sha256(b'\x01' + left + right)


def root_of(leaves):
    if len(leaves) <= 1:
        return leaves[0] if leaves else sha256(b'')
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(root_of(leaves[:half]), root_of(leaves[half:]))


def perfect_subtrees(leaves):
    """Roots of the perfect subtrees from left to right, the largest first."""
    roots = []
    while leaves:
        width = 1 << len(leaves).bit_length() - 1
        roots.append(root_of(leaves[:width]))
        leaves = leaves[width:]
    return roots


def grouped(n):
    digits = str(n).zfill(-(-len(str(n)) // 3) * 3)
    groups = [digits[i:i + 3] for i in range(0, len(digits), 3)]
    return '/'.join(['x' + group for group in groups[:-1]] + groups[-1:])


def tiles(leaves):
    """Path and bytes of every tile of a tree with these leaf hashes."""
    level, hashes = 0, leaves
    while hashes:
        for n in range(0, len(hashes), 256):
            tile = hashes[n:n + 256]
            suffix = '' if len(tile) == 256 else f'.p/{len(tile)}'
            yield f'tile/{level}/{grouped(n // 256)}{suffix}', b''.join(tile)
        whole = len(hashes) // 256 * 256
        hashes = [root_of(hashes[n:n + 256]) for n in range(0, whole, 256)]
        level += 1


def parse_path(path):
    found = re.fullmatch(r'tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([0-9]{1,3}))?', path)
    need(found, 'log.malformed-tile')
    level, groups, width = found.groups()
    n = int(groups.replace('x', '').replace('/', ''))
    need(n <= SAFE and grouped(n) == groups, 'log.malformed-tile')
    parsed = {'n': n, 'width': 256}
    if width is not None:
        parsed['width'] = decimal(width, 'log.malformed-tile')
        need(1 <= parsed['width'] <= 255, 'log.malformed-tile')
    if level != 'entries':
        parsed['level'] = decimal(level, 'log.malformed-tile')
        need(parsed['level'] <= 63, 'log.malformed-tile')
    return parsed


def decode_bundle(data, width):
    entries = [data[at:at + 34] for at in range(0, len(data), 34)]
    good = 1 <= width <= 256 and len(entries) == width
    need(good and all(len(entry) == 34 and entry[:2] == b'\x00\x20' for entry in entries), 'log.malformed-bundle')
    return [entry[2:] for entry in entries]


def verify_inclusion(index, size, root, entry, proof):
    need(integer(index) and integer(size) and index < size, 'log.index-out-of-range')
    try:
        need(len(entry) == 32 and all(len(hash_) == 32 for hash_ in proof), 'log.bad-inclusion')
        need(root_from_inclusion(index, size, leaf_hash(entry), proof) == root, 'log.bad-inclusion')
    except IndexError:
        raise Refused('log.bad-inclusion') from None


def root_from_inclusion(index, size, leaf, proof):
    """RFC 9162 §2.1.3.2."""
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        need(sn != 0, 'log.bad-inclusion')
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    need(sn == 0, 'log.bad-inclusion')
    return r


def verify_consistency(old_size, old_root, new_size, new_root, proof):
    """RFC 9162 §2.1.4.2."""
    need(integer(old_size, 1) and integer(new_size) and old_size <= new_size, 'log.index-out-of-range')
    code = 'log.bad-consistency'
    need(all(len(hash_) == 32 for hash_ in proof), code)
    if old_size == new_size:
        need(not proof and old_root == new_root, code)
        return
    need(proof, code)
    path = [old_root, *proof] if old_size & (old_size - 1) == 0 else proof
    fn, sn = old_size - 1, new_size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        need(sn != 0, code)
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    need(sn == 0 and fr == old_root and sr == new_root, code)
