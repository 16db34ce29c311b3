/** One ledger: what each account was given, what was taken, what is left. */
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { type Account, rowsQuery } from '../api/kept-rows.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { ProfileDeclaration } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { NotFound } from '../shell/faults.tsx';
import { AccountHistory } from './account-history.tsx';
import { BalanceBar } from './balance-bar.tsx';
import { RowSearch, useRowSearch } from './row-search.tsx';
import { unitWord } from './unit.ts';
import './registers.css';

type Declared = ProfileDeclaration['ledgers'][string];

export function LedgerPage() {
  const { profile, ledger } = useParams({ strict: false });
  const declared = useDeclarations().profile(profile ?? '');
  const found = declared && Object.hasOwn(declared.ledgers, ledger ?? '') ? declared.ledgers[ledger ?? ''] : undefined;
  if (!declared || !found || ledger === undefined) return <NotFound />;
  return <Accounts profile={declared} ledger={ledger} declared={found} />;
}

interface AccountsProps {
  readonly profile: ProfileDeclaration;
  readonly ledger: string;
  readonly declared: Declared;
}

function Accounts({ profile, ledger, declared }: AccountsProps) {
  const { typed, words, type } = useRowSearch();
  const rows = useInfiniteQuery(rowsQuery<Account>({ path: `ledgers/${profile.name}/${ledger}`, words }));
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  const title = say(declared.title);
  return (
    <>
      <title>{`${title} · Samur`}</title>
      <p className="registers-way">
        <Link to="/registers">{m.registers_title()}</Link>
      </p>
      <h1>{title}</h1>
      <div className="registers-tools">
        <RowSearch typed={typed} type={type} />
      </div>
      {rows.error && <ProblemNote fault={rows.error} again={() => void rows.refetch()} />}
      {rows.isPending ? (
        <Loading />
      ) : items.length === 0 && !rows.hasNextPage ? (
        <p className="nothing">{m.parts_nothing()}</p>
      ) : (
        <ul className="registers-accounts">
          {items.map((account) => (
            <li key={account.key.join('\n')}>
              <AccountCard account={account} declared={declared} profile={profile} />
            </li>
          ))}
        </ul>
      )}
      {rows.hasNextPage && (
        <Button variant="default" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {m.parts_more()}
        </Button>
      )}
    </>
  );
}

interface CardProps {
  readonly account: Account;
  readonly declared: Declared;
  readonly profile: ProfileDeclaration;
}

function AccountCard({ account, declared, profile }: CardProps) {
  const unit = unitWord(account.unit, profile);
  const amount = (text: string) => `${formatNumber(text, language)}\u00A0${unit}`;
  const [history, setHistory] = useState(false);
  // What tells it from its neighbours: the last part of a key.
  const words = account.key.at(-1) ?? '';
  return (
    <article>
      <dl className="registers-parts">
        {declared.parts.map((part, at) => (
          <div key={say(part)}>
            <dt>{say(part)}</dt>
            <dd>{account.key[at]}</dd>
          </div>
        ))}
      </dl>
      <p className="registers-left">
        <strong>{amount(account.available)}</strong> {m.registers_left()}
        {account.frozen && <em> {m.registers_frozen()}</em>}
      </p>
      <BalanceBar account={account} unit={unit} />
      <details>
        <summary>{m.registers_movements()}</summary>
        <dl className="registers-lines">
          {Object.entries(account.byMovement).map(([movement, moved]) => {
            const known = Object.hasOwn(declared.movements, movement) ? declared.movements[movement] : undefined;
            return (
              <div key={movement}>
                <dt>{known ? say(known.title) : movement}</dt>
                <dd>{amount(moved)}</dd>
              </div>
            );
          })}
        </dl>
        <Link to="/records" search={{ q: words }}>
          {m.registers_records({ words })}
        </Link>
      </details>
      <details onToggle={(event) => setHistory(event.currentTarget.open)}>
        <summary>{m.registers_history()}</summary>
        {history && <AccountHistory account={account} profile={profile} declared={declared} amount={amount} />}
      </details>
    </article>
  );
}
