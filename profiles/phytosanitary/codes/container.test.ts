import { describe, expect, it } from 'vitest';
import { isContainerNumber } from './container.ts';

describe('container numbers', () => {
  it.each(['CSQU3054383', 'MSKU6011672', 'TOLU4734787'])('%s is right', (number) => {
    expect(isContainerNumber(number)).toBe(true);
  });

  it.each(['CSQU3054384', 'CSQU3054383<script>', 'xxJ123456', 'MSKU12345651234'])('%s is not', (number) => {
    expect(isContainerNumber(number)).toBe(false);
  });
});
