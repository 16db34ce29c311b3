/** Parcels that are chosen from when they are received: a small selection for the tests of server and kernel. */
import type { JsonObject } from '../canonical.ts';
import type { Text } from '../finding.ts';
import type { JsonSchema, Profile, RecordType } from '../profile.ts';
import type { Commitment, Selection } from '../selection.ts';
import { parcelProfile } from './parcel-profile.ts';

const say = (en: string): Text => ({ az: en, ru: en, en });
const digest: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const share: JsonSchema = { type: 'integer', minimum: 0, maximum: 1000 };

interface ParcelSettings {
  /** From this load on it is opened. */
  readonly heavy: number;
  /** Of a thousand, opened by chance. */
  readonly random: number;
}

function read(settings: JsonObject): ParcelSettings {
  return settings as unknown as ParcelSettings;
}

export const chosenParcels: Selection = {
  title: say('Parcels to open'),
  types: ['parcel'],
  outcomes: { open: say('Open'), pass: say('Pass') },
  grounds: { rule: say('Rule'), random: say('Chance'), none: say('None') },
  settings: {
    type: 'object',
    properties: { heavy: { type: 'integer', minimum: 1 }, random: share },
    required: ['heavy', 'random'],
    additionalProperties: false,
  },
  check: (settings) =>
    read(settings).random > 500 ? [{ code: 'too-heavy', severity: 'refuse', path: '/random' }] : [],
  selector(settings) {
    const { heavy, random } = read(settings);
    return {
      select({ claims, facts }, draw) {
        if (Number(claims['load']) >= heavy) return { outcome: 'open', ground: 'rule', criterion: 'heavy' };
        if (facts['suspected'] === true) return { outcome: 'open', ground: 'rule', criterion: 'suspected' };
        const chance = ((draw[0] ?? 0) * 256 + (draw[1] ?? 0)) / 65_536;
        return chance * 1000 < random ? { outcome: 'open', ground: 'random' } : { outcome: 'pass', ground: 'none' };
      },
    };
  },
  key: ({ claims }) => String(claims['number']),
  ends: ({ type }) => type === 'delivery',
  applied: {
    types: ['acceptance'],
    path: '/outcome',
    read: ({ claims: { outcome, ground, reason } }) =>
      outcome === undefined
        ? undefined
        : { outcome: String(outcome), ground: String(ground ?? ''), reason: String(reason ?? '') },
  },
  reads: ({ issuer }) => [{ register: 'rates', key: [issuer, 'suspected'] }],
  facts: ({ issuer }, view) => ({ suspected: view.register('rates', [issuer, 'suspected']) === 'yes' }),
  commitment: {
    type: 'commitment',
    sentTo: 'post',
    period: 3600,
    lead: 60,
    claims: ({ selection, from, until, secret, settings }) => ({ selection, from, until, secret, settings }),
    read: (claims) => claims as unknown as Commitment,
  },
  demonstration: { heavy: 100, random: 0 },
};

const commitment: RecordType = {
  title: say('Commitment'),
  version: 1,
  schemas: {
    1: {
      type: 'object',
      properties: {
        selection: { type: 'string' },
        from: { type: 'integer' },
        until: { type: 'integer' },
        secret: digest,
        settings: digest,
      },
      required: ['selection', 'from', 'until', 'secret', 'settings'],
      additionalProperties: false,
    },
  },
  issuedBy: 'post',
  sentTo: ['post'],
  rules: [],
  summary: () => ({ number: '', title: 'Commitment', search: [] }),
};

/** States, where it is to, under what it was accepted. */
const acceptance: RecordType = {
  ...(parcelProfile.types['acceptance'] as RecordType),
  schemas: {
    1: {
      type: 'object',
      properties: { outcome: { type: 'string' }, ground: { type: 'string' }, reason: { type: 'string' } },
      additionalProperties: false,
    },
  },
};

export const selectingProfile: Profile = {
  ...parcelProfile,
  types: { ...parcelProfile.types, acceptance, commitment },
  selections: { opened: async () => chosenParcels },
};
