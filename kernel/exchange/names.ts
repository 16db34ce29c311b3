/** Names on the wire: channels by their origin, mirrors by the name they cosign with. */
import { isKeyName } from '../log/note.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** One channel generation. `domain` is the sender's, which the trust list gives to one institution alone. */
export interface Origin {
  readonly domain: string;
  readonly recipient: string;
  /** From 1. */
  readonly generation: number;
}

/** `<sender's domain>/<recipient>/<generation>`: the log's origin, and the name its checkpoint key signs with. */
export function originOf(sender: { readonly domain: string }, recipientId: string, generation: number): string {
  return `${sender.domain}/${recipientId}/${generation}`;
}

/** The one reading of an origin; what would be written otherwise is refused with `log.wrong-origin`. */
export function parseOrigin(text: string): Origin | Refusal {
  const [domain = '', recipient = '', number = ''] = text.split('/');
  const generation = Number(number);
  const origin = { domain, recipient, generation };
  const isWritten = domain !== '' && recipient !== '' && originOf(origin, recipient, generation) === text;
  return isWritten && Number.isSafeInteger(generation) && generation >= 1 && isKeyName(text)
    ? origin
    : refuse('log.wrong-origin', { origin: text.slice(0, 300) });
}

/** The name a mirror key cosigns with: `<recipient's domain>/<recipient>`. Never an origin, which has one part more. */
export function mirrorName(institution: { readonly domain: string; readonly id: string }): string {
  return `${institution.domain}/${institution.id}`;
}
