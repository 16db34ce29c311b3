import type { Command } from './command.ts';
import { ask } from './commands/ask.ts';
import { channels } from './commands/channels.ts';
import { check } from './commands/check.ts';
import { compare } from './commands/compare.ts';
import { answer, decide, withdraw } from './commands/decide.ts';
import { evidence } from './commands/evidence.ts';
import { issue } from './commands/issue.ts';
import { balance, ledger } from './commands/ledger.ts';
import { list } from './commands/list.ts';
import { print } from './commands/print.ts';
import { register } from './commands/register.ts';
import { selections } from './commands/selections.ts';
import { show } from './commands/show.ts';
import { signals } from './commands/signals.ts';
import { trust } from './commands/trust.ts';
import { verify } from './commands/verify.ts';
import { whatIf } from './commands/what-if.ts';

/** Every command, in the order of help. */
export const commands: readonly Command[] = [
  issue,
  check,
  whatIf,
  list,
  show,
  compare,
  decide,
  answer,
  withdraw,
  print,
  evidence,
  verify,
  selections,
  channels,
  register,
  ask,
  ledger,
  balance,
  signals,
  trust,
];
