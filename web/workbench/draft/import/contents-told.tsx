/** Claims in words. */
import type { JsonObject } from '../../../../kernel/canonical.ts';
import { type ContentLine, contentsOf } from '../../../../kernel/contents.ts';
import { told } from '../../api/profiles.ts';
import type { ProfileDeclaration, TypeDeclaration } from '../../api/shapes.ts';
import { language } from '../../language.ts';

interface ContentsProps {
  readonly profile: ProfileDeclaration;
  readonly declaration: TypeDeclaration;
  readonly claims: JsonObject;
}

export function ContentsTold({ profile, declaration, claims }: ContentsProps) {
  return (
    <div className="draft-contents">
      <Lines lines={contentsOf(told(profile), declaration.name, declaration.version, claims, language)} />
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly ContentLine[] }) {
  return (
    <dl>
      {lines.map((line) => (
        <div key={line.path + line.label} className={'value' in line ? undefined : 'draft-nested'}>
          <dt>{line.label}</dt>
          <dd>{'value' in line ? line.value : <Lines lines={line.lines} />}</dd>
        </div>
      ))}
    </dl>
  );
}
