/** Which role may do what, as the server asks it of every request. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { matrixQuery } from '../api/matrix.ts';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';

export function Roles() {
  const { roles, actions } = useSuspenseQuery(matrixQuery).data;
  return (
    <>
      <p>{m.administration_roles_read()}</p>
      <table className="administration-matrix">
        <caption className="hidden">{m.administration_roles()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.administration_action()}</th>
            {roles.map(({ name, title }) => (
              <th key={name} scope="col">
                {say(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actions.map(({ name, title, roles: may }) => (
            <tr key={name}>
              <th scope="row">{say(title)}</th>
              {roles.map((role) => (
                <td key={role.name} className={may.includes(role.name) ? 'may' : undefined}>
                  {may.includes(role.name) ? (
                    <span title={`${say(role.title)}: ${say(title)}`}>
                      <span aria-hidden="true">✓</span>
                      <span className="hidden">{m.administration_may()}</span>
                    </span>
                  ) : (
                    <span className="hidden">{m.administration_may_not()}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
