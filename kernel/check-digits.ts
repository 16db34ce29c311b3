/** Numbers that prove themselves by a check digit: ISO 6346, UIC 438-2 and the 1520 mm gauge, tax numbers. */

const containerShape = /^[A-Z]{3}[UJZ][0-9]{7}$/;

export const isContainerShaped = (number: string): boolean => containerShape.test(number);

/** ISO 6346: letters count from 10 leaving out multiples of 11, weights are powers of two, modulo 11 modulo 10. */
export function isContainerNumber(number: string): boolean {
  if (!containerShape.test(number)) return false;
  let sum = 0;
  for (let index = 0; index < 10; index++) sum += letterValue(number.charCodeAt(index)) * 2 ** index;
  return (sum % 11) % 10 === number.charCodeAt(10) - 48;
}

function letterValue(code: number): number {
  if (code < 65) return code - 48;
  const plain = code - 55;
  return plain + Math.floor((plain - 1) / 10);
}

/** Numbers of 8 digits on the 1520 mm gauge, and of 12 digits after UIC 438-2. */
const wagonShape = /^(?:[0-9]{8}|[0-9]{12})$/;

/**
 * The last digit fills up to the next ten the sum of the digits of the products of the others with 2, 1, 2, 1 and so
 * on, from the left.
 */
export function isWagonNumber(number: string): boolean {
  if (!wagonShape.test(number)) return false;
  let sum = 0;
  for (let index = 0; index < number.length - 1; index++) {
    const product = (number.charCodeAt(index) - 48) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10 === number.charCodeAt(number.length - 1) - 48;
}

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

/** Tax numbers by the form of their country. */
const forms: Readonly<Record<string, (value: string) => boolean>> = { AZ: isVoen, RU: isInn };

/** Of countries whose form is not known here, any number is taken as it stands. */
export const isTaxNumber = (country: string, value: string): boolean => forms[country]?.(value) ?? true;
