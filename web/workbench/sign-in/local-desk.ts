/** Address of another institution's own desk, where it answers on this very computer; of no other host. */
export function localDesk(domain: string, language: string): string | undefined {
  return /^(?:[a-z0-9-]+\.)*[a-z]{2}\.localhost:[1-9][0-9]{0,4}$/.test(domain)
    ? `http://${domain}/desk?lang=${language}`
    : undefined;
}
