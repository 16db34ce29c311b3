/** Filters kept under names: the menu of them, opened. Loaded at its first press. */
import { Button, Menu, Modal } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { collation } from '../parts/collation.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { type Filter, readFilter, searchOf } from './filter.ts';

interface View {
  readonly name: string;
  readonly query: Readonly<Record<string, unknown>>;
}

const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: () => ask<{ readonly items: readonly View[] }>('/api/desk/views'),
});
const viewPath = (name: string) => `/api/desk/views/${encodeURIComponent(name)}`;

export function SavedViews({ filter, onFilter }: { readonly filter: Filter; readonly onFilter: (f: Filter) => void }) {
  const client = useQueryClient();
  const { data } = useQuery(viewsQuery);
  const [naming, setNaming] = useState(false);
  const order = collation(language);
  const views = (data?.items ?? []).toSorted((a, b) => order(a.name, b.name));
  const refresh = () => client.invalidateQueries(viewsQuery);
  const remove = useMutation({
    mutationFn: (name: string) => ask(viewPath(name), { method: 'DELETE' }),
    onSettled: refresh,
  });
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} defaultOpened>
        <Menu.Target>
          <Button variant="default" size="compact-sm" className="inbox-views">
            {m.inbox_views()}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{m.inbox_views_none()}</Menu.Label>}
          {views.map(({ name, query }) => (
            <Menu.Item key={name} onClick={() => onFilter(readFilter(query))}>
              {name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>{m.inbox_view_save()}</Menu.Item>
          {views.map(({ name }) => (
            <Menu.Item key={name} color="red" onClick={() => remove.mutate(name)}>
              {m.inbox_view_delete({ name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <NameDialog opened={naming} filter={filter} onClose={() => setNaming(false)} onSaved={refresh} />
    </>
  );
}

interface NameProps {
  readonly opened: boolean;
  readonly filter: Filter;
  readonly onClose: () => void;
  readonly onSaved: () => Promise<void>;
}

function NameDialog({ opened, filter, onClose, onSaved }: NameProps) {
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => ask(viewPath(name.trim()), { method: 'PUT', body: { query: searchOf(filter) } }),
    onSuccess: async () => {
      setName('');
      onClose();
      await onSaved();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') save.mutate();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={m.inbox_view_save()}
      closeButtonProps={{ 'aria-label': m.parts_close() }}
    >
      <form onSubmit={submit} className="inbox-naming">
        <label>
          {m.inbox_view_name()}
          <input
            value={name}
            maxLength={60}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <p>{m.inbox_view_hint()}</p>
        {save.error && <ProblemNote fault={save.error} />}
        <Button type="submit" loading={save.isPending}>
          {m.parts_save()}
        </Button>
      </form>
    </Modal>
  );
}
