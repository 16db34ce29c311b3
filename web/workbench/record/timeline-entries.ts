/** What happened with a record, in order, each with what this browser has verified of it. */
import type { RecordDetails } from '../api/shapes.ts';
import type { ToldApproval, ToldProof, ToldRecord, Verification } from './verified.ts';

/** `open`: nothing was verified of it yet, or nothing can be. */
export type Proved = 'holds' | 'does-not-hold' | 'open';

interface Entry {
  readonly key: string;
  readonly time?: number;
  readonly proved: Proved;
  readonly told?: ToldRecord;
  readonly proof?: ToldProof;
}

export type TimelineEntry = Entry &
  (
    | { readonly kind: 'signed' }
    | { readonly kind: 'approved'; readonly approval: RecordApprovalTold }
    | { readonly kind: 'logged'; readonly origin: string; readonly index: number }
    | { readonly kind: 'received'; readonly recipient: string; readonly size: number }
    | {
        readonly kind: 'followed';
        readonly type: string;
        readonly event: string;
        readonly issuer: string;
        readonly id: string;
      }
  );

type RecordApprovalTold = Pick<ToldApproval, 'officer' | 'roles' | 'of' | 'userVerified' | 'means' | 'founding'> & {
  readonly witnesses?: readonly string[];
};

/** By the server's account of what happened; only the verification says that any of it is so. */
export function timelineOf(record: RecordDetails, verification: Verification | undefined): readonly TimelineEntry[] {
  const own = toldOf(record.id, verification);
  const asSigned = verification?.shownAsSigned === false ? 'does-not-hold' : provedBy(own, verification);
  const entries: TimelineEntry[] = [
    { kind: 'signed', key: 'signed', time: record.time, proved: asSigned, ...(own && { told: own }) },
  ];
  for (const { id, time, ...approval } of record.approvals ?? []) {
    const shown = verification?.approvals?.find((one) => one.id === id);
    const told = toldOf(id, verification);
    const isOpen = verification === undefined || told?.proofs.length === 0;
    const proved = isOpen ? 'open' : shown ? 'holds' : 'does-not-hold';
    entries.push({ kind: 'approved', key: id, time, proved, approval: shown ?? approval, ...(told && { told }) });
  }
  for (const { origin, recipient, index, receipt } of record.placements) {
    const proof = own?.proofs.find((one) => one.origin === origin && one.index === index);
    const proved: Proved =
      verification === undefined || receipt === undefined ? 'open' : proof && own?.holds ? 'holds' : 'does-not-hold';
    const shown = { proved, ...(proof && { proof }), ...(own && { told: own }) };
    entries.push({ kind: 'logged', key: `logged ${origin}`, origin, index, ...shown });
    if (receipt) {
      // The moment that is proved, where one is.
      const time = proof?.cosigned ?? receipt.time;
      entries.push({
        kind: 'received',
        key: `received ${origin}`,
        time,
        recipient,
        size: proof?.size ?? receipt.size,
        ...shown,
      });
    }
  }
  for (const { id, type, event, issuer, time } of record.followUps) {
    const told = toldOf(id, verification);
    const proved = told && told.proofs.length === 0 ? 'open' : provedBy(told, verification);
    entries.push({
      kind: 'followed',
      key: id,
      id,
      type,
      event,
      issuer,
      proved,
      ...(time > 0 && { time }),
      ...(told && { told }),
    });
  }
  // An entry stands in its channel since it was signed; a follow-up that is not held has come at the end, for all we know.
  const placeOf = ({ kind, time = kind === 'logged' ? record.time : Number.MAX_SAFE_INTEGER }: TimelineEntry) =>
    // Cosignatures state whole seconds.
    kind === 'received' ? Math.max(time, record.time) : time;
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b) || orderOf(a) - orderOf(b));
}

const kinds = ['signed', 'approved', 'logged', 'received', 'followed'];
/** Of what bears one and the same time. */
const orderOf = ({ kind }: TimelineEntry): number => kinds.indexOf(kind);

const toldOf = (id: string, verification: Verification | undefined): ToldRecord | undefined =>
  verification?.records.find((one) => one.id === id);

/** What the evidence does not show, the server has left out: it does not hold. */
function provedBy(told: ToldRecord | undefined, verification: Verification | undefined): Proved {
  if (verification === undefined) return 'open';
  return told?.holds ? 'holds' : 'does-not-hold';
}
