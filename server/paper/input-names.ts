/** Members as Typst writes names: `checkCode` becomes `check-code`, at every depth. */
export function hyphenated(value: object): object {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const plain = typeof member === 'object' && member !== null && !Array.isArray(member);
      return [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), plain ? hyphenated(member) : member];
    }),
  );
}
