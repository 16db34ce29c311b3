/** A value as a pattern asks for it, where the pattern is a plain row of signs: numbers of fixed form, codes. */

const piece = /\[(0-9|A-Z)[^\]]*\](?:\{(?:\d+,)?(\d+)\})?|([A-Za-z0-9/.-])(?![*+?{])/uy;
const signs = { '0-9': '1234567890', 'A-Z': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' };
const longest = 40;

export function exampleOf(pattern: string): string | undefined {
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return undefined;
  const inner = pattern.slice(1, -1);
  let example = '';
  piece.lastIndex = 0;
  while (piece.lastIndex < inner.length) {
    const found = piece.exec(inner);
    if (found === null) return undefined;
    const [, kind, count = '1', literal] = found;
    const row = kind === '0-9' || kind === 'A-Z' ? signs[kind] : (literal ?? '');
    example += literal ?? row.repeat(Math.ceil(Number(count) / row.length)).slice(0, Number(count));
  }
  const fits = example !== '' && example.length <= longest && new RegExp(pattern, 'u').test(example);
  return fits ? example : undefined;
}
