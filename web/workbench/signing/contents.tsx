/** The claims under the profile's labels, exactly those that will be signed. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { type ContentLine, contentsOf } from '../../../kernel/contents.ts';
import { told, useDeclarations } from '../api/profiles.ts';
import type { Draft } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';

export function Contents({ draft, claims }: { readonly draft: Draft; readonly claims: JsonObject }) {
  const declarations = useDeclarations();
  const profile = declarations.profile(draft.profile);
  const version = declarations.type(draft.profile, draft.type)?.version ?? 1;
  const lines = profile ? contentsOf(told(profile), draft.type, version, claims, language) : [];
  return (
    <details className="signing-contents" open>
      <summary>{m.signing_contents()}</summary>
      <Lines lines={lines} />
    </details>
  );
}

function Lines({ lines }: { readonly lines: readonly ContentLine[] }) {
  return (
    <dl>
      {lines.map((line) => (
        <div key={line.path + line.label}>
          <dt>{line.label}</dt>
          <dd>{'value' in line ? line.value : <Lines lines={line.lines} />}</dd>
        </div>
      ))}
    </dl>
  );
}
