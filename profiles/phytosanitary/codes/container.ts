const shape = /^[A-Z]{3}[UJZ][0-9]{7}$/;

export const isContainerShaped = (number: string): boolean => shape.test(number);

/** ISO 6346: letters count from 10 leaving out multiples of 11, weights are powers of two, modulo 11 modulo 10. */
export function isContainerNumber(number: string): boolean {
  if (!shape.test(number)) return false;
  let sum = 0;
  for (let index = 0; index < 10; index++) sum += value(number.charCodeAt(index)) * 2 ** index;
  return (sum % 11) % 10 === number.charCodeAt(10) - 48;
}

function value(code: number): number {
  if (code < 65) return code - 48;
  const plain = code - 55;
  return plain + Math.floor((plain - 1) / 10);
}
