/** What a profile answers of its registers as they stood, with the rows that the answer rests on. */
import { canonical, type Json } from '../../kernel/canonical.ts';
import { fullName } from '../../kernel/catalogue.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { asOf, viewAsOf } from '../../kernel/state/history.ts';
import { rowKey } from '../../kernel/state/rows.ts';
import { WorkingSet } from '../../kernel/state/working-set.ts';
import { type Core, withRows } from './core.ts';
import { claimFinding } from './draft-contents.ts';
import { type Answered, type RegisterHistory, Rejected } from './service.ts';
import { datedStatements } from './sums.ts';

export async function ask(
  core: Core,
  name: string,
  given: Readonly<Record<string, Json>>,
  at: number,
): Promise<Answered | Rejected | Refusal> {
  const question = core.catalogue.question(name);
  if (!question) return refuse('request.not-found');
  const faults = question.check(given);
  if (faults) return new Rejected(faults.map(claimFinding));
  // Kept to by the check: every parameter is a text.
  const parameters = given as Readonly<Record<string, string>>;
  const { declaration, profile } = question;
  const rows = new WorkingSet();
  const { code, detail, rests } = await withRows(core, rows, () =>
    declaration.answer(parameters, viewAsOf(rows, profile.name, at), at),
  );
  const named = rests.map(({ register, key }) => ({ register: fullName(profile.name, register), key }));
  const stated = await withRows(core, rows, () =>
    named.map(({ register, key }) => {
      const statements = rows.get('register', rowKey(register, key))?.statements ?? [];
      return statements.filter(({ time }) => time <= at);
    }),
  );
  const holders = declaration.heldBy?.(parameters);
  const dated = await datedStatements(core, stated);
  const shown = named.map((row, index): RegisterHistory => {
    const statements = (dated[index] ?? []).map(({ known, value, ...statement }) => ({
      ...statement,
      // An issuer holds members in the order in which they came: the same answer is the same text, too.
      value: JSON.parse(canonical(value)) as Json,
      known: known.filter(({ institution }) => holders?.includes(institution) ?? true),
    }));
    return { ...row, statements, on: asOf(statements, at) };
  });
  const complete = holders?.includes(core.id) ?? true;
  return { question: name, parameters, at, complete, answer: { code, detail, rests: shown } };
}
