import type { JsonObject } from '../kernel/canonical.ts';

/** Exit codes, stable for scripts. */
export const exit = { ok: 0, refused: 1, usage: 2, unreachable: 3 } as const;
export type Exit = (typeof exit)[keyof typeof exit];

/** Why a command did not do what was asked: a sentence that says what to do, in the language of the user. */
export class Failure {
  readonly exit: Exit;
  /** One line each; the first is the sentence. */
  readonly lines: readonly string[];
  /** What `--json` prints: the server's problem document. */
  readonly problem?: JsonObject;

  constructor(code: Exit, lines: readonly string[], problem?: JsonObject) {
    this.exit = code;
    this.lines = lines;
    if (problem) this.problem = problem;
  }
}
