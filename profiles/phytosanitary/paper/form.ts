/** The claims of a certificate as the form of ISPM 12 prints them. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { PrintedRecord } from '../../../kernel/printed-form.ts';
import type { Certificate } from '../claims/certificate.ts';
import type { Line } from '../claims/line.ts';
import { importerOf } from '../ledgers/line.ts';
import { certificateTitle, reExportTitle } from '../titles.ts';
import { type FurtherRow, furtherOfLine, furtherRows } from './further.ts';
import { type GoodsCells, goodsCells } from './goods.ts';
import { dateOfIssue, signatories } from './issue.ts';
import { labelOf } from './label.ts';
import { alike, lineNames, ranges } from './line-numbers.ts';
import { containerLine, conveyanceLine, partyLines, placeLine } from './parties.ts';
import { statementsOf } from './statements.ts';
import { each, take } from './taking.ts';
import { originalColumns, originalRows, sourceColumns, sourceRows, type TradeRow } from './trade.ts';
import { treatmentRow } from './treatments.ts';
import type { Caption } from './words.ts';
import { country, inline, type Languages, momentOf, pairOf, textsOf } from './words-of.ts';

const filled = (lines: readonly string[]): string[] => lines.filter((line) => line !== '');

export function certificateForm(record: PrintedRecord, languages: Languages): JsonObject {
  // What is printed is taken out of this copy; see `taking.ts`.
  const claims = structuredClone(record.claims) as unknown as Certificate;
  const say = (word: Caption, detail: Readonly<Record<string, string>> = {}) => pairOf(word, languages, detail);
  const reExported = record.type === 're-export-certificate';
  const title = reExported ? reExportTitle : certificateTitle;
  const lines = claims.lines.map((line) => lineOf(line, languages));
  const several = lines.length > 1;
  const total = claims.totals === undefined ? undefined : goodsCells(claims.totals, languages);
  const [exporting, importing] = countries(claims, record, languages);
  const statements = statementsOf(claims, reExported, lines, exporting.lines.slice(0, 1), languages);
  const [signatory, ...cosigners] = signatories(claims, languages);
  // Totals stand below a table: with them, also the only line is in one.
  const tabled = several || total !== undefined;
  const single = tabled ? undefined : lines[0]?.cells;
  const box = (number: number, word: Caption, text: readonly string[]) => ({
    number,
    caption: say(word),
    lines: filled(text),
  });
  const parties = [
    [
      box(1, 'exporter', partyLines(claims.consignor, languages)),
      box(2, 'consignee', partyLines(claims.consignee, languages)),
    ],
  ];
  const marks = textsOf(take(claims, 'marks'), languages);
  const way = [
    box(6, 'conveyance', transport(claims, languages)),
    box(7, 'entry', [placeLine(claims.entryPoint, languages)]),
  ];
  const value = {
    languages,
    title: languages.map((language) => title[language].toLocaleUpperCase(language)),
    titles: textsOf(take(claims, 'titles'), languages),
    number: take(claims, 'number'),
    parties: [exporting, importing],
    description: say('description'),
    boxes:
      single === undefined
        ? [...parties, ...(marks.length === 0 ? [] : [[box(4, 'marks', marks)]]), way]
        : [
            ...parties,
            [box(3, 'packages', single.packages), box(4, 'marks', [...marks, ...single.marks])],
            [box(5, 'origin', single.origin), way[0]],
            [way[1], box(8, 'produce', single.produce), box(9, 'botanical', single.botanical)],
          ],
    goods: tabled
      ? {
          caption: say('goods'),
          columns: (['line', 'produce', 'botanical', 'packages', 'marks', 'origin'] as const).map((word) => say(word)),
          rows: lines.map(({ sequence, cells }) => ({ sequence, ...cells })),
        }
      : null,
    totals: total === undefined ? null : { caption: say('totals'), ...total },
    certifying: say('certifying-statement'),
    statements,
    declaration: {
      caption: say('declaration'),
      items: [
        ...replacementItems(claims, languages),
        ...textsOf(take(claims, 'declarations'), languages).map((text) => ({ lines: '', text })),
        ...lineDeclarations(lines, several, languages),
      ],
    },
    treatment: {
      caption: say('treatment'),
      columns: (['date', 'method', 'chemical', 'duration', 'concentration', 'additional-information'] as const).map(
        (word) => say(word),
      ),
      line: several ? say('line') : null,
      rows: alike(
        lines.flatMap(({ sequence, treatments }) => treatments.map((cells) => ({ sequence, said: cells }))),
      ).map(({ sequences, said }) => ({ sequence: ranges(sequences), cells: said })),
    },
    issue: {
      place: { caption: say('place-of-issue'), text: signatory?.place ?? '' },
      officer: { caption: say('officer'), text: signatory?.officer ?? '' },
      date: { caption: say('date-of-issue'), text: dateOfIssue(claims, signatory?.date, languages) },
      signature: say('signature'),
      stamp: say('stamp'),
      others: cosigners.map(({ place, officer, date }) => filled([officer, place, date]).join(', ')),
    },
    liability: textsOf(take(claims, 'financialLiability'), languages),
  };
  const table = (word: string, columns: readonly string[], rows: readonly TradeRow[]) => ({
    caption: labelOf(`lines/${word}`, languages),
    line: several ? say('line') : null,
    columns: columns.map((column) => labelOf(`lines/${word}/${column}`, languages)),
    rows,
  });
  const trade = [
    table(
      'sources',
      sourceColumns,
      lines.flatMap(({ sources }) => sources),
    ),
    table(
      'originals',
      originalColumns,
      lines.flatMap(({ originals }) => originals),
    ),
  ].filter(({ rows }) => rows.length > 0);
  const further = furtherOf(claims, record, lines, several, languages);
  return { ...value, trade, further: { caption: say('further'), rows: further } } as unknown as JsonObject;
}

interface PrintedLine {
  readonly sequence: number;
  readonly cells: GoodsCells;
  readonly declarations: readonly string[];
  readonly treatments: readonly (readonly string[])[];
  readonly sources: readonly TradeRow[];
  readonly originals: readonly TradeRow[];
  readonly rest: Line;
}

function lineOf(line: Line, languages: Languages): PrintedLine {
  const sequence = take(line, 'sequence');
  return {
    sequence,
    sources: sourceRows(sequence, line, languages),
    originals: originalRows(sequence, line, languages),
    cells: goodsCells(line, languages),
    declarations: textsOf(take(line, 'declarations'), languages),
    treatments: each(take(line, 'treatments')).map((treatment) => treatmentRow(treatment, languages)),
    rest: line,
  };
}

/** Who issues and to whom, by country, with the organisations' own names. */
function countries(claims: Certificate, record: PrintedRecord, languages: Languages) {
  const nameOf = (id: string | undefined): string => {
    const names = id === undefined ? undefined : record.names[id];
    return names === undefined ? '' : inline([names[languages[0]], names[languages[1]]]);
  };
  const exporting = country(claims.exportCountry.code, languages, claims.exportCountry.names);
  const importing = country(claims.importCountry.code, languages, claims.importCountry.names);
  const importer = importerOf(record);
  Reflect.deleteProperty(claims, 'exportCountry');
  Reflect.deleteProperty(claims, 'importCountry');
  // Its own name stands there in both languages already.
  const own: readonly string[] = Object.values(record.names[record.issuer] ?? {});
  const stated = partyLines(claims.issuingOrganisation, languages).filter((line) => !own.includes(line));
  const from = [exporting, ...stated, nameOf(record.issuer)];
  return [
    { caption: pairOf('from', languages), lines: filled(from) },
    { caption: pairOf('to', languages), lines: filled([importing, nameOf(importer)]) },
  ] as const;
}

