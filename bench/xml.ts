/**
 * Reads one certificate of about 20 KB over and over: parse with libxml2 alone, then the whole way to claims.
 * The two are interleaved, so that both see the same load. Prints one line.
 */
import { ParseOption, XmlDocument } from 'libxml2-wasm';
import { spsCertificate } from '../profiles/phytosanitary/xml/format.ts';
import { benchCertificate } from './xml-document.ts';

const secondsEach = 3;
const document = benchCertificate();
const options = { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE };

const parse = () => XmlDocument.fromBuffer(document, options).dispose();
const read = () => {
  if (!('claims' in spsCertificate.read(document))) throw new Error('the document was refused');
};

/** Runs for a slice of a second; gives runs and seconds. */
function slice(run: () => void): readonly [number, number] {
  const start = performance.now();
  let runs = 0;
  while (performance.now() - start < 100) {
    for (let i = 0; i < 10; i++) run();
    runs += 10;
  }
  return [runs, (performance.now() - start) / 1000];
}

const totals = { parse: [0, 0], read: [0, 0] };
for (let i = -10; i < secondsEach * 10; i++) {
  for (const [name, run] of [
    ['parse', parse],
    ['read', read],
  ] as const) {
    const [runs, seconds] = slice(run);
    if (i < 0) continue;
    totals[name][0]! += runs;
    totals[name][1]! += seconds;
  }
}
const rate = ([runs, seconds]: readonly number[]) => (runs ?? 0) / (seconds ?? 1);
const [parsed, readRate] = [rate(totals.parse), rate(totals.read)];
console.log(
  `xml: ${Math.round(readRate)} documents/s read to claims (${document.length} bytes), ` +
    `libxml2-wasm parse only ${Math.round(parsed)}/s, ratio ${(readRate / parsed).toFixed(2)}`,
);
