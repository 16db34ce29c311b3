/** What a register holds under a key, in the profile's words. */
import { Fragment, type ReactNode } from 'react';
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import { type ContentLine, contentsOf } from '../../../kernel/contents.ts';
import type { ProfileDeclaration } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';

export function StatedValue({ declared, value }: { readonly declared: ProfileDeclaration; readonly value: Json }) {
  if (value === null) return <em>{m.registers_taken_out()}</em>;
  if (value === true) return <span>{m.registers_stated_yes()}</span>;
  const object = typeof value === 'object' && !Array.isArray(value);
  const told = {
    types: {},
    labels: declared.labels ?? {},
    codes: declared.codes ?? {},
    evident: declared.evident ?? [],
  };
  const claims: JsonObject = object ? (value as JsonObject) : { value };
  const lines = contentsOf(told, '', 0, claims, language);
  const [only] = lines;
  if (!object && only && 'value' in only) return <span>{only.value}</span>;
  return <Lines lines={lines} />;
}

function Lines({ lines }: { readonly lines: readonly ContentLine[] }): ReactNode {
  return (
    <dl className="registers-lines">
      {lines.map((line) => (
        <Fragment key={line.path}>
          <dt>{line.label}</dt>
          <dd>{'value' in line ? line.value : <Lines lines={line.lines} />}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
