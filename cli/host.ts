/** The process as commands see it. */
import { readFileSync } from 'node:fs';
import type { Catalogue } from '../kernel/catalogue.ts';
import type { Crypto } from '../kernel/crypto.ts';
import type { SchemaCompiler } from '../kernel/schema.ts';
import type { Host } from './command.ts';

export function processHost(catalogue: Catalogue, crypto: Crypto, compile: SchemaCompiler): Host {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  // A reader that has seen enough, such as `head`, is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    catalogue,
    crypto,
    compile,
    version: String(version),
    env: process.env,
    now: () => Date.now(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    ...(process.stdout.columns > 0 && { columns: process.stdout.columns }),
    watched: process.stderr.isTTY === true,
  };
}
