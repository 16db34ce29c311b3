/** Base45 (RFC 9285): bytes in the characters of a QR code's alphanumeric mode. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export function base45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length;
    const value = pair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
    text += alphabet[value % 45]! + alphabet[Math.floor(value / 45) % 45]!;
    if (pair) text += alphabet[Math.floor(value / 2025)]!;
  }
  return text;
}

/** Undefined for a text that no bytes have. */
export function fromBase45(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
  let to = 0;
  for (let at = 0; at < text.length; at += 3) {
    const [low, middle, high] = [text[at], text[at + 1], text[at + 2]].map((sign) =>
      sign === undefined ? 0 : alphabet.indexOf(sign),
    ) as [number, number, number];
    if (low < 0 || middle < 0 || high < 0) return undefined;
    const value = low + middle * 45 + high * 2025;
    const pair = at + 2 < text.length;
    if (value > (pair ? 0xffff : 0xff)) return undefined;
    if (pair) bytes[to++] = value >> 8;
    bytes[to++] = value & 255;
  }
  return bytes;
}
