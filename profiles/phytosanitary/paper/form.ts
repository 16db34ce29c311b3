/** The claims of a certificate as the form of ISPM 12 prints them. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { PrintedRecord } from '../../../kernel/printed-form.ts';
import type { Certificate } from '../claims/certificate.ts';
import type { Line } from '../claims/line.ts';
import { certificate as certificateType, reExportCertificate } from '../certificates.ts';
import { importerOf } from '../ledgers/line.ts';
import { type FurtherRow, furtherOfLine, furtherRows } from './further.ts';
import { type GoodsCells, goodsCells } from './goods.ts';
import { conveyanceLine, containerLine, partyLines, personLine, placeLine } from './parties.ts';
import { exportStatement, reExportStatement, type Statement, signedStatements } from './statements.ts';
import { each, take } from './taking.ts';
import { treatmentRow } from './treatments.ts';
import type { Caption } from './words.ts';
import { country, inline, type Languages, momentOf, pairOf, textsOf } from './words-of.ts';

const filled = (lines: readonly string[]): string[] => lines.filter((line) => line !== '');

export function certificateForm(record: PrintedRecord, languages: Languages): JsonObject {
  // What is printed is taken out of this copy; see `taking.ts`.
  const claims = structuredClone(record.claims) as unknown as Certificate;
  const say = (word: Caption, detail: Readonly<Record<string, string>> = {}) => pairOf(word, languages, detail);
  const reExported = record.type === 're-export-certificate';
  const title = (reExported ? reExportCertificate : certificateType).title;
  const lines = claims.lines.map((line) => lineOf(line, languages));
  const several = lines.length > 1;
  const total = claims.totals === undefined ? undefined : goodsCells(claims.totals, languages);
  const [exporting, importing] = countries(claims, record, languages);
  const statements = statementsOf(claims, reExported, lines, languages);
  const [signatory, ...others] = signatories(claims, languages);
  const single = several ? undefined : lines[0]?.cells;
  const goods = (name: keyof GoodsCells): readonly string[] =>
    single?.[name] ?? [inline(say('see-goods', { count: String(lines.length) }))];
  const box = (number: number, word: Caption, text: readonly string[]) => ({ number, caption: say(word), lines: filled(text) });
  const value = {
    languages,
    title: [title[languages[0]], title[languages[1]]],
    titles: textsOf(take(claims, 'titles'), languages),
    number: take(claims, 'number'),
    parties: [exporting, importing],
    description: say('description'),
    boxes: [
      [box(1, 'exporter', partyLines(claims.consignor, languages)), box(2, 'consignee', partyLines(claims.consignee, languages))],
      [box(3, 'packages', goods('packages')), box(4, 'marks', [...textsOf(take(claims, 'marks'), languages), ...goods('marks')])],
      [box(5, 'origin', goods('origin')), box(6, 'conveyance', transport(claims, languages))],
      [box(7, 'entry', [placeLine(claims.entryPoint, languages)]), box(8, 'produce', goods('produce'))],
      [box(9, 'botanical', goods('botanical'))],
    ],
    goods: several
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
        ...textsOf(take(claims, 'declarations'), languages).map((text) => ({ lines: '', text })),
        ...byText(lines.map(({ sequence, declarations }) => ({ sequence, texts: declarations })), several, languages),
      ],
    },
    treatment: {
      caption: say('treatment'),
      columns: (['date', 'method', 'chemical', 'duration', 'concentration', 'additional-information'] as const).map((word) => say(word)),
      line: several ? say('line') : null,
      rows: lines.flatMap(({ sequence, treatments }) => treatments.map((cells) => ({ sequence, cells }))),
    },
    issue: {
      place: { caption: say('place-of-issue'), text: signatory?.place ?? '' },
      officer: { caption: say('officer'), text: signatory?.officer ?? '' },
      date: { caption: say('date-of-issue'), text: dateOfIssue(claims, signatory?.date, languages) },
      signature: say('signature'),
      stamp: say('stamp'),
      others: others.map(({ place, officer, date }) => filled([officer, place, date]).join(', ')),
    },
    liability: textsOf(take(claims, 'financialLiability'), languages),
  };
  const further = furtherOf(claims, record, lines, several, languages);
  return { ...value, further: { caption: say('further'), rows: further } } as unknown as JsonObject;
}

interface PrintedLine {
  readonly sequence: number;
  readonly cells: GoodsCells;
  readonly declarations: readonly string[];
  readonly treatments: readonly (readonly string[])[];
  readonly rest: Line;
}

function lineOf(line: Line, languages: Languages): PrintedLine {
  return {
    sequence: take(line, 'sequence'),
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
  const from = [exporting, ...new Set([...partyLines(claims.issuingOrganisation, languages), nameOf(record.issuer)])];
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

/** Of the consignment, then of lines that state an original of their own; alike ones together. */
function statementsOf(
  claims: Certificate,
  reExported: boolean,
  lines: readonly PrintedLine[],
  languages: Languages,
): readonly { readonly lines: string; readonly statements: readonly Statement[] }[] {
  if (!reExported) return [{ lines: '', statements: exportStatement(claims, languages) }];
  const signed = signedStatements(claims, languages).map((text) => ({ runs: [text] }));
  const by = each(take(claims, 'reExportCountries')).map(({ code, names }) => country(code, languages, names));
  const own = lines.map(({ sequence, rest }) => {
    const stated = take(rest, 'reExport');
    return { sequence, text: stated === undefined ? '' : JSON.stringify(stated), stated };
  });
  const groups = Map.groupBy(own.filter(({ stated }) => stated !== undefined), ({ text }) => text);
  const consignment = take(claims, 'reExport') ?? (groups.size === 0 ? {} : undefined);
  return [
    ...(consignment === undefined ? [] : [{ lines: '', statements: reExportStatement(consignment, by, languages) }]),
    ...[...groups.values()].map((group) => ({
      lines: lineNames(group.map(({ sequence }) => sequence), languages),
      statements: reExportStatement(group[0]!.stated!, by, languages),
    })),
    ...(signed.length === 0 ? [] : [{ lines: '', statements: signed }]),
  ];
}

