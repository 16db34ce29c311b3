/** The person, and the way out. */
import { Badge, Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../api/client.ts';
import { queryClient, useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';

export function AccountMenu() {
  const { person, unread } = useSession();
  const navigate = useNavigate();
  const signOut = async () => {
    await ask('/api/desk/session', { method: 'DELETE' });
    queryClient.clear();
    location.assign('/desk/sign-in');
  };
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          className="account"
          rightSection={unread > 0 && <Badge circle>{unread}</Badge>}
        >
          {person.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
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
