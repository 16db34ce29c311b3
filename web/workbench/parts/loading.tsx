import { Loader } from '@mantine/core';
import * as m from '../compiled/words/messages.js';

export function Loading() {
  return (
    <p className="loading" role="status">
      <Loader size="sm" aria-hidden="true" /> {m.parts_loading()}
    </p>
  );
}
