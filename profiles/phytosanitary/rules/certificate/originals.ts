import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement, Subject, View } from '../../../../kernel/profile.ts';
import type { Line, Original } from '../../claims/line.ts';
import { importerOf } from '../../ledgers/line.ts';
import { originalNeeds, reExportKey, reExportLedger } from '../../ledgers/re-export.ts';
import { netMassOf, originalsOf, total } from '../../sources.ts';
import { certificateOf, finding } from '../finding.ts';
import { kilograms, notPositive } from '../goods.ts';

const certificates = new Set(['certificate', 're-export-certificate']);
const released = new Set(['released', 'part-released']);

/** That the record held is the one named, and that its goods came in here. */
function heldFindings(record: Subject, stated: Original, statement: Statement, path: string): readonly Finding[] {
  if (!certificates.has(record.type)) return [finding('original-differs', 'refuse', `${path}/certificate`)];
  const original = certificateOf(record);
  if (record.issuer !== stated.exporter) {
    return [finding('original-differs', 'refuse', `${path}/exporter`, { stated: stated.exporter })];
  }
  if (original.number !== stated.number) {
    return [finding('original-differs', 'refuse', `${path}/number`, { stated: stated.number })];
  }
  if (!original.lines.some(({ sequence }) => sequence === stated.line)) {
    return [finding('line-unknown', 'refuse', `${path}/line`, { line: stated.line })];
  }
  if (importerOf(record) !== statement.issuer || !released.has(record.state)) {
    const detail = { number: stated.number, institution: statement.issuer };
    return [finding('original-not-released', 'refuse', path, detail)];
  }
  return [];
}

function lineFindings(line: Line, path: string): readonly Finding[] {
  if (line.originals === undefined) return [];
  const detail = { line: line.sequence };
  const found = line.originals.flatMap(({ quantity }, at) => notPositive(quantity, `${path}/originals/${at}/quantity`));
  const net = netMassOf(line);
  if (net === undefined) return [...found, finding('originals-without-net-weight', 'refuse', path, detail)];
  const sum = total(originalsOf(line));
  if (sum > net) {
    const figures = { ...detail, sum: kilograms(sum), net: kilograms(net) };
    found.push(finding('original-sum-exceeds', 'refuse', `${path}/originals`, figures));
  }
  return found;
}

/** Only the issuer is sure to hold the originals; who does not hold one is told so and nothing is guessed. */
export const originals: Rule = {
  name: 'originals are those that came in',
  reads: originalNeeds,
  check(statement: Statement, view: View) {
    return certificateOf(statement).lines.flatMap((line, index) => {
      const path = `/lines/${index}`;
      const held = (line.originals ?? []).flatMap((original, at) => {
        const place = `${path}/originals/${at}`;
        const record = view.record(original.certificate);
        return record === undefined
          ? [finding('original-not-held', 'inform', place, { number: original.number })]
          : heldFindings(record, original, statement, place);
      });
      return [...lineFindings(line, path), ...held];
    });
  },
};

/** Names the original of which not so much is left; the kernel's guard refuses. */
export const originalsLeft: Rule = {
  name: 'the originals have that much left',
  reads: (statement) =>
    certificateOf(statement).lines.flatMap(({ originals: named }) =>
      (named ?? []).map(({ exporter, number, line }) => ({
        ledger: reExportLedger,
        key: reExportKey(exporter, statement.issuer, number, line),
      })),
    ),
  askedOf: () => [],
  check(statement, view) {
    const parts = certificateOf(statement).lines.flatMap((line, index) =>
      originalsOf(line).map(({ of, mass, index: at }) => ({
        key: reExportKey(of.exporter, statement.issuer, of.number, of.line),
        path: `/lines/${index}/originals/${at}/quantity`,
        mass,
      })),
    );
    return [...Map.groupBy(parts, ({ key }) => JSON.stringify(key)).values()].flatMap((of) => {
      const [first] = of;
      if (first === undefined) return [];
      const available = view.account(reExportLedger, first.key)?.available ?? 0n;
      const sum = total(of);
      if (sum <= available) return [];
      const [, , number = '', line = ''] = first.key;
      const figures = { number, line, asked: kilograms(sum), available: kilograms(available) };
      return [finding('original-exceeded', 'warn', first.path, figures)];
    });
  },
};
