/** Cosigned checkpoints of channels, judged by the trust list: whose keys, and good at the time of the cosignature. */
import type { Crypto } from '../crypto.ts';
import { openCheckpoint, parseCheckpoint, type VerifiedCheckpoint } from '../log/checkpoint.ts';
import { openCosignature } from '../log/cosignature.ts';
import { parseNote } from '../log/note.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Institution, InstitutionKey } from '../trust/institution.ts';
import { knownInstitution, usableKeyAt } from '../trust/lookup.ts';
import type { KeyUse } from '../trust/national-part.ts';
import type { TrustList } from '../trust/trust-list.ts';
import type { Step } from '../words/verification.ts';
import { clockTolerance } from './arrival.ts';
import { mirrorName, parseOrigin } from './names.ts';

export interface Judge {
  readonly trust: TrustList;
  readonly crypto: Crypto;
  /** The verifier's clock, milliseconds since 1970. */
  readonly now: number;
}

/** Which check failed, and why. */
export class Failure {
  readonly step: Step;
  readonly refusal: Refusal;
  constructor(step: Step, refusal: Refusal) {
    this.step = step;
    this.refusal = refusal;
  }
}

declare const cosigned: unique symbol;

/** A checkpoint signed by the channel's sender and cosigned by its recipient. Made by `openCosigned` alone. */
export interface CosignedCheckpoint {
  readonly [cosigned]: true;
  readonly checkpoint: VerifiedCheckpoint;
  readonly sender: string;
  readonly recipient: string;
  /** Earliest good cosignature, Unix seconds. */
  readonly time: number;
}

/** Opens the note of a channel from one of the senders to one of the recipients. */
export function openCosigned(
  note: string,
  senders: readonly string[],
  recipients: readonly string[],
  judge: Judge,
): CosignedCheckpoint | Failure {
  const origin = originIn(note);
  if (origin instanceof Refusal) return new Failure('log-signature', origin);
  const { text, domain, recipient: recipientId } = origin;
  const sender = senders.map((id) => knownInstitution(judge.trust, id)).find((one) => one?.domain === domain);
  const recipient = recipients.includes(recipientId) ? knownInstitution(judge.trust, recipientId) : undefined;
  if (!sender || !recipient || sender === recipient)
    return new Failure('log-signature', refuse('log.wrong-origin', { origin: text }));
  const logKeys = keysOf(sender, 'checkpoint');
  const named = logKeys.map(({ publicKey }) => ({ name: text, key: publicKey }));
  const checkpoint = openCheckpoint(note, text, named, judge.crypto);
  if (checkpoint instanceof Refusal) return new Failure('log-signature', checkpoint);
  const time = cosignatureTime(note, checkpoint, recipient, judge);
  if (time instanceof Refusal) return new Failure('cosignature', time);
  const signers = logKeys.filter(({ publicKey }) => checkpoint.signedBy.some(({ key }) => key === publicKey));
  const usable = signers.map((key) => usableKeyAt(judge.trust, key, time * 1000));
  const fault = usable.find((key) => key instanceof Refusal);
  if (fault && usable.every((key) => key instanceof Refusal)) return new Failure('log-signature', fault);
  return { checkpoint, sender: sender.id, recipient: recipient.id, time } as unknown as CosignedCheckpoint;
}

/** What the note calls itself; nothing is proved yet. */
function originIn(note: string): { text: string; domain: string; recipient: string } | Refusal {
  const parsed = parseNote(note);
  if (parsed instanceof Refusal) return parsed;
  const stated = parseCheckpoint(parsed.text);
  if (stated instanceof Refusal) return stated;
  const origin = parseOrigin(stated.origin);
  return origin instanceof Refusal ? origin : { text: stated.origin, ...origin };
}

/** No cosignature of a known mirror key may fail; the earliest one made while its key was good counts. */
function cosignatureTime(
  note: string,
  checkpoint: VerifiedCheckpoint,
  recipient: Institution,
  { trust, crypto, now }: Judge,
): number | Refusal {
  const name = mirrorName(recipient);
  const times: number[] = [];
  let fault: Refusal = refuse('evidence.no-cosignature', { name });
  for (const key of keysOf(recipient, 'mirror')) {
    const cosignature = openCosignature(note, checkpoint, { name, key: key.publicKey }, crypto);
    if (cosignature instanceof Refusal) {
      if (cosignature.code === 'log.no-cosignature') continue;
      return cosignature;
    }
    // The time (Unix seconds, of any size) tells it apart: the signature holds, and one of two clocks is wrong.
    if (cosignature.time * 1000 > now + clockTolerance)
      return refuse('log.bad-cosignature', { name, time: cosignature.time });
    const usable = usableKeyAt(trust, key, cosignature.time * 1000);
    if (usable instanceof Refusal) fault = usable;
    else times.push(cosignature.time);
  }
  return times.length > 0 ? Math.min(...times) : fault;
}

function keysOf(institution: Institution, use: KeyUse): InstitutionKey[] {
  return [...institution.keys.values()].filter((key) => key.use === use);
}
