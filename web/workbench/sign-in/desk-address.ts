/** Address of a place in the workbench; the language where the place is shown in another one. Never of another server. */
export function deskAddress(origin: string, to: string, language?: string): string {
  const start = `${origin}/desk`;
  const address = new URL(to.startsWith('/') ? start + to : start);
  if (language !== undefined) address.searchParams.set('lang', language);
  return address.href;
}
