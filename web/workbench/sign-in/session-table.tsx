/** Open sessions of one person, to be ended one by one. */
import { Button } from '@mantine/core';
import { formatMoment } from '../../../kernel/words/moments.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { deviceName } from './device-name.ts';
import type { SessionLine } from './own.ts';

interface SessionTableProps {
  readonly sessions: readonly SessionLine[];
  readonly end: (session: SessionLine) => void;
  /** Shown and not offered: this very session ends by signing out. */
  readonly busy: boolean;
}

export function SessionTable({ sessions, end, busy }: SessionTableProps) {
  const columns: readonly Column<SessionLine>[] = [
    { title: m.sign_in_device(), head: true, cell: (one) => <Device session={one} /> },
    { title: m.sign_in_began(), cell: ({ created }) => formatMoment(created, language) },
    { title: m.sign_in_used(), cell: ({ used }) => formatMoment(used, language) },
    { title: m.sign_in_expires(), cell: ({ expires }) => formatMoment(expires, language) },
    {
      title: '',
      className: 'actions',
      cell: (one) =>
        !one.current && (
          <Button
            variant="default"
            size="compact-sm"
            disabled={busy}
            aria-label={m.sign_in_end_session({ name: nameOf(one) })}
            onClick={() => end(one)}
          >
            {m.sign_in_end()}
          </Button>
        ),
    },
  ];
  return <ListTable caption={m.sign_in_sessions()} columns={columns} rows={sessions} keyOf={({ id }) => id} />;
}

const nameOf = ({ agent }: SessionLine): string => deviceName(agent) ?? m.sign_in_unknown_device();

function Device({ session }: { readonly session: SessionLine }) {
  return (
    <span title={session.agent}>
      {nameOf(session)}
      {session.current && <span className="list-remark">{m.sign_in_this_session()}</span>}
    </span>
  );
}
