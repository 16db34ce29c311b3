/** What a command is, and what it is given. */
import type { ParseArgsOptionDescriptor } from 'node:util';
import type { Catalogue } from '../kernel/catalogue.ts';
import type { Crypto } from '../kernel/crypto.ts';
import type { Language, Text } from '../kernel/finding.ts';
import type { RefusalDetail } from '../kernel/refusal.ts';
import type { SchemaCompiler } from '../kernel/schema.ts';
import type { Connection } from './connection.ts';
import type { Exit, Failure } from './failure.ts';
import type { CliWord } from './words.ts';

/** What the process around the commands offers; the composition root fills it. */
export interface Host {
  readonly catalogue: Catalogue;
  readonly crypto: Crypto;
  readonly compile: SchemaCompiler;
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Bytes are a file's, for where stdout leads to one. */
  readonly out: (text: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  /** Characters in a line of the terminal that a person reads stdout on; absent where a program does. */
  readonly columns?: number;
  /** True when a person watches stderr. */
  readonly watched: boolean;
}

export interface Context extends Host {
  readonly language: Language;
  readonly json: boolean;
  readonly positionals: readonly string[];
  option(name: string): string | undefined;
  options(name: string): readonly string[];
  flag(name: string): boolean;
  /** Own sentence in the user's language. */
  say(word: CliWord, detail?: RefusalDetail): string;
  /** Folder of `SAMUR_DATA`. */
  readonly dataFolder: string;
  /** Prints a value as JSON. */
  print(value: unknown): void;
  readonly demonstrationNotice: string;
  /** Tells people that this is a demonstration, where it is one; with `--json` on stderr, apart from the answer. */
  notice(demonstration: boolean): void;
  connect(): Promise<Connection | Failure>;
}

export interface Command {
  readonly name: string;
  readonly summary: Text;
  /** Arguments after the name, as help shows them. */
  readonly usage: string;
  readonly examples: readonly string[];
  readonly options: Readonly<Record<string, ParseArgsOptionDescriptor & { readonly about: Text }>>;
  /** True when its reason codes are worth a list in its help. */
  readonly takesReasons?: true;
  /** Least and greatest number of positional arguments. */
  readonly takes: readonly [number, number];
  run(context: Context): Promise<Exit | Failure>;
}
