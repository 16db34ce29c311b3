/** What records and kinds of numbers are called on pages of dossiers. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useDeclarations } from '../api/profiles.ts';
import type { RecordLine } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import { kindsQuery } from './queries.ts';

export function useKindTitle(): (kind: string) => string {
  const { data } = useQuery(kindsQuery);
  return useCallback(
    (kind) => {
      const found = data?.find(({ name }) => name === kind);
      return found ? say(found.title) : kind === 'record' ? m.dossier_record_kind() : kind;
    },
    [data],
  );
}

type Named = Pick<RecordLine, 'profile' | 'type' | 'number'>;

/** Type and number. */
export function useRecordName(): (record: Named) => string {
  const declarations = useDeclarations();
  return useCallback(
    ({ profile, type, number }) => {
      const title = declarations.typeTitle(profile, type);
      return number === '' ? title : `${title} ${number}`;
    },
    [declarations],
  );
}
