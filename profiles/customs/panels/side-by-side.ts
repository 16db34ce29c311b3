/** What was stated beside what was found: seals of each vehicle or container, and the weight. */

import type { PanelBlock, PanelText } from '../../../kernel/panel.ts';
import type { ControlResult, SealResult } from '../claims/control.ts';
import type { Quantity } from '../claims/text.ts';
import { grossOf } from '../mass.ts';
import { ownSealDifferences, sealDifferences } from '../rules/seals.ts';
import { isOutside, onTheWay, type Situation, sameMeans, sealsOf, weightDiffers } from './situation.ts';
import { difference, type Teller } from './told.ts';

type Cell = string | PanelText;

/** Nobody has looked, or nothing was stated. */
const none = '–';

/** Columns appear as soon as somebody has looked; a later one differs from the one it follows. */
export function sideBySide(situation: Situation, told: Teller): readonly PanelBlock[] {
  const { say } = told;
  const sent = situation.sent.some(({ claims }) => claims.seals || claims.gross);
  const own = situation.found.some(({ claims }) => claims.seals || claims.gross);
  const head = [
    say('what'),
    say('stated'),
    ...(sent ? [say('afterSent')] : []),
    say('atArrival'),
    ...(own ? [say('ownControl')] : []),
  ];
  const shape = { sent, own };
  return [
    { kind: 'heading', text: say('sideBySide') },
    {
      kind: 'table',
      caption: say('sideBySideCaption'),
      head,
      rows: [...sealRows(situation, told, shape), ...weightRow(situation, told, shape)].map((cells) => ({ cells })),
    },
  ];
}

interface Shape {
  readonly sent: boolean;
  readonly own: boolean;
}

const cell = (text: string, differs: boolean): Cell => (differs ? { text, differs: true } : text);

function sealRows(situation: Situation, told: Teller, shape: Shape): readonly (readonly Cell[])[] {
  const { say } = told;
  const { manifest, arrival, found } = situation;
  const atArrival = arrival === undefined ? [] : sealDifferences(sealsOf(situation), arrival.claims);
  const inControl = ownSealDifferences(
    sealsOf(situation),
    found.map(({ claims }) => claims),
  );
  const joined = (seals: readonly string[]) => (seals.length === 0 ? say('noSeal') : seals.join(', '));
  const others = (arrival?.claims.means ?? []).filter(
    ({ number }) => !manifest.means.some((one) => sameMeans(one.number, number)),
  );
  const rows = [
    ...manifest.means.map(({ number, seals = [] }) => ({ number, seals })),
    ...others.map(({ number }) => ({ number, seals: undefined })),
  ];
  return rows.map(({ number, seals }): readonly Cell[] => {
    const stated = seals?.map((seal) => seal.number);
    const after = lastSeals(
      onTheWay(situation).map(({ claims }) => claims),
      number,
    )?.after;
    const isOff = sealsOf(situation).some(({ means, leftOff }) => leftOff && sameMeans(means, number));
    const here = arrival?.claims.means.find((one) => sameMeans(one.number, number));
    const differs = atArrival.some(({ means }) => sameMeans(means, number));
    const ownDiffers = inControl.some(({ means }) => sameMeans(means, number));
    const own = lastSeals(
      found.map(({ claims }) => claims),
      number,
    );
    const seen = here?.seals.map(({ number: seal, state }) => (state === 'bad' ? `${seal} (${say('bad')})` : seal));
    return [
      number,
      stated === undefined ? say('notFound') : joined(stated),
      ...(shape.sent ? [after === undefined ? none : cell(joined(after), isOff)] : []),
      arrival === undefined
        ? none
        : cell(
            seen === undefined ? say('notFound') : joined(seen),
            differs || seen === undefined || stated === undefined,
          ),
      ...(shape.own
        ? [own === undefined ? none : cell(replaced(own, joined, say('bad')), own.state === 'bad' || ownDiffers)]
        : []),
    ];
  });
}

/** What hung there, and what was put on in its place. */
function replaced({ before, after, state }: SealResult, joined: (seals: readonly string[]) => string, bad: string) {
  const was = state === 'bad' ? `${joined(before)} (${bad})` : joined(before);
  return before.join() === after.join() ? was : `${was} → ${joined(after)}`;
}

function lastSeals(results: readonly ControlResult[], means: string) {
  return results.flatMap(({ seals = [] }) => seals.filter((one) => sameMeans(one.means, means))).at(-1);
}

function weightRow(situation: Situation, told: Teller, shape: Shape): readonly (readonly Cell[])[] {
  const { say, mass } = told;
  const { manifest, arrival, sent, found } = situation;
  const stated = grossOf(manifest.lines);
  const last = (results: Situation['sent']) => results.findLast(({ claims }) => claims.gross)?.claims.gross;
  const beside = (gross: Quantity | undefined) => weightCell(gross, situation, told);
  return [
    [
      say('weight'),
      stated === undefined ? none : mass(stated),
      ...(shape.sent ? [beside(last(sent))] : []),
      beside(arrival?.claims.gross),
      ...(shape.own ? [beside(last(found))] : []),
    ],
  ];
}

/** Each weighing in its own column, with what it differs by from the weight stated. */
function weightCell(gross: Quantity | undefined, situation: Situation, told: Teller): Cell {
  if (gross === undefined) return none;
  const weight = weightDiffers(situation, gross);
  const so = weight && weight.stated !== weight.found ? `; ${difference(weight.stated, weight.found, told)}` : '';
  return cell(`${told.quantity(gross)}${so}`, weight !== undefined && isOutside(weight));
}
