/** Every certificate among the vectors, also those that stand in XML documents. */
import { readdirSync, readFileSync } from 'node:fs';
import type { PrintedRecord } from '../../../kernel/printed-form.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { spsCertificate } from '../xml/format.ts';

const folder = new URL('../vectors/', import.meta.url);
const types: readonly string[] = ['certificate', 're-export-certificate'];

export function certificateVectors(): readonly (readonly [name: string, record: PrintedRecord])[] {
  return ['valid', 'readings'].flatMap((kind) =>
    readdirSync(new URL(`${kind}/`, folder)).flatMap((name) => {
      const bytes = readFileSync(new URL(`${kind}/${name}`, folder));
      const read = name.endsWith('.xml') ? spsCertificate.read(bytes) : JSON.parse(bytes.toString('utf8'));
      if (read instanceof Refusal) throw new Error(`${name}: ${read.code}`);
      return types.includes(read.type) ? [[`${kind}/${name}`, printedRecord(read)] as const] : [];
    }),
  );
}

function printedRecord({ type, claims, issuer = 'az.afsa', to = ['ru.fsvps'] }: PrintedRecord): PrintedRecord {
  const names = {
    'az.afsa': { az: 'Nümunə Agentliyi', ru: 'Агентство-образец', en: 'Sample Agency' },
    'ru.fsvps': { az: 'Nümunə Xidməti', ru: 'Служба-образец', en: 'Sample Service' },
  };
  const { number } = claims as { readonly number: string };
  return { type, number, issuer, to, claims, time: Date.parse('2026-11-09T06:20:00Z'), names };
}
