/** The claims under the profile's labels, exactly those that will be signed. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { type ContentLine, contentsOf, type Told } from '../../../kernel/contents.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { Draft, ProfileDeclaration } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';

export function Contents({ draft, claims }: { readonly draft: Draft; readonly claims: JsonObject }) {
  const { inForce, ...declarations } = useDeclarations();
  const profile = declarations.items.find(({ name }) => name === draft.profile);
  const version = inForce[draft.profile]?.[draft.type] ?? 1;
  return (
    <section className="signing-contents" aria-label={m.signing_contents()}>
      <Lines lines={contentsOf(toldBy(profile), draft.type, version, claims, language)} />
    </section>
  );
}

function toldBy(profile: ProfileDeclaration | undefined): Told {
  return {
    labels: profile?.labels ?? {},
    codes: profile?.codes ?? {},
    evident: profile?.evident ?? [],
    types: Object.fromEntries((profile?.types ?? []).map(({ name, schemas }) => [name, { schemas }])),
  };
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
