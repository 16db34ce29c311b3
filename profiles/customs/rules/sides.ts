/** Who may say what about a manifest. Contents alone tell it, so that every holder agrees. */
import type { Rule, Statement } from '../../../kernel/profile.ts';
import type { ControlResult } from '../claims/control.ts';
import { receivingCustoms } from '../institutions.ts';
import { finding } from './finding.ts';

export const receivingSide: Rule = {
  name: 'only the receiving customs service acts',
  contents: true,
  check({ issuer, subject }) {
    const receiving = subject === undefined ? undefined : receivingCustoms(subject);
    if (subject === undefined || issuer === receiving) return [];
    return [finding('not-receiving-side', 'refuse', '', { institution: receiving ?? '' })];
  },
};

export const sideOfControl: Rule = {
  name: 'a control result is of the side that made it',
  contents: true,
  check({ issuer, claims, subject }) {
    if (subject === undefined) return [];
    const { side } = claims as unknown as ControlResult;
    const institution = side === 'sending' ? subject.issuer : receivingCustoms(subject);
    if (issuer === institution) return [];
    return [finding('side-of-another', 'refuse', '/side', { institution: institution ?? '' })];
  },
};

/** Both customs services of the manifest: they alone hold registers of participants, goods and offices. */
export function bothCustoms(statement: Statement): readonly string[] {
  const manifest = statement.type === 'manifest' ? statement : statement.subject;
  if (manifest === undefined) return [];
  return [manifest.issuer, receivingCustoms(manifest) ?? ''];
}
