/** A record, named by its id and found by its number (ARIA combobox). */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useInstitutionName, useInstitutions } from '../../api/institutions.ts';
import { useDeclarations } from '../../api/profiles.ts';
import type { NamedRecord } from '../../api/shapes.ts';
import * as m from '../../compiled/words/messages.js';
import { language } from '../../language.ts';
import { besides } from './code-input.tsx';
import { written } from './first-rows.ts';
import { useForm } from './form-context.ts';
import { exactly, filled, isRecordId, isSought, ranked } from './record-found.ts';
import { type RecordSource, useRecordSource } from './record-source.ts';

interface RecordInputProps {
  readonly id: string;
  readonly value: string;
  readonly pointer: string;
  /** Of the field, for the list. */
  readonly name: string;
  readonly label?: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
}

export function RecordInput(props: RecordInputProps) {
  const { id, value, pointer, label, invalid, required, readOnly } = props;
  const { put } = useForm();
  const source = useRecordSource();
  if (source !== undefined) return <Finder {...props} source={source} />;
  return (
    <input
      id={id}
      type="text"
      aria-label={label}
      aria-describedby={invalid ? `${id}-findings` : undefined}
      aria-invalid={invalid || undefined}
      aria-required={required || undefined}
      readOnly={readOnly}
      value={value}
      onChange={({ target }) => put(pointer, target.value || undefined)}
      onBlur={() => value !== value.trim() && put(pointer, value.trim() || undefined)}
    />
  );
}

interface FinderProps extends RecordInputProps {
  readonly source: RecordSource;
}

function Finder({ id, value, pointer, name, label, invalid, required, readOnly, source }: FinderProps) {
  const { put, change, root } = useForm();
  const institutions = useInstitutions();
  const tell = useTelling();
  /** What is being typed; undefined while the value stands. */
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [place, setPlace] = useState<CSSProperties>();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { data: named } = useQuery({
    queryKey: ['record-named', source.name, value],
    queryFn: () => source.one(value),
    enabled: isRecordId(value),
  });
  const [words] = useDebouncedValue(typed?.trim() ?? '', 150);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['records', 'named', source.name, words],
    queryFn: () => source.named(words),
    enabled: isSought(words),
    placeholderData: keepPreviousData,
  });
  const sought = typed !== undefined && isSought(typed);
  const settled = sought && words === typed.trim() && !isPlaceholderData;
  const found = sought && data !== undefined ? ranked(data, typed) : [];
  const listed = open && found.length > 0;
  useEffect(() => {
    if (!listed) return undefined;
    // It stands where the field was when it opened.
    const close = (event: Event) => {
      if (event.target === list.current) return;
      setOpen(false);
      setPlace(undefined);
    };
    addEventListener('scroll', close, { capture: true, passive: true });
    // Findings that come in above the field move it.
    const moved = new ResizeObserver(() => setPlace(besides(input.current)));
    moved.observe(input.current?.closest('.form') ?? document.body);
    return () => {
      moved.disconnect();
      removeEventListener('scroll', close, { capture: true });
    };
  }, [listed]);

  const end = () => {
    setTyped(undefined);
    setOpen(false);
    setPlace(undefined);
  };
  const choose = (record: NamedRecord) => {
    change((claims) =>
      filled(root, written(root, claims, pointer, record.id, language), pointer, record, institutions),
    );
    end();
  };
  const leave = () => {
    if (typed !== undefined) {
      const only = settled ? exactly(found, typed) : undefined;
      if (only !== undefined) return choose(only);
      // What is no id stays as typed, for the check to refuse.
      put(pointer, typed.trim() || undefined);
    }
    end();
  };
  const move = (by: number) => {
    setOpen(true);
    const next = open ? (active + by + found.length) % Math.max(1, found.length) : 0;
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const shown = named ? tell(named) : value;
  return (
    <span className="form-record">
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={readOnly ? undefined : source.hint()}
        aria-expanded={listed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={listed && found[active] ? `${id}-list-${active}` : undefined}
        aria-label={label}
        aria-describedby={invalid ? `${id}-findings` : undefined}
        aria-invalid={invalid || undefined}
        aria-required={required || undefined}
        readOnly={readOnly}
        value={typed ?? shown}
        title={shown}
        onFocus={({ target }) => target.select()}
        onBlur={leave}
        onChange={({ target }) => {
          setTyped(target.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (readOnly) return;
          if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
            event.preventDefault();
            move(event.key === 'ArrowDown' ? 1 : -1);
          } else if (event.key === 'Enter' && typed !== undefined) {
            event.preventDefault();
            const chosen = listed && settled ? found[active] : undefined;
            if (chosen !== undefined) choose(chosen);
            else if (!sought) leave();
          } else if (event.key === 'Escape' && typed !== undefined) {
            event.preventDefault();
            event.stopPropagation();
            end();
          }
        }}
      />
      <span role="status" className={settled && found.length === 0 ? 'form-record-none' : 'hidden'}>
        {settled && (found.length === 0 ? source.none() : m.draft_record_found({ count: found.length }))}
      </span>
      {listed && (
        <div
          ref={list}
          style={place ?? besides(input.current)}
          id={`${id}-list`}
          role="listbox"
          aria-label={label ?? name}
        >
          {found.map((one, at) => (
            <div
              key={one.id}
              id={`${id}-list-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              // The field keeps the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(one);
              }}
            >
              <Found record={one} />
            </div>
          ))}
        </div>
      )}
    </span>
  );
}

function Found({ record }: { readonly record: NamedRecord }) {
  const nameOf = useInstitutionName();
  const tell = useTelling();
  return (
    <>
      {tell(record)}
      <small>
        {record.title} · {nameOf(record.issuer)}
      </small>
    </>
  );
}

/** Number, type and state in words. */
function useTelling(): (record: Pick<NamedRecord, 'number' | 'profile' | 'type' | 'state'>) => string {
  const declarations = useDeclarations();
  return ({ number, profile, type, state }) =>
    [number, declarations.typeTitle(profile, type), declarations.stateTitle(profile, type, state)]
      .filter((one) => one !== '')
      .join(', ');
}
