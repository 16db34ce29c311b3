/** Others' words as they may stand in the page: nothing in them is hidden, and nothing turns the line around. Pure. */

// Controls but line feed and tab, signs of direction, and signs that have no width. The joiners of Arabic script and of
// pictures (200C, 200D) change how letters look and stay.
const hidden =
  /(?![\n\t])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Signs that cannot be seen stand as their code point: `⟨U+202E⟩`. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(hidden, (sign) => `⟨U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

/** At most so many characters, never half of one; undefined when all of the text is that short. */
export function shortened(text: string, most: number): string | undefined {
  if (text.length <= most) return undefined;
  const end = /[\ud800-\udbff]/.test(text[most - 1] ?? '') ? most - 1 : most;
  return `${text.slice(0, end)}…`;
}
