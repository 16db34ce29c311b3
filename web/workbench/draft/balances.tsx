/** What is left on the accounts that a draft would post to: beside the amounts, and all together. */
import { useSyncExternalStore } from 'react';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import type { DraftAccount } from './requests.ts';

/** By the place of the amount; fields watch their own. */
export class BalanceStore {
  #items: readonly DraftAccount[] = [];
  readonly #listeners = new Set<() => void>();

  readonly watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(items: readonly DraftAccount[]): void {
    this.#items = items;
    for (const listener of this.#listeners) listener();
  }

  at(pointer: string): DraftAccount | undefined {
    return this.#items.find(
      ({ path, debit }) => debit && path !== undefined && (path === pointer || path === `${pointer}/value`),
    );
  }
}

/** A component for one form: beside each amount, what is left. */
export function besideAmounts(store: BalanceStore) {
  return function BesideAmount({ pointer }: { readonly pointer: string }) {
    const account = useSyncExternalStore(store.watch, () => store.at(pointer));
    if (account === undefined) return null;
    const { after, available, unit, frozen } = account;
    const over = after.startsWith('-');
    return (
      <span className={over || frozen ? 'draft-left over' : 'draft-left'}>
        {frozen
          ? m.draft_frozen()
          : over
            ? m.draft_over({ amount: amountText(after.slice(1), unit), available: amountText(available, unit) })
            : m.draft_left({ amount: amountText(after, unit), available: amountText(available, unit) })}
      </span>
    );
  };
}

export const amountText = (amount: string, unit: string): string =>
  `${formatNumber(amount, language)}\u00A0${unit === 'KGM' ? m.draft_kilograms() : unit}`;

/** Accounts that are drawn on; what the draft itself would put on others is no limit to it. */
export function BalancePanel({ items }: { readonly items: readonly DraftAccount[] }) {
  const accounts = [
    ...new Map(items.filter(({ debit }) => debit).map((one) => [`${one.ledger} ${one.key.join(' ')}`, one])).values(),
  ];
  if (accounts.length === 0) return null;
  return (
    <section className="draft-box" aria-labelledby="draft-balances-title">
      <h2 id="draft-balances-title">{m.draft_balances()}</h2>
      <ul className="draft-balances">
        {accounts.map((account) => (
          <Balance key={`${account.ledger} ${account.key.join(' ')}`} account={account} />
        ))}
      </ul>
    </section>
  );
}

function Balance({ account }: { readonly account: DraftAccount }) {
  const { title, key, available, after, unit, frozen } = account;
  const over = after.startsWith('-');
  const share = shareOf(after, available);
  return (
    <li className={over || frozen ? 'over' : undefined}>
      <b>{say(title)}</b>
      <small>{key.join(' · ')}</small>
      <span className="draft-bar" aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
      <span>{m.draft_available({ amount: amountText(available, unit) })}</span>
      <span>{frozen ? m.draft_frozen() : m.draft_after({ amount: amountText(after, unit) })}</span>
    </li>
  );
}

/** Per cent of what is available that stays. */
function shareOf(after: string, available: string): number {
  const whole = Number(available);
  return whole > 0 ? Math.max(0, Math.min(100, (Number(after) / whole) * 100)) : 0;
}
