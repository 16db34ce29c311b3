/** Documents that the manifest names, and whether the records among them are held here. */
import type { PanelBlock, PanelText } from '../../../kernel/panel.ts';
import { documentKinds } from '../code-words/documents.ts';
import { missingPapers } from './held.ts';
import type { Situation } from './situation.ts';
import type { Teller } from './told.ts';

export function paperBlocks(situation: Situation, { say, code, day }: Teller): readonly PanelBlock[] {
  const { documents = [] } = situation.manifest;
  if (documents.length === 0) return [];
  const missing = new Set(missingPapers(situation));
  const rows = documents.map((document) => {
    const { kind, number, date, record } = document;
    const isHeld = record !== undefined && !missing.has(document);
    const here: string | PanelText =
      record === undefined ? say('noRecord') : isHeld ? say('held') : { text: say('notHeld'), differs: true };
    const cells: (string | PanelText)[] = [
      code(documentKinds, kind),
      isHeld ? { text: number, record } : number,
      date === undefined ? '' : day(date),
      here,
    ];
    return { cells };
  });
  const head = [say('kind'), say('number'), say('date'), say('here')];
  return [
    { kind: 'heading', text: say('papers') },
    { kind: 'table', caption: say('papersCaption'), head, rows },
  ];
}
