import { Badge } from '@mantine/core';
import { useDeclarations } from '../api/profiles.ts';
import type { RecordLine, Severity } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';

/** The state in the profile's words. Colour says nothing that the word does not. */
export function StateBadge({ record }: { readonly record: Pick<RecordLine, 'profile' | 'type' | 'state'> }) {
  const { profile, type, state } = record;
  return (
    <Badge variant="default" radius="sm" className="state" data-state={state}>
      {useDeclarations().stateTitle(profile, type, state)}
    </Badge>
  );
}

const severityWords: Readonly<Record<Severity, () => string>> = {
  refuse: m.parts_refuse,
  warn: m.parts_warn,
  inform: m.parts_inform,
};

export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  return <span className={`severity ${severity}`}>{severityWords[severity]()}</span>;
}
