import { expect, it } from 'vitest';
import { decisionReasons, suspensionReasons, withdrawalReasons } from '../reasons.ts';
import { codeWords } from './index.ts';

it('a form offers the reasons that the rules of its type take', () => {
  expect(codeWords['suspension/reason']).toBe(suspensionReasons);
  expect(codeWords['withdrawal/reason']).toBe(withdrawalReasons);
  expect([codeWords['reasons'], codeWords['reasons/code']]).toEqual([decisionReasons, decisionReasons]);
});
