/** What a register holds under a key, in the profile's words. */
import type { ReactNode } from 'react';
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import { type ContentLine, contentsOf } from '../../../kernel/contents.ts';
import { formatStated } from '../../../kernel/words/moments.ts';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { told } from '../api/profiles.ts';
import type { ProfileDeclaration } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';

interface Props {
  readonly declared: ProfileDeclaration;
  /** A register is labelled as the type of record of the same name, where there is one. */
  readonly register: string;
  readonly value: Json;
  /** What the key says already is not said again. */
  readonly keyParts: readonly string[];
}

export function StatedValue({ declared, register, value, keyParts }: Props) {
  if (value === null) return <em>{m.registers_taken_out()}</em>;
  if (value === true) return <span>{m.registers_stated_yes()}</span>;
  const object = typeof value === 'object' && !Array.isArray(value);
  const version = declared.types.find(({ name }) => name === register)?.version ?? 0;
  const claims: JsonObject = object ? (value as JsonObject) : { value };
  const lines = contentsOf(told(declared), register, version, claims, language).filter(
    (line) => !object || !('value' in line) || !keyParts.includes(line.value),
  );
  const [only] = lines;
  if (!object && only && 'value' in only) return <span>{only.value}</span>;
  return (
    <div className="registers-value">
      <Lines lines={lines} />
    </div>
  );
}

/** No schema tells which text is a day or a decimal: only what is plainly one is written as one. */
const inWords = (value: string): string =>
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)
    ? formatStated(value, language)
    : /^-?[0-9]+\.[0-9]+$/.test(value)
      ? formatNumber(value, language)
      : value;

function Lines({ lines }: { readonly lines: readonly ContentLine[] }): ReactNode {
  return (
    <dl className="registers-lines">
      {lines.map((line) => (
        <div key={line.path} className={'value' in line ? undefined : 'group'}>
          <dt>{line.label}</dt>
          <dd>{'value' in line ? inWords(line.value) : <Lines lines={line.lines} />}</dd>
        </div>
      ))}
    </dl>
  );
}
