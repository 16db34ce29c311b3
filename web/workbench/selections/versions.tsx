/** Who set it to what, when and why; each version can be read. */
import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useDeclarations } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { SchemaForm } from '../draft/form/schema-form.tsx';
import { language } from '../language.ts';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { declarationOf } from './declaration.ts';
import { type Selection, type VersionHead, versionQuery } from './requests.ts';

export function Versions({ selection }: { readonly selection: Selection }) {
  const [opened, setOpened] = useState<VersionHead>();
  const columns: readonly Column<VersionHead>[] = [
    { title: m.selections_version(), head: true, cell: ({ version }) => version },
    { title: m.selections_when(), cell: ({ time }) => formatMoment(time, language) },
    { title: m.selections_who(), cell: ({ name }) => name || m.selections_beginning() },
    { title: m.selections_reason(), cell: ({ reason }) => reason || '–' },
    {
      title: '',
      className: 'actions',
      cell: (one) => (
        <Button variant="default" size="compact-sm" onClick={() => setOpened(one)}>
          {m.selections_show()}
          <span className="hidden">: {m.selections_version_named({ version: one.version })}</span>
        </Button>
      ),
    },
  ];
  return (
    <>
      <ListTable
        caption={m.selections_history()}
        columns={columns}
        rows={selection.versions}
        keyOf={({ version }) => version}
        empty={m.selections_no_settings()}
      />
      {opened && <VersionDialog selection={selection} head={opened} close={() => setOpened(undefined)} />}
    </>
  );
}

interface VersionDialogProps {
  readonly selection: Selection;
  readonly head: VersionHead;
  readonly close: () => void;
}

function VersionDialog({ selection, head, close }: VersionDialogProps) {
  const profile = useDeclarations().profile(selection.profile);
  const { data, error, refetch } = useQuery(versionQuery(selection, head.version));
  return (
    <Modal
      opened
      size="xl"
      onClose={close}
      title={m.selections_version_named({ version: head.version })}
      closeButtonProps={{ 'aria-label': m.parts_close() }}
    >
      {error && <ProblemNote fault={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && profile && (
        <SchemaForm
          declaration={declarationOf(selection)}
          profile={profile}
          value={data.settings}
          onChange={() => undefined}
          findings={[]}
          readOnly
        />
      )}
    </Modal>
  );
}
