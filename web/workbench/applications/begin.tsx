/** What may be applied for; and one's earlier applications to begin from. */
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import { queryClient } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { blankGroup } from '../draft/form/blanks.ts';
import { fieldOf } from '../draft/form/schema-fields.ts';
import { titleOf } from '../draft/title-of.ts';
import { language, say } from '../language.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { applicationsKey, applicationTypes, beginApplication } from './requests.ts';

interface Beginning {
  readonly profile: string;
  readonly type: string;
  /** Of an earlier application. */
  readonly claims?: JsonObject;
}

/** Begins an application and goes to it. */
export function useBeginApplication() {
  const navigate = useNavigate();
  const declarations = useDeclarations();
  return useMutation({
    mutationFn: ({ profile, type, claims }: Beginning) => {
      const declaration = declarations.type(profile, type);
      const schema = declaration?.schemas[declaration.version];
      const field = schema && fieldOf(schema);
      const full = claims ?? (field?.kind === 'group' ? blankGroup(field, language) : {});
      const naming = declarations.profile(profile) ?? {};
      return beginApplication(profile, type, {
        claims: full,
        title: declaration ? titleOf(declaration, naming, full) : '',
      });
    },
    onSuccess: async ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: applicationsKey });
      await navigate({ to: '/applications/$id', params: { id } });
    },
  });
}

export function BeginApplication() {
  const { data } = useQuery({ queryKey: ['application-types'], queryFn: applicationTypes, staleTime: 600_000 });
  const begin = useBeginApplication();
  const nameOf = useInstitutionName();
  return (
    <section className="application-begin" aria-labelledby="application-begin">
      <h2 id="application-begin">{m.applications_apply()}</h2>
      <ul>
        {data?.map(({ profile, type, title, to }) => (
          <li key={`${profile}/${type}`}>
            <Button
              variant="default"
              loading={begin.isPending && begin.variables.type === type}
              onClick={() => begin.mutate({ profile, type })}
            >
              {say(title)}
            </Button>
            {to.length > 0 && <small>{m.applications_goes_to({ names: to.map(nameOf).join(', ') })}</small>}
          </li>
        ))}
      </ul>
      {data?.length === 0 && <p className="draft-quiet">{m.applications_no_types()}</p>}
      {begin.isError && <ProblemNote fault={begin.error} />}
    </section>
  );
}
