/** Selection of lanes for manifests: criteria, then chance, then top-up to expected rates, else green. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { evenReference } from '../../../kernel/reference.ts';
import type { Asked, Choice, Chosen, Commitment, Selection, Selector } from '../../../kernel/selection.ts';
import type { LaneCommitment } from '../claims/commitment.ts';
import type { Recognition } from '../claims/control.ts';
import type { Disposition } from '../claims/follow-ups.ts';
import { laneSettings } from '../demonstration/lanes.ts';
import { manifestOf } from '../institutions.ts';
import { checkSettings } from './check.ts';
import { CriteriaIndex } from './criteria-index.ts';
import { isTaken, isToppedUp, randomLane } from './draw-parts.ts';
import { gradeFacts, gradeIn, gradeReads } from './grades.ts';
import { drawnLanes, type LaneSettings, laneSettingsSchema, whole } from './settings.ts';
import { groundWords, laneWords } from './words.ts';

const endings: ReadonlySet<Disposition['kind']> = new Set(['release', 'return', 'close']);

function selectorOf({ criteria, random, expected }: LaneSettings): Selector {
  const index = new CriteriaIndex(criteria);
  return {
    select({ claims, facts }: Asked, draw: Uint8Array, chosen: Chosen): Choice {
      const met = index.find(manifestOf({ claims }), gradeIn(facts), ({ everyMillionth = whole }, place) =>
        isTaken(draw, place, everyMillionth),
      );
      if (met) return { outcome: met.lane, ground: 'profile', criterion: met.name };
      const lane = randomLane(draw, random);
      if (lane) return { outcome: lane, ground: 'random' };
      const short = drawnLanes.find((one, place) => {
        const need = expected[one] * (chosen.total + 1) - (chosen.byOutcome[one] ?? 0) * whole;
        return isToppedUp(draw, place, need, expected[one]);
      });
      return short ? { outcome: short, ground: 'top-up' } : { outcome: 'green', ground: 'none' };
    },
  };
}

/** Whole seconds of UTC. */
const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

export const lanes: Selection = {
  title: { az: 'Gömrük dəhlizinin seçilməsi', ru: 'Выбор таможенного коридора', en: 'Choice of the customs lane' },
  types: ['manifest'],
  outcomes: laneWords,
  grounds: groundWords,
  settings: laneSettingsSchema,
  check: (settings) => checkSettings(settings as unknown as LaneSettings),
  selector: (settings) => selectorOf(settings as unknown as LaneSettings),
  /** Consignment note, mode and means: another number of the manifest, or another seal, is the same movement until it ended. */
  key(statement) {
    const { mode, transport, means } = manifestOf(statement);
    const numbers = new Set(means.map(({ number }) => evenReference(number)));
    return [mode, evenReference(transport.number), ...[...numbers].sort()].join(' ');
  },
  /** The goods are through, or gone: who comes with the same note and means afterwards comes anew. */
  ends({ type, claims }) {
    if (type === 'recognition') return (claims as unknown as Recognition).release === true;
    return type === 'manifest-disposition' && endings.has((claims as unknown as Disposition).kind);
  },
  applied: {
    types: ['recognition'],
    path: '/lane',
    read({ claims }) {
      const { lane, ground, reasons = [], text } = claims as unknown as Recognition;
      const told = reasons.map((one) => (one.text === undefined ? one.code : `${one.code}: ${one.text}`));
      return { outcome: lane, ground, reason: [...told, ...(text === undefined ? [] : [text])].join('; ') };
    },
  },
  reads: gradeReads,
  facts: gradeFacts,
  commitment: {
    type: 'lane-commitment',
    sentTo: 'customs',
    period: 86_400,
    lead: 600,
    claims: ({ selection, from, until, secret, settings }: Commitment): JsonObject => ({
      selection,
      from: instant(from),
      until: instant(until),
      secret,
      settings,
    }),
    read(claims) {
      const { selection, from, until, secret, settings } = claims as unknown as LaneCommitment;
      return { selection, from: Date.parse(from), until: Date.parse(until), secret, settings };
    },
  },
  demonstration: laneSettings as unknown as JsonObject,
};
