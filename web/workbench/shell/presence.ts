/** Whether the server is there and the session open, and what becomes of a page when somebody signs in elsewhere. Pure. */

export interface Presence {
  readonly reachable: boolean;
  /** A session that was there has ended. */
  readonly ended: boolean;
}

export type Sign = 'answered' | 'unreachable' | 'no-session' | 'signed-in';

export const present: Presence = { reachable: true, ended: false };

export function nextPresence(now: Presence, sign: Sign): Presence {
  const next = {
    reachable: sign !== 'unreachable',
    // Public answers and lost connections say nothing of the session.
    ended: sign === 'no-session' || (now.ended && sign !== 'signed-in'),
  };
  return next.reachable === now.reachable && next.ended === now.ended ? now : next;
}

/** Whose page this is: one person may work for several institutions. */
export interface Whose {
  readonly person: string;
  readonly institution: string;
}

export type Word = { readonly said: 'in'; readonly whose: Whose } | { readonly said: 'out' };

/**
 * What a page of `own` does when another tab says so: `back`: its session is there again; `leave`: its person has gone,
 * nothing of theirs stays on screen.
 */
export function answerTo(word: Word, own: Whose | undefined): 'back' | 'leave' | 'nothing' {
  if (own === undefined) return 'nothing';
  if (word.said === 'out') return 'leave';
  return isSame(word.whose, own) ? 'back' : 'leave';
}

export function isSame(one: Whose, other: Whose): boolean {
  return one.person === other.person && one.institution === other.institution;
}

/** Name under which a page keeps something in this browser for its person alone. */
export function keptName({ person, institution }: Whose, name: string): string {
  return `samur/${institution}/${person}/${name}`;
}
