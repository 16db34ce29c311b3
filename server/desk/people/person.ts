/** One person who works with an institution's desk. */
import type { Language } from '../../../kernel/finding.ts';
import type { Role } from '../roles.ts';

export interface Person {
  /** Random; never shown to other institutions. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly email?: string;
  /** Pseudonym under which keys are enrolled on the channels: 22 characters of base64url. */
  readonly officer: string;
  readonly active: boolean;
  /**
   * Numbers of the company that a trader acts for, as records name it and as the office has checked: whoever is known by
   * one is told where the matters are that name it. Empty for all others.
   */
  readonly knownAs: readonly string[];
  /** Signs in with one click; only on a demonstration server. */
  readonly demonstration: boolean;
}
