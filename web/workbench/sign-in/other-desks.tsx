/** All institutions of a demonstration run on this very computer: their desks, to see what arrives there. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { useInstitutions } from '../api/institutions.ts';
import { entryQuery } from '../api/people.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { localDesk } from './local-desk.ts';

export function OtherDesks() {
  const here = new Set(useSuspenseQuery(entryQuery).data.institutions.map(({ id }) => id));
  const others = [...useInstitutions().values()].flatMap(({ id, names, domain }) => {
    const address = here.has(id) ? undefined : localDesk(domain, language);
    return address === undefined ? [] : [{ id, names, address }];
  });
  if (others.length === 0) return null;
  return (
    <>
      <h3>{m.sign_in_others()}</h3>
      <ul>
        {others.map(({ id, names, address }) => (
          <li key={id}>
            <a href={address}>{say(names)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
