/**
 * The certifying statements. Where the record states one, that is printed as it was signed and no other; where it only
 * refers to the model by number, the model's own wording stands, in both languages.
 */
import type { Certificate } from '../claims/certificate.ts';
import type { Line, ReExport } from '../claims/line.ts';
import { alike, lineNames } from './line-numbers.ts';
import { each, take } from './taking.ts';
import { captions } from './words.ts';
import { country, type Languages, textsOf } from './words-of.ts';

/** A piece of a statement: text, or a box that is ticked or not. */
export type Run = string | { readonly ticked: boolean };
export interface Statement {
  /** 0: the paper's first language, 1: its second. Absent where the record does not tell. */
  readonly language?: 0 | 1;
  readonly runs: readonly Run[];
}

/** Texts that only name a statement of the model by its number. */
const numberAlone = /^[0-9]{1,3}$/;

/** What signatories state: in words, each text once; and by the number of the model's statement alone. */
function signed(certificate: Certificate, languages: Languages) {
  const all = each(certificate.signatories).flatMap((signatory) => each(take(signatory, 'statements')));
  const words = all.flatMap(({ number, texts }) =>
    textsOf(texts, languages).map((text, index) => (index === 0 ? `(${number}) ${text}` : text)),
  );
  const numbers = all.filter(({ texts }) => texts === undefined).map(({ number }) => number);
  return { words: [...new Set(words)].map((text) => ({ runs: [text] })), numbers: [...new Set(numbers)] };
}

function exportStatement(certificate: Certificate, languages: Languages): readonly Statement[] {
  const { words, numbers } = signed(certificate, languages);
  if (words.length > 0 && numbers.length === 0) return words;
  const model = modelStatement(languages, (index) => [captions['statement-export'][languages[index]]]);
  return [...numbered(numbers, model), ...words];
}

/** Statements of a paper, those of some lines alone under their numbers. */
export interface StatementGroup {
  readonly lines: string;
  readonly statements: readonly Statement[];
}

/** Of the consignment, then of lines that state an original of their own. `issuing` is the country that issues. */
export function statementsOf(
  certificate: Certificate,
  reExported: boolean,
  lines: readonly { readonly sequence: number; readonly rest: Line }[],
  issuing: readonly string[],
  languages: Languages,
): readonly StatementGroup[] {
  if (!reExported) return [{ lines: '', statements: exportStatement(certificate, languages) }];
  const { words, numbers } = signed(certificate, languages);
  const stated = each(take(certificate, 'reExportCountries')).map(({ code, names }) => country(code, languages, names));
  const by = stated.length > 0 ? stated : issuing;
  const own = lines.flatMap(({ sequence, rest }) => {
    const said = take(rest, 'reExport');
    return said === undefined ? [] : [{ sequence, said }];
  });
  const consignment = take(certificate, 'reExport') ?? (own.length === 0 ? {} : undefined);
  const first = consignment === undefined ? [] : reExportStatement(consignment, by, languages);
  return [
    { lines: '', statements: numbered(numbers, [...first, ...words]) },
    ...alike(own).map(({ sequences, said }) => ({
      lines: lineNames(sequences, languages),
      statements: reExportStatement(said, by, languages),
    })),
  ].filter(({ statements }) => statements.length > 0);
}

/** With the numbers that the record gives instead of words before the first statement. */
function numbered(numbers: readonly string[], statements: readonly Statement[]): readonly Statement[] {
  if (numbers.length === 0) return statements;
  const before = `(${numbers.join(', ')})`;
  const [first, ...rest] = statements;
  return first === undefined ? [{ runs: [before] }] : [{ ...first, runs: [`${before} `, ...first.runs] }, ...rest];
}

/** ISPM 12, annex 2: its blanks and boxes filled from what the record says of the original. */
function reExportStatement(reExport: ReExport, by: readonly string[], languages: Languages): readonly Statement[] {
  const stated = textsOf(take(reExport, 'statement'), languages);
  const from = each(take(reExport, 'originCountries')).map((code) => country(code, languages));
  const number = take(reExport, 'originalNumber') ?? '';
  const blanks: Readonly<Record<string, string>> = { by: by.join(', '), from: from.join(', '), number };
  const boxes = Object.fromEntries(boxNames.map((name) => [name, take(reExport, name) === true]));
  const own = stated.filter((text) => !numberAlone.test(text)).map((text) => ({ runs: [text] }));
  const numbers = stated.filter((text) => numberAlone.test(text));
  const model = modelStatement(languages, (index) =>
    captions['statement-re-export'][languages[index]]
      .replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] || '—')
      .split(/\[(\w+)\]/)
      .map((piece, at): Run => (at % 2 === 1 ? { ticked: boxes[piece] === true } : piece.trim())),
  );
  return [...numbered(numbers, model), ...own];
}

const boxNames = [
  'original',
  'certifiedCopy',
  'packed',
  'repacked',
  'originalContainers',
  'newContainers',
  'basedOnOriginal',
  'additionalInspection',
] as const;

function modelStatement(languages: Languages, runs: (index: 0 | 1) => readonly Run[]): readonly Statement[] {
  const both = [0, 1] as const;
  return both
    .filter((index) => index === 0 || languages[1] !== languages[0])
    .map((language) => ({ language, runs: runs(language) }));
}
