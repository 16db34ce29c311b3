/**
 * Verifies a data folder from nothing but its pinned anchors: every record, entry, tree, checkpoint, receipt and
 * annex, and folds everything anew to compare registers, ledgers and states with what is stored. Reads only.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Json } from '../kernel/canonical.ts';
import { type Catalogue, loadCatalogue } from '../kernel/catalogue.ts';
import type { Profile } from '../kernel/profile.ts';
import { Refusal, refuse } from '../kernel/refusal.ts';
import { importTrust } from '../kernel/trust/bundle.ts';
import { readPin } from '../kernel/trust/pin.ts';
import type { TrustList } from '../kernel/trust/trust-list.ts';
import { auditChannels } from './audit-channels.ts';
import type { AuditContext, AuditFault } from './audit-context.ts';
import { auditRecords } from './audit-records.ts';
import { auditState } from './audit-state.ts';
import { readConfig } from './config.ts';
import { nodeCrypto } from './crypto-node.ts';
import { Institution } from './institution/institution.ts';
import { compileSchema } from './schema-compiler.ts';
import { SqliteStore } from './store/sqlite.ts';

export interface AuditReport {
  readonly institution: string;
  readonly demonstration: boolean;
  readonly records: number;
  readonly channels: number;
  readonly entries: number;
  readonly checkpoints: number;
  readonly rows: number;
  readonly faults: readonly AuditFault[];
}

export async function auditFolder(
  folder: string,
  profiles: readonly Profile[],
  progress: AuditContext['progress'] = () => undefined,
): Promise<readonly AuditReport[] | Refusal> {
  const config = await readConfig(folder);
  if (config instanceof Refusal) return config;
  const catalogue = loadCatalogue(profiles, compileSchema);
  if (catalogue instanceof Refusal) return catalogue;
  const reports: AuditReport[] = [];
  for (const institution of config.institutions) {
    const file = join(folder, institution, 'samur.db');
    if (!existsSync(file)) return refuse('config.data-folder', { name: file });
    const store = await SqliteStore.open(file);
    try {
      const report = await auditInstitution(folder, store, institution, catalogue, progress);
      if (report instanceof Refusal) return report;
      reports.push(report);
    } finally {
      await store.close();
    }
  }
  return reports;
}

async function auditInstitution(
  folder: string,
  store: SqliteStore,
  institution: string,
  catalogue: Catalogue,
  progress: AuditContext['progress'],
): Promise<AuditReport | Refusal> {
  // One snapshot: a server may go on writing meanwhile.
  store.beginSnapshot();
  const trust = await trustOf(folder, store);
  if (trust instanceof Refusal) return trust;
  const context: AuditContext = { store, catalogue, trust, institution, faults: [], progress };
  const records = await auditRecords(context);
  const { channels, entries, checkpoints } = await auditChannels(context);
  const rows = await auditState(context);
  const { demonstration } = trust.pin;
  return { institution, demonstration, records, channels, entries, checkpoints, rows, faults: context.faults };
}

async function trustOf(folder: string, store: SqliteStore): Promise<TrustList | Refusal> {
  try {
    const pin = readPin(JSON.parse(await readFile(join(folder, 'pin.json'), 'utf8')) as Json, nodeCrypto);
    if (pin instanceof Refusal) return pin;
    const stored = (await Institution.storedTrust(store)) ?? (await readFile(join(folder, 'trust.json'), 'utf8'));
    return importTrust(pin, JSON.parse(stored) as Json, nodeCrypto);
  } catch {
    return refuse('config.data-folder', { name: folder });
  }
}
