/** Groups, lists and choices of fields. Each is drawn anew only when its own value changed. */
import { memo } from 'react';
import type { Json } from '../../../../kernel/canonical.ts';
import * as m from '../../compiled/words/messages.js';
import { CodeInput } from './code-input.tsx';
import { FindingNotes } from './finding-notes.tsx';
import { focusFirst } from './focus.ts';
import { fieldId, type PlaceProps, useFindingsAt, useForm, useLabel, useOpen } from './form-context.ts';
import { isObject, step } from './json-edit.ts';
import { LabelledLeaf, Required } from './leaf.tsx';
import { ListPlace } from './list-place.tsx';
import { optionsOf } from './options-of.ts';
import { type ChoiceField, type Field, type GroupField, isLeaf, isSmall, type Member } from './schema-fields.ts';

export const FieldPlace = memo(function FieldPlace(props: PlaceProps<Field>) {
  const { field } = props;
  if (isLeaf(field)) return <LabelledLeaf {...props} field={field} />;
  return <Framed {...props} field={field} />;
});

/** Under its own heading. */
function Framed(props: PlaceProps<Exclude<Field, { kind: 'text' }>>) {
  const { field, pointer, names, required, value } = props;
  const { prefix, put, open, readOnly } = useForm();
  const label = useLabel(names);
  const findings = useFindingsAt(pointer);
  return (
    <fieldset className={isSmall(field) ? 'form-group half' : 'form-group'} id={fieldId(prefix, pointer)} tabIndex={-1}>
      <legend>
        {label}
        {required && <Required />}
        {!required && !readOnly && (
          <button
            type="button"
            className="form-remove"
            onClick={() => {
              open.set(pointer, false);
              if (value !== undefined) put(pointer, undefined);
            }}
          >
            <span aria-hidden="true">✕</span>
            <span className="hidden">{m.draft_remove({ label })}</span>
          </button>
        )}
      </legend>
      <FindingNotes findings={findings} />
      <Inside field={field} value={value} pointer={pointer} names={names} />
    </fieldset>
  );
}

/** Without a heading of its own: whoever draws it has given one. */
export const Inside = memo(function Inside({ field, value, pointer, names }: Omit<PlaceProps<Field>, 'required'>) {
  switch (field.kind) {
    case 'group':
      return <Members group={field} value={value} pointer={pointer} names={names} />;
    case 'list':
      return <ListPlace field={field} value={value} pointer={pointer} names={names} required />;
    case 'choice':
      return <Choice field={field} value={value} pointer={pointer} names={names} />;
    default:
      return <LabelledLeaf field={field} value={value} pointer={pointer} names={names} required />;
  }
});

interface MembersProps {
  readonly group: GroupField;
  readonly value: Json | undefined;
  readonly pointer: string;
  readonly names: string;
}

/** Leaves and what is there are drawn; other groups and lists can be opened. */
function Members({ group, value, pointer, names }: MembersProps) {
  const object = isObject(value) ? value : {};
  return (
    <div className="form-members">
      {group.members.map((member) => (
        <MemberPlace
          key={member.name}
          member={member}
          value={Object.hasOwn(object, member.name) ? object[member.name] : undefined}
          pointer={pointer + step(member.name)}
          names={`${names}/${member.name}`}
        />
      ))}
      <ToOpen group={group} value={object} pointer={pointer} names={names} />
    </div>
  );
}

interface MemberProps {
  readonly member: Member;
  readonly value: Json | undefined;
  readonly pointer: string;
  readonly names: string;
}

const MemberPlace = memo(function MemberPlace({ member, value, pointer, names }: MemberProps) {
  const { readOnly } = useForm();
  const opened = useOpen(pointer) ?? (member.open === true && !readOnly);
  if (value === undefined && !member.required && !opened && !isLeaf(member.field)) return null;
  return <FieldPlace field={member.field} value={value} pointer={pointer} names={names} required={member.required} />;
});

function ToOpen({ group, value, pointer, names }: MembersProps & { readonly value: Readonly<Record<string, Json>> }) {
  const { readOnly } = useForm();
  const closed = group.members.filter(
    ({ name, required, field }) => !required && !isLeaf(field) && !Object.hasOwn(value, name),
  );
  if (readOnly || closed.length === 0) return null;
  return (
    <fieldset className="form-more">
      <legend className="hidden">{m.draft_add_more()}</legend>
      {closed.map(({ name, open = false }) => (
        <Opener key={name} isOpen={open} pointer={pointer + step(name)} names={`${names}/${name}`} />
      ))}
    </fieldset>
  );
}

interface OpenerProps {
  /** As long as nobody closed it. */
  readonly isOpen: boolean;
  readonly pointer: string;
  readonly names: string;
}

const Opener = memo(function Opener({ isOpen, pointer, names }: OpenerProps) {
  const { open, prefix } = useForm();
  const label = useLabel(names);
  const findings = useFindingsAt(pointer);
  if (useOpen(pointer) ?? isOpen) return null;
  return (
    <button
      type="button"
      className={['form-add', ...new Set(findings.map(({ severity }) => severity))].join(' ')}
      onClick={() => {
        open.set(pointer, true);
        requestAnimationFrame(() => focusFirst(fieldId(prefix, pointer)));
      }}
    >
      <span aria-hidden="true">+ </span>
      {label}
    </button>
  );
});

interface ChoiceProps {
  readonly field: ChoiceField;
  readonly value: Json | undefined;
  readonly pointer: string;
  readonly names: string;
}

function Choice({ field, value, pointer, names }: ChoiceProps) {
  const { naming, put, prefix, readOnly } = useForm();
  const object = isObject(value) ? value : {};
  const chosen = typeof object[field.by] === 'string' ? String(object[field.by]) : '';
  const place = pointer + step(field.by);
  const label = useLabel(`${names}/${field.by}`);
  const id = fieldId(prefix, place);
  const group = Object.hasOwn(field.alternatives, chosen) ? field.alternatives[chosen] : undefined;
  return (
    <>
      <div className="form-field" data-place={place}>
        <label htmlFor={id}>
          {label}
          <Required />
        </label>
        <CodeInput
          id={id}
          value={chosen}
          readOnly={readOnly}
          options={optionsOf(naming, `${names}/${field.by}`, Object.keys(field.alternatives))}
          free={false}
          required
          onChange={(next) => {
            const kept = field.alternatives[next]?.members.filter(({ name }) => Object.hasOwn(object, name)) ?? [];
            const members = Object.fromEntries(kept.map(({ name }) => [name, object[name] as Json]));
            put(pointer, next === '' ? {} : { ...members, [field.by]: next });
          }}
        />
      </div>
      {group && <Members group={group} value={value} pointer={pointer} names={names} />}
    </>
  );
}
