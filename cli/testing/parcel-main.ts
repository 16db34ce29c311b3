/** The command line with the made-up domain of the evidence vectors instead of the real ones, for tests. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { loadCatalogue } from '../../kernel/catalogue.ts';
import { portableCrypto } from '../../kernel/crypto-portable.ts';
import { parcelProfile } from '../../kernel/exchange/vectors/parcel.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { processHost } from '../host.ts';
import { run } from '../run.ts';

const ajv = new Ajv2020({ strict: true });
const catalogue = loadCatalogue([parcelProfile], (schema) => {
  const validate = ajv.compile(schema);
  return (value) =>
    validate(value) ? undefined : (validate.errors ?? []).map((e) => ({ path: e.instancePath, keyword: e.keyword }));
});
if (catalogue instanceof Refusal) throw new Error(catalogue.code);
process.exitCode = await run(process.argv.slice(2), processHost(catalogue, portableCrypto));
