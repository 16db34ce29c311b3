import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement } from '../../../../kernel/profile.ts';
import { countryOf } from '../../institutions.ts';
import { finding } from '../finding.ts';

/** The exporting institution that an admission or a suspension names. */
export const exporterNamed = ({ claims }: Pick<Statement, 'claims'>): string => claims['exporter'] as string;

/** It holds the registrations that are looked at; other recipients need not. */
export const exporterAlone = (statement: Statement): readonly string[] => [exporterNamed(statement)];

export const exporterTold: Rule = {
  name: 'the exporting service of another country is told',
  check(statement) {
    const exporter = exporterNamed(statement);
    const found: Finding[] = [];
    if (countryOf(exporter) === countryOf(statement.issuer)) {
      found.push(finding('exporter-same-country', 'refuse', '/exporter', { exporter }));
    }
    if (!statement.to.includes(exporter)) {
      found.push(finding('exporter-not-told', 'refuse', '/exporter', { exporter }));
    }
    return found;
  },
};

/** Checkpoints are places of the importing country: UN/LOCODE begins with the country. */
export function checkpointsAbroad(codes: readonly string[] | undefined, issuer: string, path: string) {
  const country = countryOf(issuer);
  return (codes ?? []).flatMap((code, index) =>
    code.startsWith(country) ? [] : [finding('checkpoint-abroad', 'warn', `${path}/${index}`, { code, country })],
  );
}