function transport(claims: Certificate, languages: Languages): string[] {
  return [
    ...each(take(claims, 'conveyances')).map((one) => conveyanceLine(one, languages)),
    ...each(take(claims, 'containers')).map((one) => containerLine(one, languages)),
  ];
}

function lineDeclarations(lines: readonly PrintedLine[], several: boolean, languages: Languages) {
  const all = lines.flatMap(({ sequence, declarations }) => declarations.map((said) => ({ sequence, said })));
  return alike(all).map(({ sequences, said }) => ({
    lines: several ? lineNames(sequences, languages) : '',
    text: said,
  }));
}

/** ISPM 12, section 5.3: that it replaces another stands among the additional declarations. */
function replacementItems(claims: Certificate, languages: Languages): readonly { lines: string; text: string }[] {
  const replacement = take(claims, 'replacement');
  if (replacement === undefined) return [];
  const { number, date, reasons, statement } = replacement;
  const which = filled([
    number === undefined ? '' : `№ ${number}`,
    date === undefined ? '' : momentOf(date, languages),
  ]);
  const why = [...textsOf(statement, languages), ...textsOf(reasons, languages)];
  return [{ lines: inline(pairOf('replacement', languages)), text: filled([which.join(', '), ...why]).join('; ') }];
}

function furtherOf(
  claims: Certificate,
  record: PrintedRecord,
  lines: readonly PrintedLine[],
  several: boolean,
  languages: Languages,
): readonly FurtherRow[] {
  Reflect.deleteProperty(claims, 'lines');
  const left = lines.map(({ sequence, rest }) => ({
    sequence,
    said: furtherOfLine(record.type, rest as unknown as JsonObject, languages),
  }));
  const ofLines = alike(left.filter(({ said }) => said.length > 0)).flatMap(({ sequences, said }) => {
    if (!several) return said;
    const [first, second] = pairOf('line', languages);
    const label = [`${first} ${ranges(sequences)}`, `${second} ${ranges(sequences)}`] as const;
    return [{ label, text: '', depth: 0 }, ...said.map((row) => ({ ...row, depth: row.depth + 1 }))];
  });
  const importer = importerOf(record);
  const others = record.to.filter((id) => id !== importer);
  const receivers = others.map((id) => {
    const names = record.names[id];
    return names === undefined ? id : `${inline([names[languages[0]], names[languages[1]]])} (${id})`;
  });
  return [
    ...furtherRows(record.type, claims as unknown as JsonObject, languages),
    ...ofLines,
    ...(receivers.length === 0 ? [] : [{ label: pairOf('sent-to', languages), text: receivers.join('; '), depth: 0 }]),
  ];
}
