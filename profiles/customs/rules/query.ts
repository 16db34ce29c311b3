import type { Json } from '../../../kernel/canonical.ts';
import type { Rule } from '../../../kernel/profile.ts';
import type { Query } from '../claims/follow-ups.ts';
import { finding } from './finding.ts';

/** What a JSON Pointer (RFC 6901) or the name of a member leads to. */
function memberAt(claims: Json, about: string): Json | undefined {
  const steps = about.startsWith('/') ? about.slice(1).split('/') : [about];
  return steps.reduce<Json | undefined>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return Object.hasOwn(value, name) ? (value as Record<string, Json>)[name] : undefined;
  }, claims);
}

export const askedAbout: Rule = {
  name: 'a query is about a member of the manifest',
  check({ claims, subject }) {
    const { about } = claims as unknown as Query;
    if (about === undefined || subject === undefined || memberAt(subject.claims, about) !== undefined) return [];
    return [finding('about-nothing', 'warn', '/about', { about })];
  },
};
