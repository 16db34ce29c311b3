/** Vectors of a day on which a truck comes once more after it was unloaded. */
import type { JsonObject } from '../../../canonical.ts';
import { parseTlogProof } from '../../../log/tlog-proof.ts';
import { Refusal } from '../../../refusal.ts';
import type { ShownEnd } from '../../selection-file.ts';
import { Channel, type Id, type Made, record, trust } from '../corridor.ts';
import { batch, day, profiles } from './day.ts';

const truck = 'truck B-1';
/** Place of the first entry behind those of every day. */
const others = 19;

async function clearance({ about, last = true, issuer = 'ru.beta' }: { about?: Made; last?: boolean; issuer?: Id }): Promise<Made> {
  const { id } = about ?? (await batch('B-1', 900));
  return record({
    label: `clearance ${id} ${last}`, issuer, to: [issuer === 'ru.beta' ? 'az.alpha' : 'ru.beta'], profile: 'samples', type: 'clearance',
    claims: { last }, time: '2025-03-02T06:00:00.000Z', about: { after: [], id },
  });
}

interface Odd {
  readonly end?: Made;
  /** Entries of the tree that the basis names, where it is not all of them. */
  readonly named?: number;
  readonly untold?: true;
  readonly twice?: true;
  /** One with what was before, as if nothing had ended. */
  readonly kept?: true;
  change?(shown: ShownEnd): ShownEnd;
}

async function endedDay({ end, named, untold, twice, kept, change = (shown) => shown }: Odd) {
  const cleared = end ?? (await clearance({}));
  const whole = await Channel.at('2025-03-02T06:30:00Z', 'ru.beta', 'az.alpha', [cleared]);
  const { basis } = named === undefined ? whole : await Channel.at('2025-03-02T06:30:00Z', 'ru.beta', 'az.alpha', []);
  const proof = parseTlogProof(whole.proof(cleared));
  if (proof instanceof Refusal) throw proof;
  const shown = change({
    jws: cleared.jws, origin: whole.origin, index: proof.index, proof: proof.proof.map((hash) => hash.toHex()),
  });
  const ended = untold || kept ? {} : { ended: shown };
  return day({
    further: [
      { made: await batch('D-1', 900, truck, undefined, basis), grams: 900, ...ended, ...(kept && { as: 0 }) },
      { made: await batch('D-2', 800, truck, undefined, basis), grams: 800, as: kept ? 0 : others, ...(twice && ended) },
    ],
  });
}

/** Evidence of the sender, with the record that ended. */
async function witness(): Promise<JsonObject> {
  const cleared = await clearance({});
  const channel = await Channel.at('2025-03-02T06:30:00Z', 'ru.beta', 'az.alpha', [cleared]);
  return {
    samur: 'evidence/1', subject: cleared.id, trust: trust({ profiles }), demonstration: true,
    records: [channel.entry(cleared) as unknown as JsonObject], asOf: [channel.asOf as unknown as JsonObject],
  };
}

export async function endedVectors(): Promise<{ readonly valid: JsonObject; readonly refused: Record<string, JsonObject> }> {
  const ended = await endedDay({});
  const odd = async (of: Odd): Promise<JsonObject> => (await endedDay(of)).file as unknown as JsonObject;
  const valid = {
      about: 'A truck comes again once its sender had cosigned that it was unloaded: a draw of its own, which holds for what follows.',
      file: ended.file as unknown as JsonObject,
      expect: { verdict: 'holds', draws: ended.draws },
  };
  const refused = {
    'ended-unsaid': {
      about: 'A draw of its own for a truck of which no end is shown.', code: 'selection.choice-differs',
      file: await odd({ untold: true }),
    },
    'ended-not-cosigned': {
      about: 'Unloaded after the tree that the sender had cosigned.', code: 'selection.not-ended',
      file: await odd({ named: 2 }),
    },
    'ended-moved': {
      about: 'The end at another place of the tree.', code: 'selection.not-ended',
      file: await odd({ change: (shown) => ({ ...shown, index: 1 }) }),
    },
    'ended-on-no-such-channel': {
      about: 'The end on a channel that the basis does not name.', code: 'selection.not-ended',
      file: await odd({ change: (shown) => ({ ...shown, origin: 'beta.ru.example/az.alpha/2' }) }),
    },
    'ended-for-another': {
      about: 'Another truck was unloaded.', code: 'selection.not-ended',
      file: await odd({ end: await clearance({ about: await batch('B-2', 5000) }) }),
    },
    'ended-in-part': {
      about: 'A follow-up that ends nothing.', code: 'selection.not-ended',
      file: await odd({ end: await clearance({ last: false }) }),
    },
    'ended-by-the-sender': {
      about: 'The sender itself says that it was unloaded.', code: 'selection.not-ended',
      file: await odd({ end: await clearance({ issuer: 'az.alpha' }) }),
    },
    'end-not-shown': {
      about: 'A sender shows that a truck had been unloaded which is told as coming again.', code: 'selection.end-not-shown',
      file: await odd({ kept: true }), witness: await witness(),
    },
    'ended-twice': {
      about: 'One end shown for the second time: what it ended is not what the truck has begun since.',
      code: 'selection.not-ended',
      file: await odd({ twice: true }),
    },
  };
  return { valid, refused };
}
