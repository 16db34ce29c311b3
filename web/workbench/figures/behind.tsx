/** The records that a figure counted. */
import { Button, Drawer } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../../../kernel/words/moments.ts';
import { useDeclarations } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { StateBadge } from '../parts/state.tsx';
import { type Behind, behindQuery, type FigureHead, type Span } from './questions.ts';

interface Props {
  readonly head: FigureHead;
  readonly span: Span;
  readonly behind: Behind;
  readonly close: () => void;
}

export function BehindList({ head, span, behind, close }: Props) {
  const records = useInfiniteQuery(behindQuery(head, span, behind));
  const declarations = useDeclarations();
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="lg"
      title={say(head.title)}
      closeButtonProps={{ 'aria-label': m.parts_close() }}
    >
      {records.error && <ProblemNote fault={records.error} again={() => void records.refetch()} />}
      {records.isPending && <Loading />}
      <ul className="figures-records">
        {records.data?.pages
          .flatMap(({ items }) => items)
          .map((record) => (
            <li key={record.id}>
              <Link to="/records/$id" params={{ id: record.id }}>
                {record.number || declarations.typeTitle(record.profile, record.type)}
              </Link>{' '}
              <StateBadge record={record} />
              <p>
                {record.title} · {record.issuer} · {formatDay(record.time, language)}
              </p>
            </li>
          ))}
      </ul>
      {records.hasNextPage && (
        <Button variant="default" loading={records.isFetchingNextPage} onClick={() => void records.fetchNextPage()}>
          {m.parts_more()}
        </Button>
      )}
    </Drawer>
  );
}
