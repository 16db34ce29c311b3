import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement, View } from '../../../../kernel/profile.ts';
import { balanceLedger } from '../../balance.ts';
import type { Line, Source } from '../../claims/line.ts';
import { importerOf } from '../../ledgers/line.ts';
import { balanceNeeds, sourceAccountsOf } from '../../ledgers/season-balance.ts';
import { netMassOf, sourcesOf, total } from '../../sources.ts';
import { certificateOf, finding } from '../finding.ts';
import { kilograms, notPositive } from '../goods.ts';

/** A season is a year, or a year and the next one's last two digits. */
export function isSeason(season: string): boolean {
  const [year = '', next] = season.split('-');
  return next === undefined || (Number(year) + 1) % 100 === Number(next);
}

function sourceFindings(source: Source, line: Line, path: string): readonly Finding[] {
  const found: Finding[] = [...notPositive(source.quantity, `${path}/quantity`)];
  const { grower, member, product, season } = source;
  if (member === grower) found.push(finding('source-member-same', 'refuse', `${path}/member`, { grower }));
  if (line.eppoCodes !== undefined && !line.eppoCodes.includes(product)) {
    const detail = { product, line: line.sequence };
    found.push(finding('source-product-differs', 'refuse', `${path}/product`, detail));
  }
  if (!isSeason(season)) found.push(finding('season-impossible', 'refuse', `${path}/season`, { season }));
  return found;
}

function lineFindings(line: Line, path: string): readonly Finding[] {
  const detail = { line: line.sequence };
  if (line.sources === undefined) {
    const named = line.origins?.some(({ subdivisions }) => subdivisions?.some(({ producers }) => producers));
    return named ? [finding('sources-missing', 'inform', path, detail)] : [];
  }
  const found = line.sources.flatMap((source, at) => sourceFindings(source, line, `${path}/sources/${at}`));
  if (line.originals !== undefined)
    found.push(finding('sources-beside-originals', 'refuse', `${path}/sources`, detail));
  const net = netMassOf(line);
  if (net === undefined) return [...found, finding('sources-without-net-weight', 'refuse', path, detail)];
  const sources = sourcesOf(line);
  const sum = total(sources);
  if (sources.length === line.sources.length && sum !== net) {
    const figures = { ...detail, sum: kilograms(sum), net: kilograms(net) };
    found.push(finding('source-sum-differs', 'refuse', `${path}/sources`, figures));
  }
  return found;
}

export const sources: Rule = {
  name: 'sources are whose goods the line holds',
  check: (statement) => certificateOf(statement).lines.flatMap((line, index) => lineFindings(line, `/lines/${index}`)),
};

/**
 * Tells the source that a season balance does not cover. The kernel's guard refuses; this names the field and the
 * figures, so a limit that was lowered meanwhile can only warn.
 */
export const balanceCovers: Rule = {
  name: 'the season balance covers the sources',
  reads: balanceNeeds,
  askedOf(statement) {
    const importing = importerOf(statement);
    return importing === undefined ? [] : [importing];
  },
  check(statement: Statement, view: View) {
    const lines = certificateOf(statement).lines;
    const asked = Map.groupBy(sourceAccountsOf(statement), ({ key }) => JSON.stringify(key));
    return [...asked.values()].flatMap((accounts) => {
      const [first] = accounts;
      if (first === undefined) return [];
      const available = view.account(balanceLedger, first.key)?.available ?? 0n;
      const sum = total(accounts);
      if (sum <= available) return [];
      const at = lines.findIndex(({ sequence }) => sequence === first.sequence);
      const [, , grower = '', product = '', season = ''] = first.key;
      const figures = { grower, product, season, asked: kilograms(sum), available: kilograms(available) };
      return [finding('balance-exceeded', 'warn', `/lines/${at}/sources/${first.index}/quantity`, figures)];
    });
  },
};
