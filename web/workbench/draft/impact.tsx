/** What a draft would change were it signed now: asked for, since it looks at all that is in force. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { Draft } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { amountText } from './balances.tsx';
import { type Affected, askWhatIf, type WhatIf } from './requests.ts';

export function Impact({ draft }: { readonly draft: Draft }) {
  const asked = useMutation({ mutationFn: askWhatIf });
  return (
    <section className="draft-box" aria-labelledby="draft-impact-title">
      <h2 id="draft-impact-title">{m.draft_impact()}</h2>
      <Button variant="default" loading={asked.isPending} onClick={() => asked.mutate(draft)}>
        {m.draft_ask_impact()}
      </Button>
      <div role="status">{asked.data && <Answer answer={asked.data} profile={draft.profile} />}</div>
      {asked.isError && <ProblemNote fault={asked.error} />}
    </section>
  );
}

function Answer({ answer, profile }: { readonly answer: WhatIf; readonly profile: string }) {
  const { records, freed, rows, accounts, asked, truncated } = answer;
  const declarations = useDeclarations();
  const overdrawn = accounts.filter((one) => one.overdrawn);
  return (
    <>
      <p className="draft-quiet">
        {m.draft_impact_asked({ count: formatNumber(asked, language) })} {truncated && m.draft_impact_truncated()}
      </p>
      <Hit title={m.draft_impact_refused()} affected={records} profile={profile} />
      <Hit title={m.draft_impact_freed()} affected={freed} profile={profile} />
      {rows.count > 0 && (
        <p className="draft-quiet">
          {m.draft_impact_rows({ count: formatNumber(rows.count, language) })}{' '}
          {[...new Set(rows.items.map(({ register }) => register))]
            .map((name) => {
              // `profile/name`.
              const [of = '', register = ''] = name.split('/', 2);
              const title = declarations.profile(of)?.registers[register]?.title;
              return title ? say(title) : name;
            })
            .join(', ')}
        </p>
      )}
      {overdrawn.map(({ ledger, key, availableAfter, unit }) => (
        <p key={`${ledger} ${key.join(' ')}`} className="draft-left over">
          {m.draft_impact_overdrawn({ account: key.join(' · '), amount: amountText(availableAfter, unit) })}
        </p>
      ))}
    </>
  );
}

interface HitProps {
  readonly title: string;
  readonly affected: Affected;
  readonly profile: string;
}

function Hit({ title, affected: { count, items, totals }, profile }: HitProps) {
  const declarations = useDeclarations();
  const by = declarations.profile(profile)?.measure?.by ?? {};
  return (
    <>
      <h3>
        {title} <span className="draft-number">{formatNumber(count, language)}</span>
      </h3>
      {totals.map(({ type, by: name, keys, amount, unit }) => (
        <p key={`${type} ${name}`} className="draft-quiet">
          {declarations.typeTitle(profile, type)}: {by[name] ? say(by[name]) : name} – {formatNumber(keys, language)};{' '}
          {amountText(amount, unit)}
        </p>
      ))}
      <ul className="draft-hits">
        {items.slice(0, 20).map(({ id, type, number, title: called }) => (
          <li key={id}>
            <Link to="/records/$id" params={{ id }}>
              {number || id.slice(0, 12)}
            </Link>{' '}
            <span>
              {declarations.typeTitle(profile, type)} · {called}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
