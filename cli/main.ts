/** Composition root of the command line: the only file here that knows profiles and the server's own parts. */
import { loadCatalogue } from '../kernel/catalogue.ts';
import { Refusal } from '../kernel/refusal.ts';
import { profiles } from '../profiles/index.ts';
import { nodeCrypto } from '../server/crypto-node.ts';
import { compileSchema } from '../server/schema-compiler.ts';
import { processHost } from './host.ts';
import { run } from './run.ts';

const catalogue = loadCatalogue(profiles, compileSchema);
if (catalogue instanceof Refusal) throw new Error(`${catalogue.code} ${JSON.stringify(catalogue.detail)}`);
process.exitCode = await run(process.argv.slice(2), processHost(catalogue, nodeCrypto));
