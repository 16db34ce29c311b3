import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

/** Folder of the published schemas and samples. */
export function spsFolder(): string {
  const folder = join(process.env['SAMUR_STANDARDS'] ?? '../shared/standards', 'sps');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`the folder ${folder} is missing: set SAMUR_STANDARDS to the standards folder`);
  }
  return folder;
}

/** Checks documents against SPSCertificate 17; gives what is wrong with each, nothing when it is valid. */
export function schemaCheck(): (xml: Uint8Array) => string[] {
  const base = join(spsFolder(), 'xsd-d16b');
  const files: Record<string, Uint8Array> = {};
  for (const name of readdirSync(base, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.xsd')) files[`schema:///${name}`] = readFileSync(join(base, name));
  }
  const start = 'schema:///data/standard/SPSCertificate_17p0.xsd';
  // Only what stands in the schema folder can be read, and only while the schema is compiled.
  xmlRegisterInputProvider(new XmlBufferInputProvider(files));
  const schema = XmlDocument.fromBuffer(files[start] as Uint8Array, { url: start });
  const validator = XsdValidator.fromDoc(schema);
  xmlCleanupInputProvider();
  schema.dispose();
  return (xml) => {
    const document = XmlDocument.fromBuffer(xml, {
      option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE,
    });
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
      return error.details.map(({ message, line }) => `${line}: ${message.trim()}`);
    } finally {
      document.dispose();
    }
  };
}
