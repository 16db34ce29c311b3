/** What a draft would post to accounts, and what would be left there: told while it is still being written. */
import { fullName, type LoadedType } from '../../kernel/catalogue.ts';
import { entitlementOf } from '../../kernel/exchange/open-record.ts';
import type { Text } from '../../kernel/finding.ts';
import type { LedgerDeclaration, Movement, MovementKind } from '../../kernel/profile.ts';
import { refuse } from '../../kernel/refusal.ts';
import { findingOf } from '../../kernel/state/assess.ts';
import { addressees } from '../../kernel/state/contribution.ts';
import { subjectOf } from '../../kernel/state/fold.ts';
import { accountView, post } from '../../kernel/state/posting.ts';
import { formatDecimal } from '../../kernel/state/quantity.ts';
import { rowKey, type SubjectRow } from '../../kernel/state/rows.ts';
import { parties } from '../../kernel/state/undone.ts';
import { Overlay } from '../../kernel/state/what-if.ts';
import { numbers } from '../../kernel/trust/lookup.ts';
import { type Core, withRows } from './core.ts';
import { type DraftRequest, Rejected } from './service.ts';
import type { Stage } from './stage.ts';

/** One movement of a draft. Amounts are decimal texts in the ledger's unit. */
export interface DraftAccount {
  /** `profile/name`. */
  readonly ledger: string;
  readonly key: readonly string[];
  readonly unit: string;
  /** What the ledger is called, and what the movement is. */
  readonly title: Text;
  readonly movement: Text;
  readonly kind: MovementKind;
  readonly debit: boolean;
  readonly amount: string;
  /** As things stand, before the draft. */
  readonly available: string;
  /** With all that the draft posts to this account. */
  readonly after: string;
  /** Nothing more can be debited, as things stand. */
  readonly frozen: boolean;
  /** JSON Pointer to the member of the claims that states the amount. */
  readonly path?: string;
}

interface Told {
  readonly movement: Movement;
  readonly ledger: LedgerDeclaration;
  /** `profile/name`. */
  readonly name: string;
}

/** `Rejected`: no such type, or nothing that it could be about. Claims that say nothing yet post nothing yet. */
export async function draftAccounts(
  core: Core,
  stage: Stage,
  draft: DraftRequest,
): Promise<readonly DraftAccount[] | Rejected> {
  const type = core.catalogue.type(draft.profile, draft.type);
  if (!type)
    return new Rejected([
      findingOf(refuse('record.unknown-type', { name: `${draft.profile}/${draft.type}` }, '/type')),
    ]);
  return withRows(core, stage.rows, () => {
    const subject = draft.about === undefined ? undefined : stage.rows.get('subject', draft.about);
    if (draft.about !== undefined && !subject)
      return new Rejected([findingOf(refuse('state.unknown-subject', {}, '/about'))]);
    const told = movementsOf(core, stage, draft, type, subject);
    const accounts = Map.groupBy(told, ({ name, movement }) => rowKey(name, movement.key));
    const sums = new Map([...accounts].map(([key, list]) => [key, sumsOf(core, stage, key, list)]));
    return told.map((one) => accountOf(one, sums.get(rowKey(one.name, one.movement.key))));
  });
}

/** Claims may be half written: whatever a profile makes of them is looked at before it is believed. */
function movementsOf(
  core: Core,
  stage: Stage,
  draft: DraftRequest,
  { declaration, profile }: LoadedType,
  subject: SubjectRow | undefined,
): Told[] {
  const others = subject && parties(subject).filter((id) => id !== core.id);
  const to = draft.to.length === 0 && others ? others : [...new Set(draft.to)];
  const statement = {
    type: draft.type,
    issuer: core.id,
    to: addressees(declaration, to, numbers(stage.trust), entitlementOf(stage.trust)),
    claims: draft.claims,
    time: stage.now,
    ...(subject && { subject: subjectOf(subject, '') }),
  };
  let movements: readonly Movement[] = [];
  try {
    movements = declaration.movements?.(statement) ?? [];
  } catch {
    // A member that the schema asks for is not there yet.
  }
  return movements.flatMap((movement) => {
    const name = fullName(profile.name, movement.ledger);
    const ledger = core.catalogue.ledger(name);
    const whole = movement.key.every((part) => typeof part === 'string' && part !== '') && movement.amount >= 0n;
    return ledger?.movements[movement.movement] && whole ? [{ movement, ledger, name }] : [];
  });
}

interface Sums {
  readonly available: bigint;
  readonly after: bigint;
  readonly frozen: boolean;
}

function sumsOf(core: Core, stage: Stage, key: string, told: readonly Told[]): Sums {
  const [first] = told;
  const before = first && accountView(first.ledger, stage.rows.get('account', key));
  const over = new Overlay(stage.rows);
  const movements = told.map(({ movement, name }) => ({ ...movement, ledger: name }));
  // Whatever time it will state, it comes after what its issuer has stated.
  const by = { id: '', seq: stage.seq, time: Number.MAX_SAFE_INTEGER, issuer: core.id, to: [] };
  post(over, core.catalogue, by, { statements: [], movements }, false, true);
  const after = first && accountView(first.ledger, over.get('account', key));
  return { available: before?.available ?? 0n, after: after?.available ?? 0n, frozen: before?.frozen ?? false };
}

function accountOf({ movement, ledger, name }: Told, sums: Sums | undefined): DraftAccount {
  const text = (amount: bigint) => formatDecimal(amount, ledger.scale);
  const declared = ledger.movements[movement.movement];
  if (!declared || !sums) throw new Error('a movement that was not looked at');
  const { kind, title } = declared;
  return {
    ledger: name,
    key: movement.key,
    unit: ledger.unit,
    title: ledger.title,
    movement: title,
    kind,
    debit: kind === 'debit' || kind === 'restate-debit',
    amount: text(movement.amount),
    available: text(sums.available),
    after: text(sums.after),
    frozen: sums.frozen,
    ...(movement.path !== undefined && { path: movement.path }),
  };
}
