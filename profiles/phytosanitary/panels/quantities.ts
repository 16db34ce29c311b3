/** What became of a certificate's lines, and the season balances that its sources debit. */
import type { Language, Text } from '../../../kernel/finding.ts';
import type { Panel, PanelBlock, ShownRecord } from '../../../kernel/panel.ts';
import { formatDecimal } from '../../../kernel/state/quantity.ts';
import type { View } from '../../../kernel/statement.ts';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { balanceLedger } from '../balance.ts';
import type { Certificate } from '../claims/certificate.ts';
import { plants } from '../code-words/species.ts';
import { type Account, accountNeeds, accountsOf, lineLedger } from '../ledgers/line.ts';
import { growerPart, linePart, seasonPart } from '../ledgers/parts.ts';
import { balanceNeeds, sourceAccountsOf } from '../ledgers/season-balance.ts';
import { massScale } from '../mass.ts';

const words = {
  line: linePart,
  consumed: { az: 'Silinib', ru: 'Списано', en: 'Written off' },
  reserved: { az: 'Ayrılıb', ru: 'Зарезервировано', en: 'Reserved' },
  settled: { az: 'Azad edilib', ru: 'Освобождено', en: 'Freed' },
  left: { az: 'Qalıb', ru: 'Осталось', en: 'Left' },
  frozen: {
    az: 'Sətir üzrə hərəkət dayandırılıb.',
    ru: 'Движение по строке остановлено.',
    en: 'Nothing more can be taken from this line.',
  },
  observed: {
    az: 'Sertifikat sətirləri üzrə müşahidə edilib, kq',
    ru: 'Отмечено по строкам сертификата, кг',
    en: 'Observed by line, kg',
  },
  of: { az: 'Sertifikatda', ru: 'Удостоверено', en: 'Certified' },
  departed: { az: 'Yola düşüb', ru: 'Убыло', en: 'Departed' },
  crossed: {
    az: 'Yoxlamada buraxılıb və ya məhv edilib',
    ru: 'Выпущено или уничтожено при досмотре',
    en: 'Released or destroyed at inspection',
  },
  untold: { az: 'hələ qeyd edilməyib', ru: 'пока не отмечено', en: 'not told yet' },
  remaining: { az: 'Sertifikat üzrə qalıq', ru: 'Остаток по сертификату', en: 'Still available' },
  balances: {
    az: 'Mövsüm balansları, kq',
    ru: 'Сезонные балансы, кг',
    en: 'Season balances, kg',
  },
  product: { az: 'Məhsul', ru: 'Продукция', en: 'Product' },
  certified: { az: 'Bu sertifikatla', ru: 'По этому сертификату', en: 'By this certificate' },
  available: { az: 'Balansda qalıb', ru: 'Осталось на балансе', en: 'Left on the balance' },
  kilograms: { az: 'kq', ru: 'кг', en: 'kg' },
} satisfies Record<string, Text>;

const more = (a: bigint, b: bigint) => (a > b ? a : b);

/** Kilograms to draw with: a bar needs no milligrams. */
const drawn = (mass: bigint): number => Number(mass) / 10 ** massScale;

const figure = (mass: bigint, language: Language) => formatNumber(formatDecimal(mass, massScale), language);

/** What customs wrote off lies within what they reserved or stands beside it: both are parts of what was certified. */
function lineBlocks({ line, key, mass }: Account, view: View, language: Language): readonly PanelBlock[] {
  const account = view.account(lineLedger, key);
  if (account === undefined) return [];
  const taken = (movement: string) => more(0n, account.byMovement.get(movement) ?? 0n);
  const parts = [
    { word: words.consumed, value: taken('consumed') },
    { word: words.reserved, value: taken('reserved') },
    { word: words.settled, value: more(0n, account.settled) },
    { word: words.left, value: more(0n, account.available) },
  ].filter(({ value }) => value > 0n);
  const sum = parts.reduce((all, { value }) => all + value, 0n);
  const label = `${words.line[language]} ${line.sequence}`;
  return [
    {
      kind: 'bar',
      label,
      unit: words.kilograms[language],
      total: drawn(more(sum, mass)),
      parts: parts.map(({ word, value }) => ({ label: word[language], value: drawn(value) })),
    },
    ...(account.frozen ? [{ kind: 'text' as const, text: `${label}: ${words.frozen[language]}` }] : []),
  ];
}

/**
 * What both services saw of the lines, once the exporting one has told what left. More that came in than left is to be
 * looked at.
 */
function observedTable(accounts: readonly Account[], view: View, language: Language): readonly PanelBlock[] {
  const rows = accounts.flatMap(({ line, key, mass }) => {
    const account = view.account(lineLedger, key);
    const [departed, crossed] = ['departed', 'crossed'].map((movement) => account?.byMovement.get(movement));
    if (account === undefined || departed === undefined) return [];
    const cells = [
      String(line.sequence),
      figure(mass, language),
      figure(departed, language),
      crossed === undefined ? words.untold[language] : figure(crossed, language),
      figure(more(0n, account.available), language),
    ];
    return [crossed !== undefined && crossed > departed ? { cells, differs: true as const } : { cells }];
  });
  if (rows.length === 0) return [];
  const head = [words.line, words.of, words.departed, words.crossed, words.remaining];
  return [{ kind: 'table', caption: words.observed[language], head: head.map((heading) => heading[language]), rows }];
}

/** Balances that only the two services hold: others are shown none. */
function balanceTable(shown: ShownRecord, view: View, language: Language): readonly PanelBlock[] {
  const rows = sourceAccountsOf(shown).flatMap(({ sequence, key, mass }) => {
    const account = view.account(balanceLedger, key);
    if (account === undefined) return [];
    const [, , grower = '', product = '', season = ''] = key;
    const name = Object.hasOwn(plants, product) ? plants[product]?.[language] : undefined;
    const cells = [
      String(sequence),
      grower,
      name ?? product,
      season,
      figure(mass, language),
      figure(account.available, language),
    ];
    return [account.available < 0n ? { cells, differs: true as const } : { cells }];
  });
  if (rows.length === 0) return [];
  const head = [words.line, growerPart, words.product, seasonPart, words.certified, words.available];
  return [{ kind: 'table', caption: words.balances[language], head: head.map((heading) => heading[language]), rows }];
}

export const quantities: Panel = {
  title: { az: 'Miqdarlar və balanslar', ru: 'Количества и балансы', en: 'Quantities and balances' },
  types: ['certificate', 're-export-certificate'],
  reads: (shown) => [...accountNeeds(shown), ...balanceNeeds(shown)],
  draw(shown, _followUps, view, language) {
    if ((shown.claims as unknown as Certificate).lines.length === 0) return [];
    const accounts = accountsOf(shown);
    const lines = accounts.flatMap((account) => lineBlocks(account, view, language));
    return [...lines, ...observedTable(accounts, view, language), ...balanceTable(shown, view, language)];
  },
};
