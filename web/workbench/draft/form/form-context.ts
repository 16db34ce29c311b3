/** What all fields of one form share. The object stays the same while the form stands. */
import { type ComponentType, createContext, useContext, useSyncExternalStore } from 'react';
import type { Json, JsonObject } from '../../../../kernel/canonical.ts';
import { say } from '../../language.ts';
import type { FindingStore, OpenStore, PlacedFinding } from './place-stores.ts';
import type { Field, LeafField } from './schema-fields.ts';
import { labelAt, type Naming } from './words-of-fields.ts';

export interface Form {
  readonly naming: Naming;
  readonly root: Field;
  /** Of identifiers of elements. */
  readonly prefix: string;
  readonly findings: FindingStore;
  readonly open: OpenStore;
  readonly readOnly: boolean;
  /** Shown after a field, such as what is left of an amount. */
  readonly Beside?: ComponentType<{ readonly pointer: string }>;
  /** Draws what may hold lists and groups again, without a heading. */
  readonly Inside: ComponentType<Omit<PlaceProps<Field>, 'required'>>;
  put(pointer: string, value: Json | undefined): void;
  change(by: (claims: JsonObject) => JsonObject): void;
  /** Says it to whoever hears the page. */
  announce(text: string): void;
}

/** Where a field stands, and what is in it. */
export interface PlaceProps<F = LeafField> {
  readonly field: F;
  readonly value: Json | undefined;
  readonly pointer: string;
  /** Of the type and the members on the way, joined by slashes. */
  readonly names: string;
  readonly required: boolean;
}

export interface InputProps extends PlaceProps {
  readonly invalid: boolean;
  readonly label?: string | undefined;
}

export const FormContext = createContext<Form | undefined>(undefined);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === undefined) throw new TypeError('a field stands outside of its form');
  return form;
}

export function useFindingsAt(pointer: string): readonly PlacedFinding[] {
  const { findings } = useForm();
  return useSyncExternalStore(findings.watch, () => findings.at(pointer));
}

export function useFindingsWithin(pointer: string): readonly PlacedFinding[] {
  const { findings } = useForm();
  return useSyncExternalStore(findings.watch, () => findings.within(pointer));
}

export function useOpen(pointer: string): boolean | undefined {
  const { open } = useForm();
  return useSyncExternalStore(open.watch, () => open.is(pointer));
}

/** The profile's word, or the bare name. */
export function useLabel(names: string): string {
  const { naming } = useForm();
  const found = labelAt(naming, names);
  return found === undefined ? names.slice(names.lastIndexOf('/') + 1) : say(found);
}

export const fieldId = (prefix: string, pointer: string): string => `${prefix}${pointer}`;
