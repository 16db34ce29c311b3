/** What goes on the paper of one record that an institution holds. */
import type { Catalogue, LoadedType } from '../../kernel/catalogue.ts';
import type { Crypto } from '../../kernel/crypto.ts';
import type { Language, Text } from '../../kernel/finding.ts';
import { checkCode } from '../../kernel/paper/check-code.ts';
import type { Carried } from '../../kernel/paper/code.ts';
import type { PrintedRecord } from '../../kernel/printed-form.ts';
import { readRecord, type UncheckedRecord } from '../../kernel/record/record.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { voidState } from '../../kernel/state/rows.ts';
import { type Institution, publicAddress } from '../../kernel/trust/institution.ts';
import { knownInstitution } from '../../kernel/trust/lookup.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import { formatMoment } from '../../kernel/words/moments.ts';
import type { InstitutionService, RecordView } from '../institution/service.ts';
import { codeImage } from './code-image.ts';
import { codePng } from './code-png.ts';
import { printedCode } from './printed-code.ts';
import type { Attachment, Frame, Pair, Sheet } from './sheet.ts';
import { paperSays, paperWords } from './words.ts';

export type Languages = readonly [Language, Language];

export interface Printing {
  readonly catalogue: Catalogue;
  readonly crypto: Crypto;
  /** When it is printed, ms since 1970. */
  readonly printed: number;
  /** Absent: as the profile chooses. */
  readonly languages?: Languages;
  /** The record in a format of other systems, where its profile has one. */
  readonly xml?: Uint8Array;
}

/** `paper.none` when its type has no printed form; `record.unknown-id` for what is not held, or not verified. */
export async function recordSheet(
  record: RecordView,
  service: Pick<InstitutionService, 'id' | 'carried' | 'trust'>,
  printing: Printing,
): Promise<Sheet | Refusal> {
  const type = printing.catalogue.type(record.profile, record.type);
  const paper = await type?.declaration.paper?.();
  if (!type || !paper) return refuse('paper.none');
  const state = stateOf(record, type);
  const carried = await service.carried(record.id);
  if (!carried || !state) return refuse('record.unknown-id');
  const read = readRecord(carried.jws, printing.crypto, printing.catalogue.payloadCheck);
  if (read instanceof Refusal) return read;
  const trust = service.trust();
  const issuer = knownInstitution(trust, record.issuer);
  if (!issuer) return refuse('trust.unknown-institution', { name: record.issuer });
  const printed: PrintedRecord = {
    type: record.type,
    number: record.number,
    issuer: record.issuer,
    to: record.to,
    claims: record.claims,
    time: record.time,
    names: namesOf([record.issuer, ...record.to], trust),
  };
  const languages = printing.languages ?? paper.languages(printed);
  return {
    template: paper.template.href,
    form: paper.data(printed, languages),
    frame: frameOf({ record, read, carried, type, state, issuer, holder: service.id, trust, languages, printing }),
    attachments: attachmentsOf(record, carried, printing.xml),
    printed: printing.printed,
  };
}

interface State {
  readonly inForce: boolean;
  readonly title: Text;
}

/** Undefined while the record is not folded: what it says is not verified yet. */
function stateOf({ state }: RecordView, { declaration }: LoadedType): State | undefined {
  if (state === voidState) return { inForce: false, title: paperWords.void };
  const title = declaration.lifeCycle?.states[state];
  return title && { inForce: declaration.lifeCycle?.revoked?.includes(state) !== true, title };
}

function namesOf(ids: readonly string[], trust: TrustList): Readonly<Record<string, Text>> {
  const known = ids.flatMap((id) => {
    const institution = knownInstitution(trust, id);
    return institution ? [[id, institution.names] as const] : [];
  });
  return Object.fromEntries(known);
}

interface Framed {
  readonly record: RecordView;
  readonly read: UncheckedRecord;
  readonly carried: Carried;
  readonly type: LoadedType;
  readonly state: State;
  readonly issuer: Institution;
  readonly holder: string;
  readonly trust: TrustList;
  readonly languages: Languages;
  readonly printing: Printing;
}

function frameOf(framed: Framed): Frame {
  const { record, read, carried, type, state, issuer, holder, trust, languages, printing } = framed;
  const inBoth = (text: Text): Pair => [text[languages[0]], text[languages[1]]];
  const at = (ms: number): Pair => [formatMoment(ms, languages[0]), formatMoment(ms, languages[1])];
  const code = printedCode(carried, read, trust, printing.catalogue, printing.crypto);
  const image = codeImage(code.text);
  const typed = checkCode(read, printing.crypto);
  const address = `${publicAddress(issuer)}/status`;
  const asked = { time: at(printing.printed), address };
  const holderNames = knownInstitution(trust, holder)?.names;
  const institution = holderNames ? inBoth(holderNames) : holder;
  const explained = paperSays('state-known', languages, { ...asked, institution });
  const ended = state.inForce ? undefined : record.followUps.findLast(({ outcome }) => outcome === 'effective');
  const since = ended && paperSays('state-since', languages, { time: at(ended.time) });
  return {
    languages,
    title: inBoth(type.declaration.title),
    number: record.number,
    author: issuer.names[languages[0]],
    checkCode: typed,
    verifyAt: `${publicAddress(issuer)}/verify`,
    code: {
      png: codePng(image),
      width: code.side * image.scale,
      alt: paperSays('code-alt', languages, { number: record.number, code: typed }),
    },
    state: {
      inForce: state.inForce,
      heading: paperSays(state.inForce ? 'state-when-printed' : 'not-in-force', languages, {
        state: inBoth(state.title),
      }),
      explained: since ? [`${since[0]} ${explained[0]}`, `${since[1]} ${explained[1]}`] : explained,
    },
    signature: {
      said: paperSays('signed', languages, { institution: inBoth(issuer.names), time: at(record.time) }),
      key: read.kid,
      record: record.id,
    },
    printed: paperSays('printed', languages, asked),
    demonstration: record.demonstration,
  };
}

function attachmentsOf(
  { number, id }: RecordView,
  { jws, proofs }: Carried,
  xml: Uint8Array | undefined,
): readonly Attachment[] {
  const signed: Attachment = {
    name: 'record.jwt',
    mediaType: 'application/vc+jwt',
    relationship: 'source',
    description: 'The signed record that this document is printed from (compact JWS)',
    bytes: Buffer.from(jws),
  };
  const proved = proofs.map(
    (proof, index): Attachment => ({
      name: `proof-${index + 1}.txt`,
      mediaType: 'text/plain',
      relationship: 'supplement',
      description: 'Proof that the record stands in the log (C2SP tlog-proof)',
      bytes: Buffer.from(proof),
    }),
  );
  const other: readonly Attachment[] = xml
    ? [
        {
          name: `${fileStem(number, id)}.xml`,
          mediaType: 'application/xml',
          relationship: 'alternative',
          description: 'The same content in the XML format of other systems',
          bytes: xml,
        },
      ]
    : [];
  return [signed, ...proved, ...other];
}

/** A number as the name of a file, whatever signs it has. */
export function fileStem(number: string, id: string): string {
  const stem = number
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80)
    // Half a letter has no bytes.
    .replace(/[\ud800-\udbff]$/, '');
  return stem || id.slice(0, 16);
}
