/** Documents in the formats of other systems: read into drafts, written from records. */
import { hash } from 'node:crypto';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Format, Reading } from '../../kernel/format.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { DraftRequest, InstitutionService, RecordView } from '../institution/service.ts';

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

export interface Documents {
  read(document: Uint8Array, addressing: Addressing): Promise<ReadDocument | Refusal>;
  write(record: RecordView, service: InstitutionService): Promise<Uint8Array | Refusal>;
}

export function documents(catalogue: Catalogue): Documents {
  const formats = async (profile: string | undefined): Promise<readonly ProfileFormat[]> => {
    const asked = catalogue.profiles.filter(({ name }) => profile === undefined || name === profile);
    const loads = asked.flatMap(({ name, formats }) =>
      formats[xml] === undefined ? [] : [formats[xml]().then((format) => ({ profile: name, format }))],
    );
    return Promise.all(loads);
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
      const [writer] = (await formats(record.profile)).filter(({ format }) => format.types.includes(record.type));
      if (writer === undefined) return refuse('request.not-found');
      const annexes = new Map<string, Uint8Array>();
      for (const { digest } of record.annexes) {
        const annex = await service.annex(digest);
        if (annex !== undefined) annexes.set(digest, annex.bytes);
      }
      return writer.format.write(record.type, record.claims, annexes);
    },
  };
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
    readerFindings: reading.findings,
    ...(about === undefined ? {} : { about }),
  };
  return { draft, annexes };
}
