/** What an institution had committed to, and whether what it reveals is that. */
import type { JsonObject } from '../canonical.ts';
import type { LoadedType } from '../catalogue.ts';
import type { Crypto } from '../crypto.ts';
import { readRecord } from '../record/record.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { SchemaCompiler } from '../schema.ts';
import type { Commitment, Selection } from '../selection.ts';
import { contentsFault } from '../state/contribution.ts';
import { judgeProved, type RecordJudge } from './evidence-record.ts';
import type { VerifiedRecord } from './open-record.ts';
import { secretDigest, settingsDigest } from './selection-draw.ts';
import { readSelections, type SelectionFile } from './selection-file.ts';

export interface Committed {
  readonly institution: string;
  readonly commitment: Commitment & { readonly id: string };
  readonly selection: Selection;
  /** The profile that declares it. */
  readonly profile: string;
  /** When each recipient cosigned the commitment, Unix seconds. */
  readonly receipts: ReadonlyMap<string, number>;
}

export async function openCommitment(
  { commitment: proved }: SelectionFile,
  judge: RecordJudge,
): Promise<Committed | Refusal> {
  const { record, notes, checkpoints } = judgeProved(proved.jws, proved.proofs, judge);
  if (!record) return within('/commitment', notes.failed?.refusal ?? refuse('selection.incomplete'));
  const broken = contentsFault(record.type.declaration, statementOf(record));
  if (broken) return within('/commitment', broken);
  const declared = await declaredBy(record.type, record);
  if (declared instanceof Refusal) return declared;
  const receipts = new Map<string, number>();
  for (const { recipient, time } of checkpoints)
    receipts.set(recipient, Math.min(time, receipts.get(recipient) ?? Number.POSITIVE_INFINITY));
  return { institution: record.payload.samur.issuer, receipts, ...declared };
}

/**
 * When the record that commits says it was made, ms since 1970: the order of files of one selection. Nothing is verified;
 * undefined for what is no such file.
 */
export function committedAt(input: string | Uint8Array, { crypto, catalogue }: Unopened): number | undefined {
  const file = readSelections(input);
  if (file instanceof Refusal) return undefined;
  const record = readRecord(file.commitment.jws, crypto, catalogue.payloadCheck);
  return record instanceof Refusal ? undefined : record.payload.time;
}

type Unopened = Pick<RecordJudge, 'crypto' | 'catalogue'>;

async function declaredBy({ profile, name }: LoadedType, record: VerifiedRecord) {
  for (const [selectionName, load] of Object.entries(profile.selections ?? {})) {
    const selection = await load();
    if (selection.commitment.type !== name) continue;
    const commitment = selection.commitment.read(record.payload.claims);
    if (!(commitment.from < commitment.until)) return refuse('record.bad-claims', {}, '/commitment');
    if (commitment.selection === `${profile.name}/${selectionName}`)
      return { selection, profile: profile.name, commitment: { ...commitment, id: record.id } };
  }
  return refuse('selection.unknown', {}, '/commitment');
}

/** Undefined where they have no canonical form, such as for half a letter in a text. */
function digestOf(settings: JsonObject, secret: Uint8Array, crypto: Crypto): string | undefined {
  try {
    return settingsDigest(settings, secret, crypto);
  } catch {
    return undefined;
  }
}

/** Secret and settings are those committed to, and such that choices follow from them. */
export function revealFault(
  { secret, settings }: SelectionFile,
  { commitment, selection }: Committed,
  { crypto, compile }: { readonly crypto: Crypto; readonly compile: SchemaCompiler },
): Refusal | undefined {
  const bytes = Uint8Array.fromHex(secret);
  if (secretDigest(bytes, crypto) !== commitment.secret) return refuse('selection.wrong-secret', {}, '/secret');
  // What keeps to no schema may have no canonical form either, and would be thrown at.
  if (compile(selection.settings)(settings)) return refuse('selection.wrong-settings', {}, '/settings');
  return digestOf(settings, bytes, crypto) === commitment.settings
    ? undefined
    : refuse('selection.wrong-settings', {}, '/settings');
}

/** A commitment acts from its beginning on, but for each sender only some time after that one had it. Unix seconds. */
export function beginsFor(sender: string, { commitment, selection, receipts }: Committed): number {
  const receipt = receipts.get(sender) ?? Number.POSITIVE_INFINITY;
  return Math.max(commitment.from / 1000, receipt + selection.commitment.lead);
}

function statementOf({ payload: { samur, claims, time } }: VerifiedRecord) {
  return { type: samur.type, issuer: samur.issuer, to: samur.to, claims, time };
}

const within = (path: string, { code, detail, path: inner }: Refusal): Refusal =>
  new Refusal(code, detail, `${path}${inner}`);
