/** What a write-off leaves on the lines of certificates, whoever else takes from them. */
import type { Panel, PanelBlock } from '../../../kernel/panel.ts';
import type { AccountView } from '../../../kernel/statement.ts';
import { massScale } from '../mass.ts';
import { accountKey, certificateLedger, nameOf, writeOffOf } from '../positions.ts';
import { type Teller, teller } from './told.ts';
import { words } from './words.ts';

export const writeOffPanel: Panel = {
  title: words.writtenOff,
  types: ['write-off'],
  reads: (shown) => writeOffOf(shown).lines.map((line) => ({ ledger: certificateLedger, key: accountKey(line) })),
  draw(shown, _followUps, view, language) {
    const told = teller(language);
    const lines = new Map(writeOffOf(shown).lines.map((line) => [nameOf(line), line]));
    return [...lines.values()].map((line): PanelBlock => {
      const label = `${line.certificate.number} / ${line.line}`;
      const account = view.account(certificateLedger, accountKey(line));
      // Without what was certified nothing is known of the rest.
      if (account === undefined || account.credited === 0n) {
        return { kind: 'text', text: `${label}: ${told.say('notHeld')}`, tone: 'unknown' };
      }
      return bar(label, account, told);
    });
  },
};

/** Kilograms to draw with: a bar needs no milligrams. */
const drawn = (mass: bigint): number => Number(mass) / 10 ** massScale;

function bar(label: string, account: AccountView, { say }: Teller): PanelBlock {
  const taken = (movement: string) => account.byMovement.get(movement) ?? 0n;
  const parts = (
    [
      ['consumed', taken('consumed')],
      ['reserved', taken('reserved')],
      ['otherAmounts', account.settled],
      ['left', account.available],
    ] as const
  ).filter(([word, mass]) => mass > 0n || (mass === 0n && word !== 'otherAmounts'));
  const sum = parts.reduce((all, [, mass]) => all + mass, 0n);
  return {
    kind: 'bar',
    label,
    unit: say('kilograms'),
    total: drawn(sum > account.credited ? sum : account.credited),
    parts: parts.map(([word, mass]) => ({ label: say(word), value: drawn(mass) })),
  };
}
