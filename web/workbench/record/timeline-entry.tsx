/** One thing that happened; open, it shows the proof itself. */
import { Link } from '@tanstack/react-router';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { approverOf } from './approver.ts';
import { Steps } from './steps.tsx';
import type { Proved, TimelineEntry } from './timeline-entries.ts';
import type { ToldProof } from './verified.ts';

const marks: Readonly<Record<Proved, { readonly sign: string; readonly text: () => string }>> = {
  holds: { sign: '✓', text: m.record_mark_holds },
  'does-not-hold': { sign: '✗', text: m.record_mark_fails },
  open: { sign: '…', text: m.record_mark_open },
};

export function Entry({ entry, record }: { readonly entry: TimelineEntry; readonly record: RecordDetails }) {
  const { proved, time, told, proof } = entry;
  const { sign, text } = marks[proved];
  // Where it stands in a channel is told with the entry that is about that place.
  const proofs = proof ? [proof] : entry.kind === 'followed' || entry.kind === 'approved' ? (told?.proofs ?? []) : [];
  return (
    <li className={proved}>
      <details>
        <summary>
          <span className="mark" aria-hidden="true">
            {sign}
          </span>
          <span className="what">
            <Title entry={entry} record={record} />
          </span>
          {time !== undefined && <time dateTime={new Date(time).toISOString()}>{formatMoment(time, language)}</time>}
          <span className="hidden">({text()})</span>
        </summary>
        <div className="record-proof">
          <p>{text()}</p>
          {entry.kind === 'approved' && <Approval entry={entry} />}
          {entry.kind === 'followed' && (
            <p>
              <Link to="/records/$id" params={{ id: entry.id }}>
                {m.record_open()}
              </Link>
            </p>
          )}
          {told?.kid !== undefined && !proof && <Row name={m.record_key()} value={told.kid} />}
          {proofs.map((one) => (
            <Proof key={one.origin} proof={one} />
          ))}
          {told && !proof && <Steps steps={told.steps} />}
        </div>
      </details>
    </li>
  );
}

function Title({ entry, record }: { readonly entry: TimelineEntry; readonly record: RecordDetails }) {
  const nameOf = useInstitutionName();
  const declarations = useDeclarations();
  const count = (value: number) => formatNumber(value, language);
  switch (entry.kind) {
    case 'signed':
      return m.record_signed_by({ name: nameOf(record.issuer) });
    case 'approved':
      return m.record_approved({ who: approverOf(entry.approval) });
    case 'logged':
      return (
        <>
          {m.record_logged({ index: count(entry.index) })} <code>{entry.origin}</code>
        </>
      );
    case 'received':
      return m.record_received({ name: nameOf(entry.recipient), size: count(entry.size) });
    case 'followed':
      return `${declarations.eventTitle(record.profile, record.type, entry.event)}: ${nameOf(entry.issuer)}`;
  }
}

function Approval({ entry: { approval } }: { readonly entry: Extract<TimelineEntry, { kind: 'approved' }> }) {
  const { of, officer, userVerified, founding, witnesses } = approval;
  return (
    <>
      <p>{of === 'record' ? m.record_approved_record() : m.record_approved_contents()}</p>
      <p>{userVerified ? m.record_user_verified() : m.record_user_not_verified()}</p>
      {founding && <p>{m.record_founding()}</p>}
      <Row name={m.record_pseudonym()} value={officer} />
      {witnesses && witnesses.length > 0 && <Row name={m.record_witnesses()} value={witnesses.join(', ')} />}
    </>
  );
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <p className="row">
      {name} <code>{value}</code>
    </p>
  );
}

function Proof({ proof }: { readonly proof: ToldProof }) {
  const { origin, index, leaf, path, size, root, signatures, cosigned, note } = proof;
  return (
    <div className="record-proof-parts">
      <Row name={m.record_proof_channel()} value={origin} />
      <Row name={m.record_proof_index()} value={`${index} / ${size}`} />
      <Row name={m.record_proof_leaf()} value={leaf} />
      <details>
        <summary>{m.record_proof_path({ count: path.length })}</summary>
        <ol>
          {path.map((hash) => (
            <li key={hash}>
              <code>{hash}</code>
            </li>
          ))}
        </ol>
      </details>
      <Row name={m.record_proof_root()} value={root} />
      <p className="row">{m.record_proof_signatures()}</p>
      <ul>
        {signatures.map(({ name, keyId }) => (
          <li key={`${name} ${keyId}`}>
            <code>
              {name} {keyId}
            </code>
          </li>
        ))}
      </ul>
      {cosigned !== undefined && <p>{m.record_proof_cosigned({ time: formatMoment(cosigned, language) })}</p>}
      <details>
        <summary>{m.record_proof_checkpoint()}</summary>
        <pre>{note}</pre>
      </details>
    </div>
  );
}
