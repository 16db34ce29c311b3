/** Recovery codes as people copy them from paper: 32 signs of Crockford's Base32 in groups of four. */
export const codeLength = 32;

/** Letters that look like digits become those; whatever is no sign of a code is left out. */
export function codeSigns(text: string): string {
  return text
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-HJKMNP-TV-Z]/g, '');
}

export function inGroups(code: string): string {
  return (codeSigns(code).match(/.{1,4}/g) ?? []).join('-');
}
