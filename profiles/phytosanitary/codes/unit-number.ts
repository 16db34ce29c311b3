import { evenReference } from '../../../kernel/reference.ts';

/** The number of a vehicle, wagon or container in one spelling; as it stands where nothing of it would be left. */
export function plainNumber(number: string): string {
  const plain = evenReference(number);
  return plain === '' ? number : plain;
}
