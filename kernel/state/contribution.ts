/** What a record would post, and whether its contents entitle it to: the same answer for every holder. */
import type { Catalogue, LoadedType } from '../catalogue.ts';
import type { Poster, RecordType, Statement, View } from '../profile.ts';
import type { TrustNumbers } from '../record/payload.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { withFullNames } from './posting.ts';
import type { Contribution } from './rows.ts';

/** Answers from the trust list, at the numbers that the record names. */
export interface Entitlement {
  holds(institution: string, functionName: string, numbers: TrustNumbers): boolean;
  /** The first institution by id in a country that holds a function. */
  firstHolder(country: string, functionName: string, numbers: TrustNumbers): string | undefined;
}

/** Recipients as profiles see them: by the first of the type's functions that they hold, then ascending. */
export function addressees(
  { sentTo }: RecordType,
  to: readonly string[],
  numbers: TrustNumbers,
  entitlement: Entitlement,
): string[] {
  const rank = (id: string) => {
    const place = sentTo.findIndex((name) => entitlement.holds(id, name, numbers));
    return place === -1 ? sentTo.length : place;
  };
  const ranks = new Map(to.map((id) => [id, sentTo.length > 1 ? rank(id) : 0]));
  return [...to].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || (a < b ? -1 : 1));
}

export const nothing: Contribution = { statements: [], movements: [] };

/** The subject's state depends on when one asks; what a record posts, and whether it counts, must not. */
function withoutState({ subject, ...statement }: Statement): Statement {
  return subject ? { ...statement, subject: { ...subject, state: '' } } : statement;
}

interface Told {
  readonly type: LoadedType;
  readonly statement: Statement;
  readonly contribution: Contribution;
}

/** By claims, what their record was last found to post: it is asked for several times on the way into the rows. */
const told = new WeakMap<Statement['claims'], Told>();

const isSameList = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a === b || (a.length === b.length && a.every((one, index) => one === b[index]));

/** Of two with the same claims: whether a profile would be told the same. A subject never changes but for its state. */
const isSame = (a: Statement, b: Statement): boolean =>
  a.type === b.type &&
  a.issuer === b.issuer &&
  a.time === b.time &&
  a.subject?.id === b.subject?.id &&
  isSameList(a.to, b.to) &&
  isSameList(a.annexes, b.annexes);

export function contributionOf(type: LoadedType, statement: Statement): Contribution {
  const { declaration } = type;
  if (!declaration.statements && !declaration.movements) return nothing;
  const before = told.get(statement.claims);
  if (before && before.type === type && isSame(before.statement, statement)) return before.contribution;
  const contribution = declared(type, statement);
  told.set(statement.claims, { type, statement, contribution });
  return contribution;
}

function declared({ profile, declaration }: LoadedType, statement: Statement): Contribution {
  const asked = withoutState(statement);
  return withFullNames(profile.name, {
    statements: declaration.statements?.(asked) ?? [],
    movements: declaration.movements?.(asked) ?? [],
  });
}

/** The recipient that has to act holds the function for it: the same answer for every holder. */
export function receiverFault(
  { receiver }: RecordType,
  statement: Statement,
  numbers: TrustNumbers,
  entitlement: Entitlement,
  path: string,
): Refusal | undefined {
  const institution = receiver?.of(statement);
  if (!receiver || institution === undefined) return undefined;
  if (entitlement.holds(institution, receiver.function, numbers)) return undefined;
  return refuse('record.wrong-recipients', { institution, expected: receiver.function }, path);
}

/** What rules out a record by a rule that looks at nothing else. */
export function contentsFault({ rules }: RecordType, statement: Statement): Refusal | undefined {
  const binding = rules.filter(({ contents }) => contents);
  const found = binding.flatMap((rule) => rule.check(withoutState(statement), nothingHeld));
  const broken = found.find(({ severity }) => severity === 'refuse');
  return broken && refuse('rule.broken', { name: broken.code }, broken.path);
}

const nothingHeld: View = {
  register: () => undefined,
  list: () => [],
  account: () => undefined,
  record: () => undefined,
  offered: () => undefined,
  comesAfter: () => false,
};

export function contributionFault(
  contribution: Contribution,
  type: LoadedType,
  issuer: string,
  numbers: TrustNumbers,
  catalogue: Catalogue,
  entitlement: Entitlement,
): Refusal | undefined {
  for (const { register, key } of contribution.statements) {
    const declaration = catalogue.register(register);
    if (!declaration || key[0] !== issuer || !entitlement.holds(issuer, declaration.owner, numbers))
      return refuse('register.not-owner', { name: register });
  }
  const own = type.profile.name;
  for (const { ledger, movement, key, amount } of contribution.movements) {
    const declaration = catalogue.ledger(ledger)?.movements[movement];
    const posted = type.declaration.posts?.some(
      (p) => p.movement === movement && (p.ledger === ledger || `${own}/${p.ledger}` === ledger),
    );
    if (!declaration || !posted) return refuse('ledger.unknown-account', { name: ledger });
    if (amount < 0n) return refuse('ledger.bad-amount', { name: ledger });
    if (!mayPost(declaration.by, issuer, key, numbers, entitlement)) {
      const debits = declaration.kind === 'debit' || declaration.kind === 'restate-debit';
      return refuse(debits ? 'ledger.not-debiter' : 'ledger.not-creditor', { name: ledger });
    }
  }
  return undefined;
}

function mayPost(
  by: Poster,
  issuer: string,
  key: readonly string[],
  numbers: TrustNumbers,
  entitlement: Entitlement,
): boolean {
  const named = key[by.key];
  if (named === undefined) return false;
  if (by.same === 'institution') return named === issuer && entitlement.holds(issuer, by.function, numbers);
  return entitlement.firstHolder(named.slice(0, 2).toUpperCase(), by.function, numbers) === issuer;
}