function lineNames(sequences: readonly number[], languages: Languages): string {
  return `${inline(pairOf('line', languages))} ${sequences.join(', ')}`;
}

/** One text that many lines state stands once, under their numbers. */
function byText(
  lines: readonly { readonly sequence: number; readonly texts: readonly string[] }[],
  several: boolean,
  languages: Languages,
): readonly { readonly lines: string; readonly text: string }[] {
  const all = lines.flatMap(({ sequence, texts }) => texts.map((text) => ({ sequence, text })));
  return [...Map.groupBy(all, ({ text }) => text)].map(([text, group]) => ({
    lines: several ? lineNames(group.map(({ sequence }) => sequence), languages) : '',
    text,
  }));
}

function signatories(claims: Certificate, languages: Languages) {
  return each(claims.signatories).map((signatory) => {
    const officer = signatory.officer;
    const date = take(signatory, 'date');
    return {
      officer: officer === undefined ? '' : filled([personLine(officer, languages), ...partyLines(officer, languages)]).join(', '),
      place: placeLine(signatory.place, languages),
      date: date === undefined ? '' : momentOf(date, languages),
    };
  });
}

function dateOfIssue(claims: Certificate, signed: string | undefined, languages: Languages): string {
  const issued = momentOf(take(claims, 'issued'), languages);
  return [...new Set([issued, signed ?? issued])].join(' / ');
}

function furtherOf(
  claims: Certificate,
  record: PrintedRecord,
  lines: readonly PrintedLine[],
  several: boolean,
  languages: Languages,
): readonly FurtherRow[] {
  Reflect.deleteProperty(claims, 'lines');
  const ofLines = lines.flatMap(({ sequence, rest }) => {
    const rows = furtherOfLine(record.type, rest as unknown as JsonObject, languages);
    if (rows.length === 0 || !several) return rows;
    const [first, second] = pairOf('line', languages);
    const label = [`${first} ${sequence}`, `${second} ${sequence}`] as const;
    return [{ label, text: '', depth: 0 }, ...rows.map((row) => ({ ...row, depth: row.depth + 1 }))];
  });
  const receivers = record.to.map((id) => {
    const names = record.names[id];
    return names === undefined ? id : `${inline([names[languages[0]], names[languages[1]]])} (${id})`;
  });
  return [
    ...furtherRows(record.type, claims as unknown as JsonObject, languages),
    ...ofLines,
    { label: pairOf('sent-to', languages), text: receivers.join('; '), depth: 0 },
  ];
}
