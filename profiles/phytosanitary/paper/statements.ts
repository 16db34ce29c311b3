/**
 * The certifying statements. Where the record states one, that is printed as it was signed and no other; where it only
 * refers to the model by number, the model's own wording stands, in both languages.
 */
import type { Certificate } from '../claims/certificate.ts';
import type { ReExport } from '../claims/line.ts';
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

/** What signatories state, each text once; whether any does in words. */
export function signedStatements(certificate: Certificate, languages: Languages): readonly string[] {
  const texts = each(certificate.signatories).flatMap((signatory) =>
    each(take(signatory, 'statements')).flatMap(({ number, texts }) => {
      const said = textsOf(texts, languages);
      return said.map((text, index) => (index === 0 && said.length > 0 ? `(${number}) ${text}` : text));
    }),
  );
  return [...new Set(texts)];
}

export function exportStatement(certificate: Certificate, languages: Languages): readonly Statement[] {
  const signed = signedStatements(certificate, languages);
  if (signed.length > 0) return signed.map((text) => ({ runs: [text] }));
  return modelStatement(languages, (index) => [captions['statement-export'][languages[index]]]);
}

/** ISPM 12, annex 2: its blanks and boxes filled from what the record says of the original. */
export function reExportStatement(
  reExport: ReExport,
  by: readonly string[],
  languages: Languages,
): readonly Statement[] {
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
  const [first, ...rest] = model;
  const numbered =
    numbers.length === 0 || first === undefined
      ? model
      : [{ ...first, runs: [`(${numbers.join(', ')}) `, ...first.runs] }, ...rest];
  return [...numbered, ...own];
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
