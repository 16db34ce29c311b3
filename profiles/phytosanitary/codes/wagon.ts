/** Numbers of 8 digits on the 1520 mm gauge, and of 12 digits after UIC 438-2. */
const shape = /^(?:[0-9]{8}|[0-9]{12})$/;

/**
 * The last digit fills up to the next ten the sum of the digits of the products of the others with 2, 1, 2, 1 and so
 * on, from the left.
 */
export function isWagonNumber(number: string): boolean {
  if (!shape.test(number)) return false;
  let sum = 0;
  for (let index = 0; index < number.length - 1; index++) {
    const product = (number.charCodeAt(index) - 48) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10 === number.charCodeAt(number.length - 1) - 48;
}
