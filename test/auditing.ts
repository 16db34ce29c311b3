/** Makes the choices of a period again as an auditor does: with the file, the profiles and the anchor alone. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Json } from '../kernel/canonical.ts';
import { loadCatalogue } from '../kernel/catalogue.ts';
import { auditSelections, type SelectionReport } from '../kernel/exchange/selection-audit.ts';
import type { Profile } from '../kernel/profile.ts';
import { Refusal } from '../kernel/refusal.ts';
import { readPin } from '../kernel/trust/pin.ts';
import { nodeCrypto } from '../server/crypto-node.ts';
import { countryFolder } from '../server/founding.ts';
import { compileSchema } from '../server/schema-compiler.ts';

interface Auditing {
  readonly profiles: readonly Profile[];
  /** Data folder of the corridor. */
  readonly data: string;
  readonly now: number;
  readonly earlier?: readonly SelectionReport[];
}

export async function audit(file: string, { profiles, data, now, earlier = [] }: Auditing): Promise<SelectionReport> {
  const catalogue = loadCatalogue(profiles, compileSchema);
  if (catalogue instanceof Refusal) throw new Error(catalogue.code);
  const text = await readFile(join(countryFolder(data, 'RU'), 'pin.json'), 'utf8');
  const pin = readPin(JSON.parse(text) as Json, nodeCrypto);
  if (pin instanceof Refusal) throw new Error(pin.code);
  const report = await auditSelections(file, {
    crypto: nodeCrypto,
    catalogue,
    compile: compileSchema,
    pin,
    now,
    earlier,
  });
  if (report instanceof Refusal) throw new Error(`${report.code} ${report.path} ${JSON.stringify(report.detail)}`);
  return report;
}
