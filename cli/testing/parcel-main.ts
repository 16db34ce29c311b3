/** The command line with the made-up domain of the evidence vectors instead of the real ones, for tests. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { loadCatalogue } from '../../kernel/catalogue.ts';
import { portableCrypto } from '../../kernel/crypto-portable.ts';
import { parcelProfile } from '../../kernel/exchange/vectors/parcel.ts';
import { samplesProfile } from '../../kernel/exchange/vectors/samples.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { SchemaCompiler } from '../../kernel/schema.ts';
import { processHost } from '../host.ts';
import { run } from '../run.ts';

const ajv = new Ajv2020({ strict: true });
const compile: SchemaCompiler = (schema) => {
  const validate = ajv.compile(schema);
  return (value) =>
    validate(value) ? undefined : (validate.errors ?? []).map((e) => ({ path: e.instancePath, keyword: e.keyword }));
};
const catalogue = loadCatalogue([parcelProfile, samplesProfile], compile);
if (catalogue instanceof Refusal) throw new Error(catalogue.code);
process.exitCode = await run(process.argv.slice(2), processHost(catalogue, portableCrypto, compile));
