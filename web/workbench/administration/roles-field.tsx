/** Roles to be ticked, with what they are called. */
import { Checkbox } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { matrixQuery } from '../api/matrix.ts';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';

interface RolesFieldProps {
  readonly value: readonly string[];
  readonly set: (roles: string[]) => void;
  readonly error?: string | false;
}

export function RolesField({ value, set, error }: RolesFieldProps) {
  const { roles } = useSuspenseQuery(matrixQuery).data;
  return (
    <Checkbox.Group label={m.sign_in_roles()} value={[...value]} onChange={set} error={error}>
      <div className="administration-roles">
        {roles.map(({ name, title }) => (
          <Checkbox key={name} value={name} label={say(title)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
