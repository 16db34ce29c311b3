/** What the rules said of the record that is to be signed: nothing of it forbids the signature. */
import type { ProblemFinding } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { SeverityBadge } from '../parts/state.tsx';

export function Findings({ findings }: { readonly findings: readonly ProblemFinding[] }) {
  if (findings.length === 0) return <p className="signing-clear">{m.signing_no_findings()}</p>;
  return (
    <section className="signing-findings">
      <h3>{m.signing_findings({ count: findings.length })}</h3>
      <ul>
        {findings.map(({ code, path, severity, text }) => (
          <li key={`${code} ${path}`}>
            <SeverityBadge severity={severity} /> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
