/** What officers write on an application's record: kept by the server, for whoever examines it next. */
import { useEffect } from 'react';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { queryClient } from '../api/queries.ts';
import type { Autosave } from '../draft/saving/autosave.ts';
import { useAutosave } from '../draft/saving/use-autosave.ts';
import { type Application, applicationKey, showApplication, writeOfficeClaims } from './requests.ts';

/** The page that asks is keyed by the application and its edition: upon each the server says where to begin. */
export function useOfficeClaims(person: string, application: Application): Autosave<JsonObject> {
  const { id, edition } = application;
  const file = useAutosave<JsonObject>({
    name: `${person}.${id}.office.${edition}`,
    ...statedOn(application),
    save: async (revision, claims) => {
      const now = await writeOfficeClaims({ id, edition }, revision, claims);
      queryClient.setQueryData(applicationKey(id), now);
      return statedOn(now);
    },
    load: async () => statedOn(await showApplication(id)),
  });
  // Written by a colleague meanwhile: nothing here is lost by showing it.
  useEffect(() => {
    const { revision, contents } = statedOn(application);
    if (application.turn === undefined) file.close();
    else if (file.state === 'saved' && revision > file.revision) file.takeOther(revision, contents);
  }, [file, application]);
  return file;
}

function statedOn({ office, contents }: Application) {
  return { revision: office?.revision ?? 0, contents: office?.claims ?? contents.claims };
}
