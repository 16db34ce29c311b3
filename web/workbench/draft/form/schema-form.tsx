/** A form for the claims of any type, drawn from what its profile declares. */
import './style.ts';
import { type ComponentType, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { JsonObject } from '../../../../kernel/canonical.ts';
import type { ProblemFinding } from '../../api/client.ts';
import type { ProfileDeclaration, TypeDeclaration } from '../../api/shapes.ts';
import { language } from '../../language.ts';
import { aboutChosen } from './about-chosen.ts';
import { Inside } from './field-place.tsx';
import { FindingNotes } from './finding-notes.tsx';
import { written } from './first-rows.ts';
import { focusFirst } from './focus.ts';
import { type Form, FormContext, fieldId, useFindingsAt } from './form-context.ts';
import { FindingStore, OpenStore } from './place-stores.ts';
import { fieldOf } from './schema-fields.ts';
import { useLeaving } from './use-leaving.ts';

export interface SchemaFormProps {
  readonly declaration: TypeDeclaration;
  readonly profile: ProfileDeclaration;
  readonly value: JsonObject;
  readonly onChange: (value: JsonObject) => void;
  readonly findings: readonly ProblemFinding[];
  readonly readOnly?: boolean;
  /** Shown after amounts. Must stay the same component. */
  readonly beside?: ComponentType<{ readonly pointer: string }>;
  /** Where this form lets itself be led to a place: opened and focused. */
  readonly guide?: FormGuide;
  /** A person was at this place and went on. */
  readonly onLeave?: (pointer: string) => void;
}

/** Leads to a place of a form from outside of it, as from a list of findings. */
export class FormGuide {
  #lead: (pointer: string) => void = () => undefined;

  readonly lead = (pointer: string): void => this.#lead(pointer);

  follow(by: (pointer: string) => void): () => void {
    this.#lead = by;
    return () => {
      this.#lead = () => undefined;
    };
  }
}

const noSchema = {};

export function SchemaForm({
  declaration,
  profile,
  value,
  onChange,
  findings,
  readOnly = false,
  beside,
  guide,
  onLeave,
}: SchemaFormProps) {
  const prefix = useId();
  const latest = useRef({ value, onChange });
  latest.current = { value, onChange };
  const schema = declaration.schemas[declaration.version] ?? noSchema;
  const field = fieldOf(schema);
  const stores = useRef<{ findings: FindingStore; open: OpenStore }>(undefined);
  stores.current ??= { findings: new FindingStore(), open: new OpenStore() };
  const { findings: found, open } = stores.current;
  useEffect(() => found.set(aboutChosen(field, latest.current.value, findings)), [found, field, findings]);
  const [said, setSaid] = useState('');
  const form = useMemo((): Form => {
    const change = (by: (claims: JsonObject) => JsonObject) => {
      const { current } = latest;
      const next = by(current.value);
      if (next === current.value) return;
      // Two changes in one event build on each other.
      latest.current = { ...current, value: next };
      current.onChange(next);
    };
    return {
      naming: profile,
      root: field,
      prefix,
      findings: found,
      open,
      readOnly,
      ...(beside && { Beside: beside }),
      Inside,
      put: (pointer, next) => change((claims) => written(field, claims, pointer, next, language)),
      change,
      announce: setSaid,
    };
  }, [profile, field, prefix, found, open, readOnly, beside]);
  useEffect(
    () =>
      guide?.follow((pointer) => {
        open.reveal(pointer);
        requestAnimationFrame(() => focusNearest(prefix, pointer));
      }),
    [guide, open, prefix],
  );
  const whole = useLeaving(onLeave);
  return (
    <FormContext value={form}>
      <div className="form" ref={whole}>
        <Whole />
        <p role="status" className="hidden">
          {said}
        </p>
        <Inside field={field} value={value} pointer="" names={declaration.name} />
      </div>
    </FormContext>
  );
}

/** What is said of all of it. */
function Whole() {
  return <FindingNotes findings={useFindingsAt('')} />;
}

function focusNearest(prefix: string, pointer: string): void {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const id = fieldId(prefix, pointer.slice(0, end));
    const place = document.getElementById(id);
    if (place === null) continue;
    place.scrollIntoView({ block: 'center' });
    focusFirst(id);
    return;
  }
}
