import type { Catalogue } from '../kernel/catalogue.ts';
import type { Language } from '../kernel/finding.ts';
import type { Command } from './command.ts';
import { everywhere } from './context.ts';
import { pairs } from './text-output.ts';
import { say } from './words.ts';

export function overview(commands: readonly Command[], language: Language): string {
  const names = commands.map(({ name, summary }) => [name, summary[language]] as const);
  return [
    `${say('tagline', language)}\n`,
    `\n${say('usage', language)}\n  samur COMMAND [OPTIONS]\n  samur help COMMAND\n  samur --version\n`,
    `\n${say('commands', language)}\n${pairs(names, '  ')}`,
    `\n${say('everywhere', language)}\n${optionLines(everywhere, language)}`,
    `\n${say('examples', language)}\n${commands
      .slice(0, 3)
      .map(({ examples }) => `  ${examples[0]}\n`)
      .join('')}`,
    `\n${say('exit-codes', language)}\n  ${say('exit-meaning', language)}\n`,
  ].join('');
}

export function commandHelp(command: Command, catalogue: Catalogue, language: Language): string {
  const reasons = catalogue.profiles.flatMap((profile) => Object.entries(profile.reasons));
  const own = Object.keys(command.options).length > 0;
  return [
    `${command.summary[language]}\n`,
    `\n${say('usage', language)}\n  samur ${command.name} ${command.usage}`.trimEnd(),
    '\n',
    own ? `\n${say('options', language)}\n${optionLines(command.options, language)}` : '',
    command.takesReasons && reasons.length > 0
      ? `\n${say('reasons', language)}\n${pairs(
          reasons.map(([code, text]) => [code, text[language]]),
          '  ',
        )}`
      : '',
    `\n${say('everywhere', language)}\n${optionLines(everywhere, language)}`,
    `\n${say('examples', language)}\n${command.examples.map((example) => `  ${example}\n`).join('')}`,
    `\n${say('exit-codes', language)}\n  ${say('exit-meaning', language)}\n`,
  ].join('');
}

function optionLines(options: Command['options'], language: Language): string {
  const rows = Object.entries(options).map(
    ([name, { type, about }]) => [`--${name}${type === 'string' ? ' …' : ''}`, about[language]] as const,
  );
  return pairs(rows, '  ');
}
