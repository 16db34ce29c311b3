/** What moved an account, record by record, newest first. */
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../../../kernel/words/moments.ts';
import { type Account, movesQuery } from '../api/kept-rows.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { ProfileDeclaration } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';

interface Props {
  readonly account: Account;
  readonly profile: ProfileDeclaration;
  readonly declared: ProfileDeclaration['ledgers'][string];
  readonly amount: (text: string) => string;
}

export function AccountHistory({ account, profile, declared, amount }: Props) {
  const moves = useInfiniteQuery(movesQuery(account.ledger, account.key));
  const declarations = useDeclarations();
  if (moves.error) return <ProblemNote fault={moves.error} again={() => void moves.refetch()} />;
  if (moves.isPending) return <Loading />;
  return (
    <>
      <ol className="registers-moves">
        {moves.data.pages
          .flatMap(({ items }) => items)
          .map(({ record, type, number, time, movement, amount: moved, effective }) => {
            const known = Object.hasOwn(declared.movements, movement) ? declared.movements[movement] : undefined;
            return (
              <li key={`${record} ${movement} ${moved}`}>
                <span>{formatDay(time, language)}</span>{' '}
                <Link to="/records/$id" params={{ id: record }}>
                  {number || declarations.typeTitle(profile.name, type)}
                </Link>{' '}
                <span>
                  {known ? say(known.title) : movement}: <strong>{amount(moved)}</strong>
                  {!effective && <em> {m.registers_without_effect()}</em>}
                </span>
              </li>
            );
          })}
      </ol>
      {moves.hasNextPage && (
        <Button
          size="compact-sm"
          variant="default"
          loading={moves.isFetchingNextPage}
          onClick={() => void moves.fetchNextPage()}
        >
          {m.parts_more()}
        </Button>
      )}
    </>
  );
}
