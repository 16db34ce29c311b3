/** What was committed to, for which time, and who has had it. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useMay } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { useNow } from '../parts/use-now.ts';
import { type Commitment, fileOf, type Selection } from './requests.ts';

/** Shown at once, the newest. */
const atFirst = 5;

export function CommitmentList({ selection }: { readonly selection: Selection }) {
  const nameOf = useInstitutionName();
  const mayAudit = useMay('selections.audit');
  const now = useNow();
  const [all, setAll] = useState(false);
  const columns: readonly Column<Commitment>[] = [
    {
      title: m.selections_commitment(),
      head: true,
      cell: ({ number, record }) =>
        record === undefined ? (
          m.selections_number({ number })
        ) : (
          <Link to="/records/$id" params={{ id: record }}>
            {m.selections_number({ number })}
          </Link>
        ),
    },
    {
      title: m.selections_period(),
      cell: ({ from, until }) => `${formatMoment(from, language)} – ${formatMoment(until, language)}`,
    },
    { title: m.selections_version(), className: 'number', cell: ({ version }) => version },
    { title: m.selections_state(), cell: (one) => stateOf(one, now) },
    {
      title: m.selections_receipt(),
      cell: ({ receipts }) =>
        receipts.length === 0 ? (
          '–'
        ) : (
          <ul className="selections-receipts">
            {receipts.map(({ institution, time }) => (
              <li key={institution}>
                {nameOf(institution)}: {time === undefined ? m.selections_on_its_way() : formatMoment(time, language)}
              </li>
            ))}
          </ul>
        ),
    },
    ...(mayAudit
      ? [
          {
            title: m.selections_file(),
            cell: ({ number, over, record }: Commitment) =>
              over && record !== undefined ? (
                <a href={fileOf(selection, number)} download>
                  {m.selections_download()}
                  <span className="hidden">: {m.selections_number({ number })}</span>
                </a>
              ) : (
                m.selections_not_yet()
              ),
          },
        ]
      : []),
  ];
  const { commitments } = selection;
  return (
    <>
      <ListTable
        caption={m.selections_commitments()}
        columns={columns}
        rows={all ? commitments : commitments.slice(0, atFirst)}
        keyOf={({ number }) => number}
        empty={m.selections_no_commitment()}
      />
      {!all && commitments.length > atFirst && (
        <Button variant="default" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          {m.selections_show_all({ count: commitments.length })}
        </Button>
      )}
    </>
  );
}

function stateOf({ over, from, record, alone }: Commitment, now: number): string {
  if (over) return m.selections_over();
  if (alone) return m.selections_alone();
  if (record === undefined) return m.selections_not_issued();
  return from > now ? m.selections_ahead() : m.selections_in_force();
}
