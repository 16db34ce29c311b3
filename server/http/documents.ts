/** Documents in the formats of other systems: read into drafts, written from records. */
import { hash } from 'node:crypto';
import { type Catalogue, checkClaims } from '../../kernel/catalogue.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { Format, Reading } from '../../kernel/format.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { DraftRequest, InstitutionService, RecordView } from '../institution/service.ts';
import { type Differences, differences } from './difference.ts';

export const xml = 'application/xml';

interface ProfileFormat {
  readonly profile: string;
  readonly format: Format;
}

/** What a document says, and the annexes that hung on it, not yet stored. */
export interface ReadDocument {
  readonly draft: DraftRequest;
  readonly annexes: Reading['annexes'];
}

export interface Addressing {
  readonly profile?: string;
  readonly to: readonly string[];
  readonly about?: string;
}

/** What a document says beside a record; `findings` are its reader's. */
export interface Comparison extends Differences {
  readonly same: boolean;
  readonly profile: string;
  readonly type: { readonly record: string; readonly document: string };
  readonly findings: readonly Finding[];
}

export interface Documents {
  read(document: Uint8Array, addressing: Addressing): Promise<ReadDocument | Refusal>;
  write(record: RecordView, service: InstitutionService): Promise<Uint8Array | Refusal>;
  compare(record: RecordView, document: Uint8Array, service: InstitutionService): Promise<Comparison | Refusal>;
}

export function documents(catalogue: Catalogue): Documents {
  const formats = async (profile: string | undefined): Promise<readonly ProfileFormat[]> => {
    const asked = catalogue.profiles.filter(({ name }) => profile === undefined || name === profile);
    const loads = asked.flatMap(({ name, formats }) =>
      formats[xml] === undefined ? [] : [formats[xml]().then((format) => ({ profile: name, format }))],
    );
    return Promise.all(loads);
  };

  /** The format that a record of this type, with claims that keep to their schema, can be written in. */
  const formatOf = async ({ profile, type, version, claims }: RecordView): Promise<Format | Refusal> => {
    const known = catalogue.type(profile, type);
    const found = (await formats(profile)).find(({ format }) => format.types.includes(type));
    if (known === undefined || found === undefined) return refuse('request.not-found');
    return checkClaims(known, version, claims) ?? found.format;
  };

  return {
    async read(document, { profile, to, about }) {
      const readers = await formats(profile);
      let refusal = refuse('profile.unknown', { name: profile ?? xml }, '/query/profile');
      for (const reader of readers) {
        const reading = reader.format.read(document);
        if (!(reading instanceof Refusal)) return draftOf(reader.profile, reading, document, to, about);
        refusal = reading;
        // Only a document of another kind is worth another profile's look.
        if (reading.code !== 'xml.wrong-root') break;
      }
      return refusal;
    },

    async write(record, service) {
      const format = await formatOf(record);
      return format instanceof Refusal ? format : written(format, record, service);
    },

    async compare(record, document, service) {
      const format = await formatOf(record);
      if (format instanceof Refusal) return format;
      const reading = format.read(document);
      if (reading instanceof Refusal) return reading;
      const own = await written(format, record, service);
      const travelling = own instanceof Refusal ? own : format.read(own);
      if (travelling instanceof Refusal) return travelling;
      const found = differences(record.claims, travelling.claims, reading.claims);
      const type = { record: record.type, document: reading.type };
      const same = type.record === type.document && found.differences.length === 0;
      return { same, profile: record.profile, type, ...found, findings: reading.findings };
    },
  };
}

async function written(format: Format, record: RecordView, service: InstitutionService): Promise<Uint8Array | Refusal> {
  const annexes = new Map<string, Uint8Array>();
  for (const { digest } of record.annexes) {
    const annex = await service.annex(digest);
    if (annex !== undefined) annexes.set(digest, annex.bytes);
  }
  return format.write(record.type, record.claims, annexes);
}

function draftOf(
  profile: string,
  reading: Reading,
  document: Uint8Array,
  to: readonly string[],
  about: string | undefined,
): ReadDocument {
  // The document stays with the record byte for byte: a lenient reading can be looked at again by anybody.
  const annexes = [...reading.annexes, { name: 'as-received.xml', mediaType: xml, bytes: document }];
  const named = annexes.map(({ name, mediaType, bytes }) => {
    const digest = hash('sha256', bytes, 'hex');
    // The record's own limit; what the sender called it in full stays in the claims.
    return { digest, mediaType, name: Array.from(name).slice(0, 200).join('') || digest.slice(0, 16) };
  });
  const draft = {
    profile,
    type: reading.type,
    to,
    claims: reading.claims,
    annexes: named,
    foundBefore: reading.findings,
    ...(about === undefined ? {} : { about }),
  };
  return { draft, annexes };
}
