/** Runs one command line and answers with the exit code; the process around it is the composition root's. */
import type { Command, Host } from './command.ts';
import { commands as ownCommands } from './commands.ts';
import { contextOf, earlyLanguage } from './context.ts';
import { type Exit, exit, Failure } from './failure.ts';
import { commandHelp, overview } from './help.ts';
import { printable } from './text-output.ts';
import { say } from './words.ts';

/** `extra` are commands that need more than the kernel, given by the composition root. */
export async function run(args: readonly string[], host: Host, extra: readonly Command[] = []): Promise<Exit> {
  const commands = [...ownCommands, ...extra];
  const language = earlyLanguage(args, host.env);
  const [name, ...rest] = args;
  const find = (wanted: string | undefined) => commands.find((command) => command.name === wanted);
  const unknown = (wanted: string) =>
    fail(new Failure(exit.usage, [say('unknown-command', language, { name: wanted.slice(0, 60) })]), host, args);
  if (name === '--version') {
    host.out(`samur ${host.version}\n`);
    return exit.ok;
  }
  if (name === undefined || name === 'help' || name === '--help' || name === '--lang' || name.startsWith('--lang=')) {
    const topic =
      name === 'help' ? rest.find((arg, at) => !arg.startsWith('-') && rest[at - 1] !== '--lang') : undefined;
    const command = find(topic);
    if (topic !== undefined && !command) return unknown(topic);
    const text = command ? commandHelp(command, host.catalogue, language) : overview(commands, language);
    if (name === undefined) host.err(text);
    else host.out(text);
    return name === undefined ? exit.usage : exit.ok;
  }
  const command = find(name);
  if (!command) return unknown(name);
  const context = contextOf(command, rest, host);
  if (context instanceof Failure) return fail(context, host, args);
  if (context.flag('help')) {
    host.out(commandHelp(command, host.catalogue, context.language));
    return exit.ok;
  }
  const result = await command.run(context);
  return result instanceof Failure ? fail(result, host, args) : result;
}

function fail(failure: Failure, host: Host, args: readonly string[]): Exit {
  if (failure.problem && args.includes('--json')) host.out(`${JSON.stringify(failure.problem, null, 2)}\n`);
  host.err(failure.lines.map((line) => `${printable(line)}\n`).join(''));
  return failure.exit;
}
