/** Composition root of the worker that verifies: brings together kernel, profiles and browser, off the page's thread. */
import { portableCrypto } from '../../../kernel/crypto-portable.ts';
import { profiles } from '../../../profiles/index.ts';
import type { Question } from './verified.ts';
import { verifyEvidence } from './verify-evidence.ts';

addEventListener('message', (event: MessageEvent<Question>) => {
  // What is thrown is told by the worker's error event.
  void verifyEvidence(event.data, profiles, portableCrypto).then((answer) => postMessage(answer));
});
