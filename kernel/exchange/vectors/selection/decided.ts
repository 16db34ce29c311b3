/** Vectors of a day on which the institution states under what it decided. */
import type { Json, JsonObject } from '../../../canonical.ts';
import { Channel, type Id, type Made, record, trust } from '../corridor.ts';
import { day, type Draft, type Part, profiles } from './day.ts';

/** Entries by what was chosen: opened by weight, passed, opened by weight in another truck. */
const heavy = 2;

async function clearance(about: string, outcome?: string, issuer: Id = 'ru.beta'): Promise<Made> {
  return record({
    label: `clearance ${about} ${outcome}`, issuer, to: [issuer === 'ru.beta' ? 'az.alpha' : 'ru.beta'], profile: 'samples', type: 'clearance',
    claims: { last: true, ...(outcome !== undefined && { outcome }) }, time: '2025-03-02T18:00:00.000Z', about: { after: [], id: about },
  });
}

type Alter = (choice: { heavy: Part; light: Part; other: Part }) => void;

export async function decidedVectors(): Promise<{ readonly valid: JsonObject; readonly refused: Record<string, JsonObject> }> {
  const made = await day();
  const { ids, draws } = made;
  const entriesOf = (file: Draft['file']) => file.channels[0]?.['entries'] as Part[];
  const outcomeAt = (at: number) => (entriesOf(made.file)[at]?.['choice'] as Part | undefined)?.['outcome'];
  const light = entriesOf(made.file).findIndex((_, at) => outcomeAt(at) === 'pass');
  const other = entriesOf(made.file).findLastIndex((_, at) => outcomeAt(at) === 'open');
  const id = (at: number): string => ids[at + 3] as string;
  const opened = await clearance(id(heavy), 'open');
  const stricter = await clearance(id(light), 'open');
  const milder = await clearance(id(other), 'pass');
  const change = (from: Made) => ({ outcome: 'open', reason: 'the seal', by: 'o-17', at: 1_740_938_400_000, record: from.id });
  const officer = { outcome: 'pass', reason: 'cleared', by: 'o-18', at: 1_740_930_000_000 };
  const file = (alter: Alter): JsonObject => {
    const copy = JSON.parse(JSON.stringify(made.file)) as Draft['file'];
    const at = (place: number) => entriesOf(copy)[place]?.['choice'] as Part;
    const choices = { heavy: at(heavy), light: at(light), other: at(other) };
    decide(choices.heavy, [opened, 0]);
    decide(choices.light, [stricter, 0]);
    put(choices.light, 'rerouted', [change(stricter)]);
    decide(choices.other, [milder, 1]);
    put(choices.other, 'rerouted', [officer]);
    alter(choices);
    return copy as unknown as JsonObject;
  };
  const toAlpha = await Channel.at('2025-03-02T19:00:00Z', 'ru.beta', 'az.alpha', [opened]);
  const code = 'selection.not-decided';
  const aboutAnother = await clearance(id(light), 'open');
  const bySender = await clearance(id(heavy), 'open', 'az.alpha');
  const saysNothing = await clearance(id(heavy));
  const unheardOf = await clearance(id(heavy), 'burn');
  return {
    valid: {
      about: 'Decided as chosen; stricter, which is told as a change; and milder, after an officer had chosen so.',
      file: file(() => {}),
      expect: { verdict: 'holds', draws, rerouted: 2, decided: 3 },
    },
    refused: {
      'decided-milder': {
        about: 'Decided under a milder outcome than the one that held, and nobody had chosen it.', code: 'selection.milder-stated',
        file: file(({ other: choice }) => {
          put(choice, 'rerouted', []);
          decide(choice, [milder, 0]);
        }),
      },
      'decided-milder-before-the-change': {
        about: 'The officer chose otherwise only after the decision.', code: 'selection.milder-stated',
        file: file(({ other: choice }) => decide(choice, [milder, 0])),
      },
      'decided-stricter-unsaid': {
        about: 'Decided under a stricter outcome, and no change to it is told.', code: 'selection.reroute-missing',
        file: file(({ light: choice }) => put(choice, 'rerouted', [])),
      },
      'decided-stricter-by-itself': {
        about: 'The change is told as if it came from no decision.', code: 'selection.reroute-missing',
        file: file(({ light: choice }) => {
          const { record: _, ...rest } = change(stricter);
          put(choice, 'rerouted', [rest]);
        }),
      },
      'change-of-no-decision': {
        about: 'A change is told from a decision that is not shown.', code,
        file: file(({ light: choice }) => { delete choice['decided']; }),
      },
      'decided-after-more-than-told': {
        about: 'After more changes than are told.', code, file: file(({ heavy: choice }) => decide(choice, [opened, 1])),
      },
      'decided-back-in-time': {
        about: 'A later decision before fewer changes than an earlier one.', code,
        file: file(({ light: choice }) => decide(choice, [stricter, 0], [stricter, 0])),
      },
      'decided-about-another': {
        about: 'A decision about another batch.', code, file: file(({ heavy: choice }) => decide(choice, [aboutAnother, 0])),
      },
      'decided-by-the-sender': {
        about: 'The sender’s own record.', code, file: file(({ heavy: choice }) => decide(choice, [bySender, 0])),
      },
      'decided-under-nothing': {
        about: 'A record that states no outcome.', code, file: file(({ heavy: choice }) => decide(choice, [saysNothing, 0])),
      },
      'decided-under-what-is-not-declared': {
        about: 'An outcome that the selection does not know.', code, file: file(({ heavy: choice }) => decide(choice, [unheardOf, 0])),
      },
      'decided-unsigned': {
        about: 'The decision with another signature.', code,
        file: file(({ heavy: choice }) => decide(choice, [{ ...opened, jws: opened.jws.replace(/[^.]*$/, stricter.jws.split('.')[2] as string) }, 0])),
      },
      'decision-not-shown': {
        about: 'A sender shows a decision that the file leaves out.', code: 'selection.decision-not-shown',
        file: file(({ heavy: choice }) => { delete choice['decided']; }),
        witness: {
          samur: 'evidence/1', subject: id(heavy), trust: trust({ profiles }), demonstration: true,
          records: [toAlpha.entry(opened) as unknown as JsonObject], asOf: [toAlpha.asOf as unknown as JsonObject],
        },
      },
    },
  };
}

function decide(choice: Part, ...decisions: readonly (readonly [of: Made, after: number])[]): void {
  put(choice, 'decided', decisions.map(([{ jws }, after]) => ({ jws, after })));
}

function put(choice: Part, member: string, value: Json): void {
  choice[member] = value as unknown as Part;
}
