/** The person, and the way out. */
import { Badge, Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ask, Problem } from '../api/client.ts';
import { queryClient, useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { tellSignedOut } from './connection.ts';

export function AccountMenu() {
  const { person, unread } = useSession();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          className="account"
          rightSection={unread > 0 && <Unread count={unread} />}
        >
          {person.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => void navigate({ to: '/mine', hash: 'notices' })}
          rightSection={unread > 0 && <Unread count={unread} />}
        >
          {m.shell_notices()}
        </Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/mine' })}>{m.shell_mine()}</Menu.Item>
        <Menu.Item component="a" href="/verify" target="_blank">
          {m.shell_verify()}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{m.shell_sign_out()}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Unread({ count }: { readonly count: number }) {
  return (
    <Badge circle>
      <span className="hidden">{m.shell_notices()}: </span>
      {count}
    </Badge>
  );
}

/** Stays on the page, under the note of a lost connection, where the server could not be told. */
async function signOut(): Promise<void> {
  try {
    await ask('/api/desk/session', { method: 'DELETE' });
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.code !== 'access.no-session') return;
  }
  tellSignedOut();
  queryClient.clear();
  location.replace('/desk/sign-in');
}
