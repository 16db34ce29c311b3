/** What is one's own: data, passkeys, sessions, notices. */
import './mine.css';
import { useRoleTitle } from '../api/people.ts';
import { useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import { Notices } from './notices.tsx';
import { Passkeys } from './passkeys.tsx';
import { ProfileForm } from './profile-form.tsx';
import { Sessions } from './sessions.tsx';

export function MinePage() {
  const { person, institution } = useSession();
  const roleTitle = useRoleTitle();
  return (
    <div className="mine">
      <title>{`${m.sign_in_mine()} · Samur`}</title>
      <h1>{m.sign_in_mine()}</h1>
      <p className="mine-who">
        {person.roles.map(roleTitle).join(', ')} · {say(institution.names)}
      </p>
      <Notices />
      <ProfileForm />
      <Passkeys />
      <Sessions />
    </div>
  );
}
