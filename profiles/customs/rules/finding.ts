import type { Finding, Severity } from '../../../kernel/finding.ts';
import type { RefusalDetail } from '../../../kernel/refusal.ts';
import type { RuleCode } from '../findings/index.ts';

export function finding(code: RuleCode, severity: Severity, path: string, detail?: RefusalDetail): Finding {
  return detail === undefined ? { code, severity, path } : { code, severity, path, detail };
}

/** One finding for every value that stands at its place once more, by what `name` makes of it. */
export function doubled<T>(
  list: readonly T[],
  name: (one: T) => string,
  found: (one: T, index: number) => Finding,
): readonly Finding[] {
  const seen = new Set<string>();
  return list.flatMap((one, index) => {
    const again = seen.has(name(one));
    seen.add(name(one));
    return again ? [found(one, index)] : [];
  });
}
