/**
 * Challenges that are out: each bound to what it was given for, used once whatever the answer, short-lived. In memory;
 * who waits while the server restarts asks again.
 */
import { base64url } from '../../../kernel/bytes.ts';
import type { DeskGround } from '../desk.ts';
import { newId } from './secret.ts';

const lifeMs = 5 * 60_000;
/** The oldest ones give way; those that anybody may ask for never to others. */
const maxOut = 10_000;

export type Purpose =
  | { readonly for: 'sign-in' }
  | { readonly for: 'registration'; readonly person: string; readonly invitation?: string }
  | { readonly for: 'witness'; readonly person: string; readonly enrolment: string }
  | { readonly for: 'contents'; readonly person: string };

export interface Challenge {
  readonly handle: string;
  /** base64url. */
  readonly challenge: string;
}

interface Out {
  readonly purpose: Purpose;
  readonly challenge: string;
  readonly until: number;
}

export class Challenges {
  readonly #ground: Pick<DeskGround, 'now' | 'random'>;
  readonly #forAnybody = new Map<string, Out>();
  readonly #forKnown = new Map<string, Out>();

  constructor(ground: Pick<DeskGround, 'now' | 'random'>) {
    this.#ground = ground;
  }

  give(purpose: Purpose, challenge?: Uint8Array): Challenge {
    const { random, now } = this.#ground;
    const text = base64url(challenge ?? random(32));
    const handle = newId(random);
    const out = purpose.for === 'sign-in' ? this.#forAnybody : this.#forKnown;
    for (const [old, { until }] of out) {
      // Given in order, so what is over stands in front.
      if (until > now() && out.size < maxOut) break;
      out.delete(old);
    }
    out.set(handle, { purpose, challenge: text, until: now() + lifeMs });
    return { handle, challenge: text };
  }

  /** Undefined alike when unknown, used, over, or given for something else. It is used up in any case. */
  take<For extends Purpose['for']>(
    handle: string,
    purpose: For,
  ): { readonly purpose: Extract<Purpose, { for: For }>; readonly challenge: string } | undefined {
    const found = this.#forAnybody.get(handle) ?? this.#forKnown.get(handle);
    this.#forAnybody.delete(handle);
    this.#forKnown.delete(handle);
    if (found === undefined || found.until <= this.#ground.now() || found.purpose.for !== purpose) return undefined;
    return { purpose: found.purpose as Extract<Purpose, { for: For }>, challenge: found.challenge };
  }
}
