/** Every vector of selections, by its path. The test beside the code checks that the files say the same. */
import type { Json, JsonObject } from '../../../canonical.ts';
import { portableCrypto as crypto } from '../../../crypto-portable.ts';
import { pin, testKey } from '../../../trust/vectors/authority.ts';
import { settingsDigest } from '../../selection-draw.ts';
import type { CarriedFirst } from '../../selection-file.ts';
import { Channel, record, seconds, trust } from '../corridor.ts';
import { batch, day, type Draft, evening, noteOver, type Part, pledged, profiles, secret, settings } from './day.ts';
import { carriedVectors } from './carried.ts';
import { decidedVectors } from './decided.ts';
import { endedVectors } from './ended.ts';

const now = '2025-03-10T00:00:00Z';

/** Vectors as JSON texts: `valid/*.json` say what is found, `refused/*.json` the code. */
export async function vectorFiles(): Promise<Map<string, string>> {
  const base = await day();
  const { ids, draws } = base;
  const altered = (alter: (file: Draft['file'], channel: Channels, entries: Part[]) => void): JsonObject => {
    const file = JSON.parse(JSON.stringify(base.file)) as Draft['file'];
    const channel = file.channels[0] as Channels;
    alter(file, channel, channel.entries);
    return file as unknown as JsonObject;
  };
  const choiceOf = (entry: Part | undefined): Part => entry?.['choice'] as Part;
  const other = await noteOver(ids.slice(0, 8), '2025-03-02T09:00:00Z');
  const stranger = await batch('Z-1', 100);
  const first: CarriedFirst = {
    commitment: '1'.repeat(64), record: '2'.repeat(64), draw: 'f'.repeat(64),
    before: { total: 4, byOutcome: { open: 4 } }, choice: { outcome: 'open', ground: 'random' },
  };
  const carriedDay = await day({ carried: { at: 3, first } });
  const voidDay = await day({ without: 2 });
  const waitedDay = await day({ order: [0, 1, 3, 2, ...Array.from({ length: 15 }, (_, i) => i + 4)] });

  const ended = await endedVectors();
  const carriedApart = await carriedVectors();
  const decided = await decidedVectors();
  const holds = { verdict: 'holds', draws };
  const valid: Record<string, JsonObject> = {
    day: { about: 'A day: by weight, by chance, topped up, passed; sent again, replaced, known.', file: altered(() => {}), expect: holds },
    rerouted: {
      about: 'An officer chose otherwise, twice: told apart, no difference.',
      file: altered((_, __, [first]) => {
        choiceOf(first)['rerouted'] = [
          { outcome: 'open', reason: 'doubt', by: 'o-17', at: 1_740_900_000_000 },
          { outcome: 'pass', reason: 'cleared', by: 'o-18', at: 1_740_903_600_000 },
        ];
      }),
      expect: { ...holds, rerouted: 1 },
    },
    'not-shown': {
      about: 'Of an entry the id alone is shown: its place is proved, what it is is not.',
      file: altered((_, __, entries) => {
        entries[1] = { id: ids[4] as string };
      }),
      expect: { ...holds, notShown: 1 },
    },
    quiet: {
      about: 'A period in which nothing came.',
      file: altered((file) => {
        file.channels = [file.channels[1] as Part];
      }),
      expect: { verdict: 'holds', draws: [], absent: ['az.alpha'] },
    },
    'carried-unproved': {
      about: 'One with a record of an earlier period, whose file is not at hand.',
      file: carriedDay.file as unknown as JsonObject,
      expect: { verdict: 'holds', draws: carriedDay.draws, unproved: 1 },
    },
    'without-effect': {
      about: 'A record of which it is told that it had no effect: nothing was chosen.',
      file: voidDay.file as unknown as JsonObject,
      expect: { verdict: 'holds', draws: voidDay.draws, withoutEffect: 1 },
    },
    ended: ended.valid,
    decided: decided.valid,
    'carried-apart': carriedApart.valid,
    waited: {
      about: 'Records were chosen out of their places, because one could not be judged when it came.',
      file: waitedDay.file as unknown as JsonObject,
      expect: { verdict: 'holds', draws: waitedDay.draws, moved: 18 },
    },
  };

  const refused: Record<string, JsonObject> = {
    'wrong-secret': {
      about: 'Another secret than the one committed to.', code: 'selection.wrong-secret',
      file: altered((file) => { file['secret'] = '0'.repeat(64); }),
    },
    'wrong-settings': {
      about: 'Settings that would have passed more.', code: 'selection.wrong-settings',
      file: altered((file) => { file['settings'] = { ...settings, heavy: 50_000 }; }),
    },
    'settings-of-no-schema': {
      about: 'Settings of another form, committed to as they are.', code: 'selection.wrong-settings',
      file: await (async () => {
        const odd = { heavy: 'much' };
        const commitment = await pledged(undefined, settingsDigest(odd, secret, crypto));
        return altered((file) => { Object.assign(file, { settings: odd, commitment }); });
      })(),
    },
    'entry-left-out': {
      about: 'An entry is left out.', code: 'exchange.root-mismatch',
      file: altered((_, __, entries) => { entries.splice(3, 1); }),
    },
    'entry-put-in': {
      about: 'An entry more than the last checkpoint holds.', code: 'selection.incomplete',
      file: altered((_, __, entries) => { entries.push({ id: stranger.id }); }),
    },
    'entry-replaced': {
      about: 'Another record in its place.', code: 'exchange.root-mismatch',
      file: altered((_, __, entries) => { entries[3] = { jws: stranger.jws }; }),
    },
    'entries-swapped': {
      about: 'Two entries in each other\u2019s place.', code: 'exchange.root-mismatch',
      file: altered((_, __, entries) => { entries.splice(0, 2, entries[1] as Part, entries[0] as Part); }),
    },
    'entry-without-anything': {
      about: 'Neither record nor id.', code: 'selection.incomplete',
      file: altered((_, __, entries) => { entries[1] = {}; }),
    },
    'start-altered': {
      about: 'Another tree before the period.', code: 'exchange.root-mismatch',
      file: altered((_, channel) => { (channel['start'] as Part)['subtrees'] = ['0'.repeat(64), '1'.repeat(64)] as unknown as Part[]; }),
    },
    'start-of-other-size': {
      about: 'As many subtrees as another size has.', code: 'selection.incomplete',
      file: altered((_, channel) => { (channel['start'] as Part)['size'] = 4; }),
    },
    'before-missing': {
      about: 'Nothing shows where the period begins.', code: 'selection.incomplete',
      file: altered((_, channel) => { delete channel['before']; }),
    },
    'before-within': {
      about: 'The checkpoint before the period was cosigned within it.', code: 'selection.outside-period',
      file: await (async () => {
        const late = await noteOver(ids.slice(0, 3), '2025-03-02T00:00:00Z');
        return altered((_, channel) => { channel['before'] = late; });
      })(),
    },
    'note-after-the-period': {
      about: 'Cosigned in the first second after the period.', code: 'selection.outside-period',
      file: await (async () => {
        const late = await noteOver(ids, '2025-03-03T00:00:00Z');
        return altered((_, { notes }) => { notes[2] = late; });
      })(),
    },
    'notes-out-of-order': {
      about: 'The times of the cosignatures do not follow the sizes.', code: 'selection.outside-period',
      file: await (async () => {
        const early = await noteOver(ids, '2025-03-02T11:00:00Z');
        return altered((_, { notes }) => { notes[2] = early; });
      })(),
    },
    'note-doubled': {
      about: 'The same size twice.', code: 'selection.incomplete',
      file: altered((_, { notes }) => { notes.splice(1, 0, notes[0] as string); }),
    },
    'note-not-cosigned': {
      about: 'A checkpoint that the institution did not cosign.', code: 'evidence.no-cosignature',
      file: altered((_, { notes }) => { notes[1] = `${String(notes[1]).split('\n').slice(0, -2).join('\n')}\n`; }),
    },
    'note-of-another-channel': {
      about: 'A checkpoint of the channel from another sender.', code: 'log.wrong-origin',
      file: await (async () => {
        const strange = await noteOver(ids.slice(0, 6), '2025-03-02T08:00:00Z', 'ru.gamma');
        return altered((_, { notes }) => { notes[0] = strange; });
      })(),
    },
    'channel-twice': {
      about: 'One channel stands twice.', code: 'selection.incomplete',
      file: altered((file) => { file.channels.push(file.channels[1] as Part); }),
    },
    'own-channel': {
      about: 'A channel of the institution itself.', code: 'log.wrong-origin',
      file: altered((file) => { (file.channels[1] as Part)['origin'] = 'beta.ru.example/az.alpha/1'; }),
    },
    'committed-late': {
      about: 'The sender had the commitment less than ten minutes before a record was chosen.', code: 'selection.committed-late',
      file: await (async () => {
        const commitment = await pledged(undefined, undefined, '2025-03-01T23:50:01Z');
        return altered((file) => { Object.assign(file, { commitment }); });
      })(),
    },
    'committed-to-others': {
      about: 'The sender never had the commitment.', code: 'selection.committed-late',
      file: altered((file) => { (file.commitment['proofs'] as Json[]).splice(0, 1); }),
    },
    'commitment-not-proved': {
      about: 'The commitment without any proof.', code: 'evidence.no-cosignature',
      file: altered((file) => { file.commitment['proofs'] = []; }),
    },
    'commitment-of-another-type': {
      about: 'A record that commits to nothing.', code: 'selection.unknown',
      file: await (async () => {
        const remark = await record({
          label: 'no pledge', issuer: 'ru.beta', to: ['az.alpha'], profile: 'samples', type: 'remark', claims: { text: 'None.' },
        });
        const channel = await Channel.at(evening, 'ru.beta', 'az.alpha', [remark]);
        return altered((file) => { file.commitment = { ...channel.entry(remark) } as unknown as Part; });
      })(),
    },
    'other-outcome': {
      about: 'Opened by the draw, told as passed.', code: 'selection.choice-differs',
      file: altered((_, __, entries) => {
        const entry = entries.find((one) => choiceOf(one)?.['ground'] === 'random');
        Object.assign(choiceOf(entry), { outcome: 'pass', ground: 'none' });
      }),
    },
    'other-ground': {
      about: 'The outcome is right, the ground is not.', code: 'selection.choice-differs',
      file: altered((_, __, entries) => {
        const entry = entries.find((one) => choiceOf(one)?.['ground'] === 'top-up');
        Object.assign(choiceOf(entry), { ground: 'random' });
      }),
    },
    'milder-again': {
      about: 'Sent again, and told milder than the stricter of both.', code: 'selection.choice-differs',
      file: altered((_, __, entries) => {
        delete choiceOf(entries[4])['criterion'];
        Object.assign(choiceOf(entries[4]), { outcome: 'pass', ground: 'none' });
      }),
    },
    'facts-altered': {
      about: 'The facts told would have passed it.', code: 'selection.choice-differs',
      file: altered((_, __, entries) => { choiceOf(entries[2])['facts'] = { known: true }; }),
    },
    'not-chosen': {
      about: 'A record without a choice.', code: 'selection.not-chosen',
      file: altered((_, __, entries) => { delete entries[18]?.['choice']; }),
    },
    'chosen-of-no-such-type': {
      about: 'A choice for a record that is not chosen from.', code: 'selection.not-to-be-chosen',
      file: altered((_, __, entries) => { (entries[1] as Part)['choice'] = choiceOf(entries[0]); }),
    },
    'first-invented': {
      about: 'Told as one with a record that the file itself shows to be chosen in this period.', code: 'selection.first-differs',
      file: altered((_, __, entries) => {
        choiceOf(entries[4])['first'] = first as unknown as Part;
      }),
    },
    ...ended.refused,
    ...carriedApart.refused,
    ...decided.refused,
    'note-missing': {
      about: 'A sender shows a cosigned checkpoint that was the first to hold a record chosen from.',
      code: 'selection.note-missing',
      file: altered(() => {}),
      witness: {
        samur: 'evidence/1', subject: ids[6] as string, trust: trust({ profiles }), records: [], demonstration: true,
        asOf: [{ origin: 'alpha.az.example/ru.beta/1', size: 8, time: seconds('2025-03-02T09:00:00Z'), checkpoint: other }],
      },
    },
    'wrong-pin': {
      about: 'The trust list is not signed by the pinned anchors.', code: 'trust.bad-signature', file: altered(() => {}),
      pin: { ...pin(), anchors: { AZ: { ...testKey('other AZ').anchor }, RU: { ...testKey('other RU').anchor } } },
    },
    'demonstration-hidden': {
      about: 'A file of a demonstration that says it is none.', code: 'trust.demonstration-mixed',
      file: altered((file) => { file['demonstration'] = false; }),
    },
    'unknown-member': {
      about: 'A member the form does not have.', code: 'input.unknown-member',
      file: altered((_, __, entries) => { (entries[0] as Part)['draw'] = '00'; }),
    },
    'other-version': {
      about: 'A version to come.', code: 'input.bad-value', file: altered((file) => { file['samur'] = 'selections/2'; }),
    },
  };
  return new Map([...written('valid', valid), ...written('refused', refused)]);
}

type Channels = Part & { notes: Json[]; entries: Part[] };

function written(kind: string, cases: Record<string, JsonObject>): [string, string][] {
  return Object.entries(cases).map(([name, rest]) => [
    `${kind}/${name}.json`,
    `${JSON.stringify({ pin: pin(), now, ...rest } as unknown as Json, null, 1)}\n`,
  ]);
}
