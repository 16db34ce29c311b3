/** As records name it: without parameters; bytes of any kind where a browser does not know. */
export function mediaTypeOf(told: string): string {
  const essence = told.replace(/[ \t]*;.*$/s, '').toLowerCase();
  return /^[a-z]+\/[a-z0-9.+-]{1,80}$/.test(essence) ? essence : 'application/octet-stream';
}
