/** One register: what is stated now under every key, and what was on any day. */
import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { formatDay } from '../../../kernel/words/moments.ts';
import { type RegisterLine, rowsQuery } from '../api/kept-rows.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { ProfileDeclaration } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { NotFound } from '../shell/faults.tsx';
import { RowHistory } from './row-history.tsx';
import { RowSearch, useRowSearch } from './row-search.tsx';
import { StatedValue } from './stated-value.tsx';
import './registers.css';

export function RegisterPage() {
  const { profile, register } = useParams({ strict: false });
  const declared = useDeclarations().profile(profile ?? '');
  const found =
    declared && Object.hasOwn(declared.registers, register ?? '') ? declared.registers[register ?? ''] : undefined;
  if (!declared || !found || register === undefined) return <NotFound />;
  return <Rows declared={declared} register={register} title={say(found.title)} parts={found.parts.map(say)} />;
}

interface RowsProps {
  readonly declared: ProfileDeclaration;
  readonly register: string;
  readonly title: string;
  readonly parts: readonly string[];
}

function Rows({ declared, register, title, parts }: RowsProps) {
  const path = `registers/${declared.name}/${register}`;
  const { typed, words, type } = useRowSearch();
  const [day, setDay] = useState('');
  const [open, setOpen] = useState<string>();
  const rows = useInfiniteQuery(rowsQuery<RegisterLine>({ path, words }));
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <title>{`${title} · Samur`}</title>
      <p className="registers-way">
        <Link to="/registers">{m.registers_title()}</Link>
      </p>
      <h1>{title}</h1>
      <div className="registers-tools">
        <RowSearch typed={typed} type={type} />
        <TextInput
          type="date"
          label={m.registers_day()}
          description={m.registers_day_hint()}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </div>
      {rows.error && <ProblemNote fault={rows.error} again={() => void rows.refetch()} />}
      {rows.isPending ? (
        <Loading />
      ) : items.length === 0 && !rows.hasNextPage ? (
        <p className="nothing">{m.parts_nothing()}</p>
      ) : (
        <section className="registers-table" aria-label={title}>
          <table>
            <thead>
              <tr>
                {parts.map((part) => (
                  <th key={part} scope="col">
                    {part}
                  </th>
                ))}
                <th scope="col">{m.registers_stated()}</th>
                <th scope="col">{m.registers_since()}</th>
                <th scope="col">
                  <span className="hidden">{m.registers_history()}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ key, value, record, time }) => {
                const name = JSON.stringify(key);
                const isOpen = open === name;
                return (
                  <Fragment key={name}>
                    <tr>
                      {parts.map((part, at) => (
                        <td key={part} className="registers-key" data-label={part}>
                          {key[at]}
                        </td>
                      ))}
                      <td data-label={m.registers_stated()}>
                        <StatedValue declared={declared} register={register} value={value} keyParts={key} />
                      </td>
                      <td className="registers-since" data-label={m.registers_since()}>
                        <Link to="/records/$id" params={{ id: record }}>
                          {formatDay(time, language)}
                        </Link>
                      </td>
                      <td>
                        <Button
                          size="compact-xs"
                          variant="default"
                          aria-expanded={isOpen}
                          aria-label={`${m.registers_history()}: ${key.join(' ')}`}
                          onClick={() => setOpen(isOpen ? undefined : name)}
                        >
                          {m.registers_history()}
                        </Button>
                      </td>
                    </tr>
                    {isOpen && (
                      <tr>
                        <td colSpan={parts.length + 3}>
                          <RowHistory declared={declared} register={register} path={path} keyParts={key} day={day} />
                        </td>
                      </tr>
                    )}
                  </Fragment>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
      {rows.hasNextPage && (
        <Button variant="default" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {m.parts_more()}
        </Button>
      )}
    </>
  );
}
