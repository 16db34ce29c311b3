import { type Refusal, refuse } from '../refusal.ts';

const decimal = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;

/** Longest text read; far above any quantity of goods, far below what would cost time. */
const maxDigits = 30;

/**
 * Reads a decimal string as an integer in units of 10^-scale, exactly: more significant decimal places than the
 * scale are refused, trailing zeros are not.
 */
export function parseDecimal(text: string, scale: number): bigint | Refusal {
  const parts = decimal.exec(text);
  if (parts === null || text.length > maxDigits) return refuse('ledger.bad-amount', { amount: text.slice(0, 40) });
  const fraction = (parts[3] ?? '').replace(/0+$/, '');
  if (fraction.length > scale) return refuse('ledger.bad-amount', { amount: text, scale });
  const magnitude = BigInt(parts[2] + fraction.padEnd(scale, '0'));
  return parts[1] === '-' ? -magnitude : magnitude;
}

/** The shortest decimal string of an integer in units of 10^-scale. */
export function formatDecimal(amount: bigint, scale: number): string {
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return sign + whole + (fraction === '' ? '' : `.${fraction}`);
}
