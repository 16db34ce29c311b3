/** What one side's books say when the year is over, in a form that can be compared with the other's. */
import { canonical, type Json } from '../../kernel/canonical.ts';
import type { Finding } from '../../kernel/finding.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { parseDecimal } from '../../kernel/state/quantity.ts';
import type { Institution } from '../../server/institution/institution.ts';
import type { AccountLine, Page, RegisterLine } from '../../server/institution/service.ts';
import { divided } from './claims-border.ts';
import type { Year } from './plan.ts';

const names = {
  ledger: {
    phytosanitary: ['season-balance', 'certificate-line', 're-export', 'weekly'],
    customs: [],
  },
  register: {
    phytosanitary: ['grower', 'admission', 'suspension', 'requirement', 'number', 'conveyance', 'noticed'],
    customs: [
      ...['manifest-number', 'manifest-arrival', 'control-result', 'write-off', 'operator'],
      ...['project-goods', 'customs-office', 'weight-tolerance'],
    ],
  },
} as const;

export interface Books {
  /** By ledger or register and key: the whole row, as canonical JSON. */
  readonly rows: ReadonlyMap<string, string>;
  /** By record of a domain: its state. */
  readonly states: ReadonlyMap<string, string>;
  /** By record: names of its signals. */
  readonly signals: ReadonlyMap<string, readonly string[]>;
  /** Codes of the refusals that this side issued. */
  readonly refusals: readonly string[];
}

export async function booksOf(institution: Institution): Promise<Books> {
  const rows = new Map<string, string>();
  for (const kind of ['ledger', 'register'] as const)
    for (const [profile, declared] of Object.entries(names[kind]))
      for (const name of declared) {
        const ask = (query: Paging) => institution[kind](`${profile}/${name}`, { ...query, prefix: [] });
        for await (const line of all<RegisterLine | AccountLine>(ask))
          rows.set(`${name} ${JSON.stringify(line.key)}`, canonical(line as unknown as Json));
      }
  const states = new Map<string, string>();
  const refusals: string[] = [];
  for await (const { id, state, profile, type, direction } of all((query) => institution.list(query))) {
    if (profile !== 'exchange') states.set(id, state);
    if (type === 'refusal' && direction === 'issued') {
      const claims = (await institution.show(id))?.claims ?? {};
      refusals.push(`${institution.id}: ${String(claims['code'])} ${JSON.stringify(claims['findings'] ?? '')}`);
    }
  }
  const signals = new Map<string, readonly string[]>();
  for await (const { id, findings } of all((query) => institution.signals(query)))
    signals.set(id, [...new Set(findings.map(signalName))].sort());
  return { rows, states, signals, refusals };
}

/** Code of a signal; goods that resume through a grower who has nothing to do with the stopped one are `untied`. */
const signalName = ({ code, detail }: Finding) =>
  code === 'origin-after-suspension' && detail?.['shared'] === undefined ? `${code}, ${untied}` : code;

export const untied = 'untied';

interface Paging {
  readonly limit: number;
  readonly cursor?: string;
}

/** Every item of every page. */
async function* all<T>(ask: (query: Paging) => Promise<Page<T> | Refusal>): AsyncGenerator<T> {
  for (let query: Paging | undefined = { limit: 2000 }; query; ) {
    const page: Page<T> | Refusal = await ask(query);
    if (page instanceof Refusal) throw new Error(page.code);
    yield* page.items;
    query = page.next === undefined ? undefined : { limit: 2000, cursor: page.next };
  }
}

/** Keys that differ, or stand on one side alone. */
export function differences(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] {
  const same = (key: string) => JSON.stringify(a.get(key)) === JSON.stringify(b.get(key));
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => !same(key));
}

/** Amounts in 10^-6 kg. */
export interface Tonnage {
  readonly certified: bigint;
  readonly freed: bigint;
  readonly used: bigint;
  readonly reserved: bigint;
  readonly limit: bigint;
  /** Growers whose certified goods exceed their limit. */
  readonly overdrawn: number;
}

export interface Row {
  readonly key: readonly string[];
  readonly available: string;
  readonly byMovement: Readonly<Record<string, string>>;
}

export function tonnageOf({ rows }: Books): Tonnage {
  const sums = { certified: 0n, freed: 0n, used: 0n, reserved: 0n, limit: 0n, overdrawn: 0 };
  for (const [name, text] of rows) {
    const amount = (movement: string) => {
      const parsed = parseDecimal((JSON.parse(text) as Row).byMovement[movement] ?? '0', 6);
      if (typeof parsed !== 'bigint') throw new Error(text);
      return parsed;
    };
    if (name.startsWith('season-balance ')) {
      const [certified, freed, limit] = [amount('certified'), amount('freed'), amount('limit')];
      sums.certified += certified;
      sums.freed += freed;
      sums.limit += limit;
      if (certified - freed > limit) sums.overdrawn++;
    } else if (name.startsWith('certificate-line ')) {
      sums.used += amount('issued') - amount('settled') - amount('reserved');
      sums.reserved += amount('reserved');
    }
  }
  return sums;
}

/** What the plan says of the same amounts: each lot once, certificates taken back or replaced once more. */
export function plannedTonnage({ lots }: Year): Pick<Tonnage, 'certified' | 'freed'> {
  let [certified, freed] = [0, 0];
  for (const lot of lots) {
    certified += lot.kilograms * (lot.earlier ? 2 : 1);
    if (lot.earlier) freed += lot.kilograms;
    for (const line of lot.lines) {
      const { released = 0, destroyed = 0 } = divided(line, lot.outcome) as { released?: number; destroyed?: number };
      freed += line.kilograms - released - destroyed;
    }
  }
  return { certified: BigInt(certified) * 1_000_000n, freed: BigInt(freed) * 1_000_000n };
}
