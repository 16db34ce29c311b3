/** Keys that wait for colleagues: nobody's key signs by the word of one person. */
import { Button } from '@mantine/core';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { ask } from '../api/client.ts';
import { useRoleTitle } from '../api/people.ts';
import { useMay, useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { askPasskey } from '../signing/passkey.ts';
import { enrolmentsQuery, type PendingEnrolment } from './office.ts';

const causes: Readonly<Record<PendingEnrolment['cause'], () => string>> = {
  enrolment: m.administration_cause_enrolment,
  recovery: m.administration_cause_recovery,
  roles: m.administration_cause_roles,
};

export function Enrolments() {
  const { items } = useSuspenseQuery(enrolmentsQuery).data;
  const { person } = useSession();
  const may = useMay('enrolments.confirm');
  const roleTitle = useRoleTitle();
  const client = useQueryClient();
  const confirming = useMutation({
    mutationFn: (one: PendingEnrolment) => confirm(one, person.demonstration),
    onSettled: () => {
      for (const key of ['enrolments', 'people', 'session']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
  const waitsForMe = ({ person: of, given }: PendingEnrolment) =>
    may && of.id !== person.id && !given.some((one) => one.person === person.id);
  const columns: readonly Column<PendingEnrolment>[] = [
    { title: m.sign_in_name(), head: true, cell: ({ person: of }) => of.name },
    { title: m.sign_in_roles(), cell: ({ roles }) => roles.map(roleTitle).join(', ') },
    { title: m.administration_cause(), cell: ({ cause }) => causes[cause]() },
    { title: m.administration_since(), cell: ({ created }) => formatMoment(created, language) },
    {
      title: m.administration_confirmed(),
      cell: ({ given, needed }) => (
        <>
          {m.administration_confirmed_of({ given: given.length, needed })}
          {given.length > 0 && (
            <span className="administration-remark">{given.map(({ name }) => name).join(', ')}</span>
          )}
        </>
      ),
    },
    {
      title: '',
      className: 'actions',
      cell: (one) =>
        waitsForMe(one) && (
          <Button
            size="compact-sm"
            loading={confirming.isPending && confirming.variables.id === one.id}
            disabled={confirming.isPending}
            onClick={() => confirming.mutate(one)}
          >
            {m.administration_confirm()}
            <span className="hidden">: {one.person.name}</span>
          </Button>
        ),
    },
  ];
  return (
    <>
      <p>{m.administration_enrolments_how()}</p>
      <FaultNote fault={confirming.error} />
      <p role="status" className="administration-done">
        {confirming.isSuccess && (confirming.data.issued ? m.administration_key_told() : m.administration_key_kept())}
      </p>
      <ListTable
        caption={m.administration_enrolments()}
        columns={columns}
        rows={items}
        keyOf={({ id }) => id}
        empty={m.administration_enrolments_none()}
      />
    </>
  );
}

/** `issued`: it was the last confirmation needed. */
async function confirm({ id }: PendingEnrolment, demonstration: boolean): Promise<{ readonly issued: boolean }> {
  const path = `/api/desk/enrolments/${id}`;
  if (demonstration) return ask(`${path}/confirmation`, { method: 'POST', body: { demonstration } });
  const { handle, options } = await ask<{
    readonly handle: string;
    readonly options: PublicKeyCredentialRequestOptionsJSON;
  }>(`${path}/options`, { method: 'POST', body: {} });
  const response = await askPasskey(options);
  return ask(`${path}/confirmation`, { method: 'POST', body: { handle, response } });
}
