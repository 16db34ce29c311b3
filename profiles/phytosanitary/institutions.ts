/** The country part of an institution id: `az.afsa` belongs to AZ. */
export function countryOf(institution: string): string {
  const dot = institution.indexOf('.');
  return institution.slice(0, dot === -1 ? institution.length : dot).toUpperCase();
}

/** The first recipient that belongs to the importing country. Plant protection services come before others. */
export function importingInstitution(to: readonly string[], importCountry: string): string | undefined {
  return to.filter((id) => id.includes('.') && countryOf(id) === importCountry)[0];
}
