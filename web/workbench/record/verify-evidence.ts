/** Verifies an evidence file by the kernel and tells what was found, record by record. Runs in the browser's worker. */
import { canonical, type Json } from '../../../kernel/canonical.ts';
import { loadCatalogue } from '../../../kernel/catalogue.ts';
import type { Crypto } from '../../../kernel/crypto.ts';
import {
  type CheckedStep,
  type EvidenceRecord,
  type EvidenceReport,
  openEvidence,
} from '../../../kernel/exchange/evidence.ts';
import { judgeProved, type RecordJudge } from '../../../kernel/exchange/evidence-record.ts';
import type { Language } from '../../../kernel/finding.ts';
import { parseCheckpoint } from '../../../kernel/log/checkpoint.ts';
import { parseNote } from '../../../kernel/log/note.ts';
import { parseTlogProof } from '../../../kernel/log/tlog-proof.ts';
import { leafHash } from '../../../kernel/log/tree.ts';
import type { Profile } from '../../../kernel/profile.ts';
import { readRecord } from '../../../kernel/record/record.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { sentence, stepWords } from '../../../kernel/words.ts';
import { compileSchema } from '../../verify/schema-check.ts';
import { loadTrust } from '../../verify/trust.ts';
import type { Answer, Question, Shown, ToldProof, ToldRecord, ToldStep } from './verified.ts';

/** Told one by one; of a file with more the rest counts, without being told. */
const mostTold = 200;

export async function verifyEvidence(
  { language, evidence, servedTrust, kept, shown, now }: Question,
  profiles: readonly Profile[],
  crypto: Crypto,
): Promise<Answer> {
  const catalogue = loadCatalogue(profiles, compileSchema);
  if (catalogue instanceof Refusal) return impossible(catalogue, language);
  const keep: Record<string, string> = {};
  const store = {
    read: (name: string) => kept[name],
    write: (name: string, text: string) => {
      keep[name] = text;
    },
  };
  const { trust, warning } = await loadTrust(
    store,
    async () => servedTrust,
    crypto,
    () => now,
  );
  if (trust === undefined) return impossible(refuse('trust.malformed'), language);
  const report = openEvidence(evidence, { crypto, catalogue, now, pin: trust.pin, known: trust });
  if (report instanceof Refusal) return impossible(report, language);
  const judge: RecordJudge = { crypto, catalogue, now, trust };
  const { records } = JSON.parse(evidence) as { readonly records: readonly EvidenceRecord[] };
  const shownAsSigned = isAsSigned(report, shown);
  const { authenticity, state, approvals } = report;
  const asOf = state.asOf.map(({ time }) => time * 1000);
  return {
    kind: 'verified',
    keep,
    verification: {
      holds: authenticity.verdict === 'authentic' && shownAsSigned,
      shownAsSigned,
      steps: authenticity.steps.map((step) => told(step, language)),
      stateSteps: state.steps.filter(({ outcome }) => outcome === 'does-not-hold').map((step) => told(step, language)),
      ...(state.state !== undefined && {
        state: { state: state.state, ...(asOf.length > 0 && { asOf: Math.min(...asOf) }) },
      }),
      ...(authenticity.provedTime && { provedTime: authenticity.provedTime }),
      records: records.slice(0, mostTold).map((record) => tellRecord(record, judge, language)),
      ...(approvals && { approvals }),
      ...(warning && { trustWarning: warning.kind }),
    },
  };
}

const impossible = (refusal: Refusal, language: Language): Answer => ({
  kind: 'impossible',
  why: sentence(refusal, language),
  code: refusal.code,
});

function told({ step, outcome, refusal }: CheckedStep, language: Language): ToldStep {
  return {
    title: stepWords[step][language],
    outcome,
    ...(refusal && { why: sentence(refusal, language), code: refusal.code }),
  };
}

/** Word for word: the page must not show anything else under a good signature. */
function isAsSigned({ record }: EvidenceReport, shown: Shown): boolean {
  if (!record) return true;
  const { samur, claims, time } = record.payload;
  const signed = {
    id: record.id,
    profile: samur.profile,
    type: samur.type,
    version: samur.version,
    issuer: samur.issuer,
    to: samur.to,
    time,
    claims,
    ...(samur.about && { about: samur.about.id }),
  };
  return canonical(signed) === canonical({ ...shown } as unknown as Json);
}

function tellRecord({ jws, proofs }: EvidenceRecord, judge: RecordJudge, language: Language): ToldRecord {
  const { notes, id, record, checkpoints } = judgeProved(jws, proofs, judge);
  const unchecked = readRecord(jws, judge.crypto, judge.catalogue.payloadCheck);
  const entry = unchecked instanceof Refusal ? undefined : unchecked.id;
  return {
    id: id ?? '',
    holds: record !== undefined,
    steps: notes
      .list([
        'issuer-known',
        'issuer-entitled',
        'key-valid',
        'signature',
        'claims-valid',
        'inclusion',
        'log-signature',
        'cosignature',
      ])
      .map((step) => told(step, language)),
    ...(!(unchecked instanceof Refusal) && { kid: unchecked.kid }),
    proofs: proofs.flatMap((proof) => tellProof(proof, entry, checkpoints, judge.crypto)),
  };
}

function tellProof(
  text: string,
  entry: string | undefined,
  checkpoints: ReturnType<typeof judgeProved>['checkpoints'],
  crypto: Crypto,
): ToldProof[] {
  const proof = parseTlogProof(text);
  if (proof instanceof Refusal || entry === undefined) return [];
  const note = parseNote(proof.note);
  if (note instanceof Refusal) return [];
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint instanceof Refusal) return [];
  const { origin, size, root } = checkpoint;
  const cosigned = checkpoints.find((one) => one.checkpoint.origin === origin && one.checkpoint.size === size);
  return [
    {
      origin,
      index: proof.index,
      leaf: leafHash(Uint8Array.fromHex(entry), crypto).toHex(),
      path: proof.proof.map((hash) => hash.toHex()),
      size,
      root: root.toHex(),
      signatures: note.signatures.map(({ name, keyId }) => ({ name, keyId: keyId.toHex() })),
      ...(cosigned && { cosigned: cosigned.time * 1000 }),
      note: proof.note,
    },
  ];
}
