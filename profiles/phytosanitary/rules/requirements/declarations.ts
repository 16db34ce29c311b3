import type { Finding } from '../../../../kernel/finding.ts';
import type { Obligation } from '../../claims/requirement.ts';
import { type GrowerValue, growerKey, growerRegister } from '../../registers.ts';
import { growersNamed, sourcesAsked } from './admitted-growers.ts';
import { broken, type Consignment } from './consignment.ts';
import type { Asked } from './requirements-in-force.ts';
import { bearsMark, declares } from './wording.ts';

type Declaration = Extract<Obligation, { kind: 'declaration' }>;

const longest = 300;

/** One of the wordings stands in the declarations of the certificate or of each line. */
export function declarations(
  { wordings }: Declaration,
  { requirement, lines }: Asked,
  { claims }: Consignment,
): readonly Finding[] {
  return lines.flatMap(({ line, path }) => {
    const declared = [...(claims.declarations ?? []), ...(line.declarations ?? [])];
    if (declared.some(({ text }) => wordings.some((wording) => declares(text, wording.text)))) return [];
    const wording = wordings
      .map(({ text }) => text)
      .join(' / ')
      .slice(0, longest);
    return [broken('declaration-missing', `${path}/declarations`, requirement, { line: line.sequence, wording })];
  });
}

/** Packages bear a mark of each grower, or its id. */
export function growerMarks(
  { requirement, lines }: Asked,
  { claims, view, exporter }: Consignment,
): readonly Finding[] {
  return lines.flatMap((asked) => {
    const { line, path } = asked;
    const borne = [
      ...[...(claims.marks ?? []), ...(line.marks ?? [])].map(({ text }) => text),
      ...(line.packages ?? []).flatMap(({ marks }) => marks ?? []),
    ];
    const unmarked = new Set(
      sourcesAsked(asked)
        .map(({ source }) => source.member ?? source.grower)
        .filter((grower) => {
          const value = view.register(growerRegister, growerKey(exporter, grower)) as unknown as
            | GrowerValue
            | undefined;
          const known = [grower, ...(value?.marks ?? [])];
          return !borne.some((text) => known.some((mark) => bearsMark(text, mark)));
        }),
    );
    return [
      ...growersNamed(requirement, asked),
      ...[...unmarked].map((grower) =>
        broken('grower-mark-missing', `${path}/packages`, requirement, { line: line.sequence, grower }),
      ),
    ];
  });
}
