"""Ed25519 (RFC 8032 §5.1.7) and ES256 (FIPS 186-5) verification with whole numbers only, and JWK thumbprints."""
import functools
import hashlib

from encoding import base64url, canonical, from_base64url, need, sha256

# Ed25519. A point is X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)


def ed_add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def ed_multiply(scalar, point):
    result = NEUTRAL
    while scalar:
        if scalar & 1:
            result = ed_add(result, point)
        point = ed_add(point, point)
        scalar >>= 1
    return result


def ed_decode(data):
    """The point of 32 bytes, or None: y must be reduced, and x = 0 has no sign (RFC 8032 §5.1.3)."""
    number = int.from_bytes(data, 'little')
    sign, y = number >> 255, number & (2**255 - 1)
    if len(data) != 32 or y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def ed_encode(point):
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, 'little')


def ed_is_large(data):
    """A point in its one encoding that is not of small order."""
    point = ed_decode(data)
    return point is not None and ed_encode(ed_multiply(8, point)) != ed_encode(NEUTRAL)


BASE = ed_decode((4 * pow(5, -1, P) % P).to_bytes(32, 'little'))


def ed_verify(key, message, signature):
    r, s = signature[:32], int.from_bytes(signature[32:], 'little')
    if len(signature) != 64 or s >= L or not ed_is_large(key) or not ed_is_large(r):
        return False
    k = int.from_bytes(hashlib.sha512(r + key + message).digest(), 'little') % L
    x, y, z, t = ed_multiply(k, ed_decode(key))
    return ed_encode(ed_add(ed_multiply(s, BASE), (-x % P, y, z, -t % P))) == r


# P-256. A point is x, y; None is the point at infinity. Jacobian coordinates inside the multiplication.
Q = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
GENERATOR = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def p256_double(p):
    x, y, z = p
    if z == 0 or y == 0:
        return 1, 1, 0
    s, m = 4 * x * y * y % Q, 3 * (x - z * z) * (x + z * z) % Q
    x3 = (m * m - 2 * s) % Q
    return x3, (m * (s - x3) - 8 * y**4) % Q, 2 * y * z % Q


def p256_add(p, q):
    if p[2] == 0:
        return q
    if q[2] == 0:
        return p
    u1, u2 = p[0] * q[2] ** 2 % Q, q[0] * p[2] ** 2 % Q
    s1, s2 = p[1] * q[2] ** 3 % Q, q[1] * p[2] ** 3 % Q
    if u1 == u2:
        return p256_double(p) if s1 == s2 else (1, 1, 0)
    h, r = u2 - u1, s2 - s1
    x = (r * r - h**3 - 2 * u1 * h * h) % Q
    return x, (r * (u1 * h * h - x) - s1 * h**3) % Q, h * p[2] * q[2] % Q


def p256_multiply(scalar, point):
    result, power = (1, 1, 0), (*point, 1)
    while scalar:
        if scalar & 1:
            result = p256_add(result, power)
        power = p256_double(power)
        scalar >>= 1
    return result


def p256_is_key(data):
    """65 bytes: 04, x, y of a point on the curve."""
    x, y = int.from_bytes(data[1:33], 'big'), int.from_bytes(data[33:], 'big')
    return len(data) == 65 and data[0] == 4 and x < Q and y < Q and (y * y - x**3 + 3 * x - B) % Q == 0


def p256_verify(key, message, signature):
    r, s = int.from_bytes(signature[:32], 'big'), int.from_bytes(signature[32:], 'big')
    if len(signature) != 64 or not 0 < r < N or not 0 < s <= N // 2 or not p256_is_key(key):
        return False
    e, w = int.from_bytes(sha256(message), 'big'), pow(s, -1, N)
    point = int.from_bytes(key[1:33], 'big'), int.from_bytes(key[33:], 'big')
    x, _, z = p256_add(p256_multiply(e * w % N, GENERATOR), p256_multiply(r * w % N, point))
    return z != 0 and x * pow(z, -2, Q) % Q % N == r


@functools.lru_cache(maxsize=None)
def verify(algorithm, key, message, signature):
    return {'EdDSA': ed_verify, 'ES256': p256_verify}[algorithm](key, message, signature)


def in_one_form(algorithm, signature):
    """What can be told of a signature without a key: its length, and S or s in its range."""
    if len(signature) != 64:
        return False
    if algorithm == 'EdDSA':
        return int.from_bytes(signature[32:], 'little') < L
    return int.from_bytes(signature[32:], 'big') <= N // 2


def thumbprint(jwk):
    """RFC 7638: over exactly the public members."""
    return base64url(sha256(canonical({name: jwk[name] for name in ('crv', 'kty', 'x', 'y') if name in jwk}).encode()))


def key_of_jwk(jwk, code):
    """Algorithm and bytes of a JWK whose members were checked; refused when it is no usable point."""
    x = from_base64url(jwk['x'], code)
    if jwk['crv'] == 'Ed25519':
        need(ed_is_large(x), code)
        return 'EdDSA', x
    y = from_base64url(jwk['y'], code)
    need(len(x) == len(y) == 32 and p256_is_key(b'\x04' + x + y), code)
    return 'ES256', b'\x04' + x + y
