/** Chooses among codes by code or word (ARIA combobox). The list is drawn only while it is open. */
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import * as m from '../../compiled/words/messages.js';
import { matching, type Option } from './matching.ts';

export interface CodeInputProps {
  readonly id: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** Other codes than those listed may be written. */
  readonly free: boolean;
  readonly onChange: (value: string) => void;
  readonly readOnly?: boolean;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly required?: boolean;
}

export function CodeInput(props: CodeInputProps) {
  const { id, value, options, free, onChange, readOnly = false } = props;
  /** What is being typed; undefined while the value stands. */
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    // It stands where the field was when it opened.
    const close = (event: Event) => {
      if (event.target !== list.current) setOpen(false);
    };
    addEventListener('scroll', close, { capture: true, passive: true });
    return () => removeEventListener('scroll', close, { capture: true });
  }, [open]);
  const shown = options.find((one) => one.value === value)?.shown ?? value;
  const found = open ? matching(options, typed ?? '') : [];

  const choose = (next: string) => {
    onChange(next);
    setTyped(undefined);
    setOpen(false);
  };
  const leave = () => {
    setOpen(false);
    if (typed === undefined) return;
    const exact = exactly(options, typed);
    if (typed.trim() === '') choose('');
    else if (exact !== undefined) choose(exact.value);
    else if (free) choose(typed.trim());
    else setTyped(undefined);
  };
  const move = (by: number) => {
    setOpen(true);
    const next = open ? (active + by + Math.max(1, found.length)) % Math.max(1, found.length) : 0;
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <span className="form-code">
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={open && found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${id}-list-${active}` : undefined}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        aria-required={props.required || undefined}
        readOnly={readOnly}
        value={typed ?? shown}
        title={shown}
        onChange={({ target }) => {
          setTyped(target.value);
          setOpen(true);
          setActive(0);
        }}
        onClick={() => readOnly || setOpen(true)}
        onFocus={({ target }) => target.select()}
        onBlur={leave}
        onKeyDown={(event) => {
          if (readOnly) return;
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            move(event.key === 'ArrowDown' ? 1 : -1);
          } else if (event.key === 'Enter' && open) {
            event.preventDefault();
            const chosen = found[active];
            if (chosen && (typed !== undefined || active > 0)) choose(chosen.value);
            else leave();
          } else if (event.key === 'Escape' && open) {
            event.preventDefault();
            event.stopPropagation();
            setTyped(undefined);
            setOpen(false);
          }
        }}
      />
      {open && found.length > 0 && (
        <div
          ref={list}
          style={besides(input.current)}
          id={`${id}-list`}
          role="listbox"
          aria-label={props.label ?? m.draft_values()}
        >
          {found.map((one, at) => (
            <div
              key={one.value}
              id={`${id}-list-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              // The field keeps the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(one.value);
              }}
            >
              {one.shown}
            </div>
          ))}
        </div>
      )}
    </span>
  );
}

/** Under the field, or above it where there is more room; out of boxes that scroll. */
export function besides(field: HTMLElement | null): CSSProperties {
  if (field === null) return {};
  const { left, top, bottom, width } = field.getBoundingClientRect();
  const under = innerHeight - bottom;
  const above = under < 180 && top > under;
  return {
    left: Math.max(4, Math.min(left, innerWidth - width - 4)),
    minWidth: width,
    maxHeight: Math.min(260, (above ? top : under) - 8),
    ...(above ? { bottom: innerHeight - top + 2 } : { top: bottom + 2 }),
  };
}

function exactly(options: readonly Option[], typed: string): Option | undefined {
  const text = typed.trim();
  const [only, ...others] = matching(options, text);
  return options.find((one) => one.value === text || one.shown === text) ?? (others.length === 0 ? only : undefined);
}
