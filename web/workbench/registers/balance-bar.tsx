import { formatNumber } from '../../../kernel/words/numbers.ts';
import type { Account } from '../api/kept-rows.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { sharesOf } from './shares.ts';

/** Taken, settled and left as parts of what was given; the same in words beneath. */
export function BalanceBar({ account, unit }: { readonly account: Account; readonly unit: string }) {
  const { debited, settled, left, overdrawn } = sharesOf(account);
  const amount = (text: string) => `${formatNumber(text, language)}\u00A0${unit}`;
  const width = (share: number) => ({ width: `${share / 10}%` });
  return (
    <figure className={overdrawn ? 'balance overdrawn' : 'balance'}>
      <div aria-hidden="true">
        <span className="taken" style={width(debited)} />
        <span className="settled" style={width(settled)} />
        <span className="left" style={width(left)} />
      </div>
      <figcaption>
        {m.registers_of({ taken: amount(account.debited), given: amount(account.credited) })}
        {settled > 0 && ` ${m.registers_settled({ amount: amount(account.settled) })}`}
        {overdrawn && <strong> {m.registers_overdrawn()}</strong>}
      </figcaption>
    </figure>
  );
}
