/** Every statement under one key, oldest first: what it said, since when, who had it in writing when. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { historyQuery } from '../api/kept-rows.ts';
import type { ProfileDeclaration } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { StatedValue } from './stated-value.tsx';

interface Props {
  readonly declared: ProfileDeclaration;
  readonly register: string;
  readonly path: string;
  readonly keyParts: readonly string[];
  /** `YYYY-MM-DD`, or empty. */
  readonly day: string;
}

export function RowHistory({ declared, register, path, keyParts, day }: Props) {
  const { data, error, isPending } = useQuery(historyQuery(path, keyParts, day));
  if (error) return <ProblemNote fault={error} />;
  if (isPending) return <Loading />;
  const row = data.items[0];
  if (!row) return <p className="nothing">{m.parts_nothing()}</p>;
  const { on } = row;
  return (
    <ol className="registers-history">
      {row.statements.map(({ record, issuer, value, time, effective, known }) => (
        <li key={record} className={on && on.inForce === record ? 'then' : undefined}>
          <p>
            <Link to="/records/$id" params={{ id: record }}>
              {formatMoment(time, language)}
            </Link>{' '}
            <code>{issuer}</code> {!effective && <em>{m.registers_without_effect()}</em>}
            {on && on.inForce === record && <strong>{m.registers_in_force_then()}</strong>}
          </p>
          <StatedValue declared={declared} register={register} value={value} keyParts={keyParts} />
          {known.map(({ institution, time: cosigned }) => (
            <p key={institution} className="registers-known">
              {m.registers_known({ institution, time: formatMoment(cosigned, language) })}
            </p>
          ))}
        </li>
      ))}
      {on && on.inForce === undefined && <li className="then">{m.registers_nothing_then()}</li>}
    </ol>
  );
}
