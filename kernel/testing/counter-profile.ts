/** A second small domain, which posts to a ledger of the first: a counter collects from the lines of parcels. */
import type { JsonObject } from '../canonical.ts';
import type { Profile } from '../profile.ts';
import {
  amount,
  closed,
  figure,
  id,
  institution,
  lineKey,
  plainType,
  posts,
  say,
  text,
  word,
} from './parcel-profile.ts';

const collected = closed({ sender: institution, number: word, amount });
const receiverIn = (claims: JsonObject) => claims['receiver'] as string | undefined;
const more = { parcel: id, receiver: institution };

/** May be left out: the id of the parcel, and a receiver other than the counter itself. */
export const counterProfile: Profile = {
  name: 'counter',
  title: say('Counter'),
  types: {
    collection: {
      ...plainType('Collection', { sender: institution, number: word, amount }),
      schemas: { 1: { ...collected, properties: { ...(collected['properties'] as JsonObject), ...more } } },
      issuedBy: 'counter',
      posts: posts('parcel/line', 'collected'),
      movements: ({ issuer, claims }) => [
        {
          ledger: 'parcel/line',
          key: lineKey(text(claims, 'sender'), receiverIn(claims) ?? issuer, text(claims, 'number')),
          movement: 'collected',
          amount: figure(claims, 'amount'),
          ...(typeof claims['parcel'] === 'string' && { opened: claims['parcel'] }),
        },
      ],
    },
  },
  registers: {},
  ledgers: {},
  functions: { counter: say('Counter') },
  findings: {},
  reasons: {},
  formats: {},
};
