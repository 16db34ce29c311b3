/** The officer's screen: everything on one page by which a truck or train is passed, controlled or asked about. */
import type { Panel, PanelBlock } from '../../../kernel/panel.ts';
import { actionsOf } from './actions.ts';
import { checksBlock, checksOf, othersChecks } from './checks.ts';
import { goodsBlocks, whoBlocks } from './goods.ts';
import { paperBlocks } from './papers.ts';
import { foundBlocks, laneBlocks, questionBlocks, recognitionBlocks, sentBlocks } from './results.ts';
import { sideBySide } from './side-by-side.ts';
import { type Situation, situationOf } from './situation.ts';
import { type Teller, teller } from './told.ts';
import { words } from './words.ts';

export const manifestPanel: Panel = {
  title: words.comparison,
  types: ['manifest'],
  first: true,
  draw(shown, followUps, view, language, now) {
    const situation = situationOf(shown, followUps, view, now);
    const told = teller(language);
    return situation.side === 'receiving' ? officersScreen(situation, told) : othersView(situation, told);
  },
  actions: (shown, followUps, view, language, now) =>
    actionsOf(situationOf(shown, followUps, view, now), teller(language)),
};

function officersScreen(situation: Situation, told: Teller): readonly PanelBlock[] {
  return [
    checksBlock(checksOf(situation, told)),
    ...questionBlocks(situation, told),
    ...sideBySide(situation, told),
    ...whoBlocks(situation, told),
    ...goodsBlocks(situation, told),
    ...sentBlocks(situation, told),
    ...foundBlocks(situation, told),
    ...recognitionBlocks(situation, told),
    ...laneBlocks(situation, told),
    ...paperBlocks(situation, told),
  ];
}

/** What became of it on the other side, beside what was stated. */
function othersView(situation: Situation, told: Teller): readonly PanelBlock[] {
  return [
    checksBlock(othersChecks(situation, told)),
    ...questionBlocks(situation, told),
    ...recognitionBlocks(situation, told),
    ...sideBySide(situation, told),
    ...sentBlocks(situation, told),
    ...foundBlocks(situation, told),
  ];
}
