/** One kind of forgery, and how often it was refused with the code that is expected. */
export interface Forgery {
  readonly kind: string;
  readonly planted: number;
  readonly refused: number;
  readonly code: string;
}
