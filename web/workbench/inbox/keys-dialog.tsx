import { Kbd, Modal } from '@mantine/core';
import * as m from '../compiled/words/messages.js';

const keys: readonly (readonly [readonly string[], () => string])[] = [
  [['j', '↓'], m.inbox_key_next],
  [['k', '↑'], m.inbox_key_previous],
  [['Enter'], m.inbox_key_open],
  [['/'], m.inbox_key_search],
  [['1', '…', '6'], m.inbox_key_lane],
  [['Home', 'End', 'Page Up', 'Page Down'], m.inbox_key_far],
  [['Esc'], m.inbox_key_back],
  [['?'], m.inbox_key_keys],
];

export function KeysDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={m.inbox_keys()}
      closeButtonProps={{ 'aria-label': m.parts_close() }}
    >
      <dl className="inbox-keys">
        {keys.map(([signs, title]) => (
          <div key={signs[0]}>
            <dt>{signs.map((sign) => (sign === '…' ? '… ' : <Kbd key={sign}>{sign}</Kbd>))}</dt>
            <dd>{title()}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
