/** What a draft would change, for people: what it hits first, then how it was found out. */
import type { Profile } from '../kernel/profile.ts';
import { formatDecimal, parseDecimal } from '../kernel/state/quantity.ts';
import type { Context } from './command.ts';
import { findingLines } from './record-output.ts';
import { localTime, shortId, stateText, table, typeText } from './text-output.ts';
import type { Affected, WhatIf } from './wire.ts';

/** Rows of a table, as many as a screen shows; `--json` has more. */
const shown = 20;

export function whatIfText(context: Context, answer: WhatIf): string {
  const { say } = context;
  const profile = context.catalogue.profiles.find(({ name }) => name === answer.profile);
  const types = answer.asks.map(({ type }) => typeOf(context, answer, type)).join(', ');
  const { count, items } = answer.rows;
  const parts = [
    answer.asks.length === 0
      ? `${say('what-if-asks-none')}\n`
      : `${say('what-if-hit', { count: answer.records.count })}\n${affectedText(context, answer, profile, answer.records)}`,
    answer.freed.count === 0
      ? ''
      : `${say('what-if-freed', { count: answer.freed.count })}\n${affectedText(context, answer, profile, answer.freed)}`,
    count === 0
      ? ''
      : `${say('what-if-rows', { count })}\n${limited(context, [say('register'), say('key')], items, count, (row) => [
          title(profile?.registers, row.register, context),
          row.key.join(' / '),
        ])}`,
    answer.accounts.length === 0 ? '' : `${say('what-if-accounts')}\n${accountTable(context, profile, answer)}`,
    answer.asks.length === 0
      ? ''
      : [
          say('what-if-asked', { count: answer.asked, types, time: localTime(answer.time) }),
          ...(answer.truncated ? [say('what-if-truncated')] : []),
          ...(answer.waiting > 0 ? [say('what-if-waiting', { count: answer.waiting })] : []),
          say('what-if-held'),
        ]
          .map((line) => `${line}\n`)
          .join(''),
    findingLines(context, answer.findings),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function affectedText(context: Context, answer: WhatIf, profile: Profile | undefined, affected: Affected): string {
  const { language, say } = context;
  if (affected.count === 0) return '';
  const byState = affected.byState.map(({ type, state, count }) => [
    typeOf(context, answer, type),
    stateText(context.catalogue, { profile: answer.profile, type, state }, language),
    String(count),
  ]);
  const byName = (by: string) => profile?.measure?.by[by]?.[language] ?? by;
  const totals = affected.totals.map(
    ({ type, by, keys, amount, unit }) =>
      `${say('what-if-total', { type: typeOf(context, answer, type), by: byName(by), keys, amount: quantityText(amount, unit, language) })}\n`,
  );
  const amounts = ['type', 'key', 'records', 'amount'] as const;
  const records = ['id', 'type', 'number', 'from', 'reason'] as const;
  const sums = affected.totals.reduce((sum, { keys }) => sum + keys, 0);
  return [
    table([say('type'), say('state'), say('records')], byState),
    affected.amounts.length === 0
      ? ''
      : `\n${totals.join('')}${limited(
          context,
          amounts.map((word) => say(word)),
          affected.amounts,
          sums,
          (sum) => [
            typeOf(context, answer, sum.type),
            `${byName(sum.by)} ${sum.key}`,
            String(sum.records),
            quantityText(sum.amount, sum.unit, language),
          ],
        )}`,
    `\n${limited(
      context,
      records.map((word) => say(word)),
      affected.items,
      affected.count,
      (item) => [
        shortId(item.id),
        typeOf(context, answer, item.type),
        item.number,
        item.issuer,
        item.findings[0]?.text ?? '',
      ],
    )}`,
  ].join('');
}

function accountTable(context: Context, profile: Profile | undefined, { accounts }: WhatIf): string {
  const { language, say } = context;
  const head = (['account', 'key', 'available', 'available-after', 'state'] as const).map((word) => say(word));
  return limited(context, head, accounts, accounts.length, (one) => [
    title(profile?.ledgers, one.ledger, context),
    one.key.join(' / '),
    quantityText(one.available, one.unit, language),
    quantityText(one.availableAfter, one.unit, language),
    [...(one.overdrawn ? [say('overdrawn')] : []), ...(one.frozenAfter ? [say('frozen')] : [])].join(', '),
  ]);
}

function limited<T>(
  { say }: Context,
  head: readonly string[],
  items: readonly T[],
  count: number,
  row: (item: T) => string[],
): string {
  const rows = items.slice(0, shown);
  const more = count - rows.length;
  return table(head, rows.map(row)) + (more > 0 ? `${say('what-if-more', { count: more })}\n` : '');
}

function typeOf({ catalogue, language }: Context, { profile }: WhatIf, type: string): string {
  return typeText(catalogue, profile, type, language);
}

/** A register or ledger in the words of its profile; one of another profile by its full name. */
function title(
  declared: Readonly<Record<string, { readonly title: Profile['title'] }>> | undefined,
  name: string,
  { language }: Context,
): string {
  return declared?.[name.slice(name.indexOf('/') + 1)]?.title[language] ?? name;
}

const tonne = { az: 't', ru: 'т', en: 't' } as const;

/** Kilograms as tonnes, the unit people speak in; what is in another unit keeps its code (UNECE Rec. 20). */
export function quantityText(amount: string, unit: string, language: Context['language']): string {
  if (unit !== 'KGM') return `${amount} ${unit}`.trimEnd();
  const scale = 12;
  const exact = parseDecimal(amount, scale);
  return typeof exact === 'bigint' ? `${formatDecimal(exact, scale + 3)} ${tonne[language]}` : `${amount} ${unit}`;
}
