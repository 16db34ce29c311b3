/** Cyrillic capitals that look like Latin ones: number plates use them (GOST R 50577), people write either. */
const lookalikes = new Map([...'АВЕКМНОРСТУХ'].map((letter, index) => [letter, 'ABEKMHOPCTYX'.charAt(index)]));

/**
 * The number of a vehicle, wagon or container without what tells no two apart: letter case, blanks and marks between
 * the characters, Cyrillic or Latin letters of one look.
 */
export function plainNumber(number: string): string {
  const plain = number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/./gu, (letter) => lookalikes.get(letter) ?? letter);
  return plain === '' ? number : plain;
}
