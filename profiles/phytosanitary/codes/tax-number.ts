/** Tax numbers by the form of their country. Of countries that are not here, any number is taken as it stands. */

const remainder = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits.charCodeAt(index) - 48), 0) % 11;

const voenWeights = [4, 1, 8, 6, 2, 7, 5, 3];

/** VÖEN: territory, serial number, check digit, then 1 for a legal and 2 for a natural person. */
function isVoen(value: string): boolean {
  return /^[0-9]{9}[12]$/.test(value) && remainder(value, voenWeights) === Number(value[8]);
}

const innWeights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** INN: ten digits for an organisation with one check digit, twelve for a person with two. */
function isInn(value: string): boolean {
  const checks = (at: number) => remainder(value, innWeights.slice(innWeights.length - at)) % 10 === Number(value[at]);
  if (/^[0-9]{10}$/.test(value)) return checks(9);
  return /^[0-9]{12}$/.test(value) && checks(10) && checks(11);
}

const forms: Readonly<Record<string, (value: string) => boolean>> = { AZ: isVoen, RU: isInn };

export const isTaxNumber = (country: string, value: string): boolean => forms[country]?.(value) ?? true;
