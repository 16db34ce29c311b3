/** Who moves what: parties with their standing, lines of goods, and the certificates that those rest on. */
import type { PanelBlock, PanelText } from '../../../kernel/panel.ts';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { countryOf } from '../institutions.ts';
import { certificatesOf, toneOf } from './held.ts';
import type { Situation } from './situation.ts';
import { inProject, roles, services, standingIn } from './standing.ts';
import type { Teller } from './told.ts';

type Cell = string | PanelText;

export function whoBlocks(situation: Situation, told: Teller): readonly PanelBlock[] {
  const { say } = told;
  const { manifest } = situation;
  const both = services(situation);
  const rows = roles.flatMap((role): { cells: Cell[] }[] => {
    const party = manifest[role];
    if (party === undefined) return [];
    const id = party.id === undefined ? '' : `, ${party.id}`;
    const standings = both.map((customs): Cell => {
      const { text, isBad } = standingIn(customs, party, situation, told);
      return isBad ? { text, differs: true } : text;
    });
    return [{ cells: [say(role), `${party.name} (${party.country}${id})`, ...standings] }];
  });
  const head = [say('role'), say('name'), ...both.map((customs) => say('registerOf', { customs: countryOf(customs) }))];
  return [
    { kind: 'heading', text: say('who') },
    { kind: 'table', caption: say('whoCaption'), head, rows },
  ];
}

export function goodsBlocks(situation: Situation, told: Teller): readonly PanelBlock[] {
  const { say, quantity, language } = told;
  const columns = ['line', 'hs', 'description', 'origin', 'gross', 'net', 'value', 'project'] as const;
  const rows = situation.manifest.lines.map((line) => {
    const isIn = inProject(line.hs, situation);
    const project = say(isIn ? 'inProject' : 'outOfProject');
    const { amount, currency } = line.value;
    const cells: Cell[] = [
      String(line.sequence),
      line.hs,
      line.description,
      line.origin,
      quantity(line.gross),
      quantity(line.net),
      `${formatNumber(amount, language)}\u00A0${currency}`,
      isIn ? project : { text: project, differs: true },
    ];
    return { cells };
  });
  return [
    { kind: 'heading', text: say('whatGoods') },
    { kind: 'table', caption: say('goodsCaption'), head: columns.map((column) => say(column)), rows },
    ...certificateTable(situation, told),
  ];
}

function certificateTable(situation: Situation, told: Teller): readonly PanelBlock[] {
  const { say, mass, language } = told;
  const columns = ['line', 'certificate', 'state', 'available', 'reserved', 'consumed', 'ofThis'] as const;
  const certificates = certificatesOf(situation);
  if (certificates.length === 0) return [];
  const rows = certificates.flatMap((one) => {
    const { lines, number, part, record, offered, account, own } = one;
    const amount = (movement: string) => (account ? mass(account.byMovement.get(movement) ?? 0n) : say('notHeld'));
    const differs = toneOf(one, situation) === 'attention' ? { differs: true as const } : {};
    return lines.map(({ sequence }) => {
      const cells: Cell[] = [
        String(sequence),
        { text: `${number} / ${part}`, ...(offered && { record }) },
        { text: offered?.state[language] ?? say('notHeld'), ...differs },
        { text: account ? mass(account.available) : say('notHeld'), ...differs },
        amount('reserved'),
        amount('consumed'),
        account ? mass(own) : say('notHeld'),
      ];
      return { cells };
    });
  });
  return [{ kind: 'table', caption: say('certificateCaption'), head: columns.map((column) => say(column)), rows }];
}
