import type { LoadedQuestion } from '../../kernel/catalogue.ts';
import type { Command, Context } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { fullPath } from '../keyed.ts';
import { localTime, pairs, printable, shortId, table } from '../text-output.ts';
import type { Answered } from '../wire.ts';

export const ask: Command = {
  name: 'ask',
  summary: {
    az: 'Reyestrlərə sual: müəyyən gün nə qüvvədə idi və kim nəyi nə vaxt bilirdi',
    ru: 'Вопрос к реестрам: что действовало на день, кто что и когда знал',
    en: 'A question to the registers: what held on a day, and who knew what when',
  },
  usage: '[QUESTION on=DAY NAME=VALUE…]',
  examples: [
    'samur ask',
    'samur ask admitted on=2026-11-14 importer=ru.fsvps exporter=az.afsa grower=AZ-TM-100 product=LYPES --as ru.fsvps',
  ],
  options: {},
  takes: [0, 33],
  async run(context) {
    const [named, ...given] = context.positionals;
    if (named === undefined) return listQuestions(context);
    const name = fullPath(context, 'questions', named);
    if (name instanceof Failure) return name;
    const question = context.catalogue.question(name);
    if (!question) throw new Error(`${name} is not loaded`);
    const parameters = parametersIn(context, question, given);
    if (parameters instanceof Failure) return parameters;
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const answered = await connection.json<Answered>(`/api/questions/${name}?${parameters}`);
    if (answered instanceof Failure) return answered;
    context.notice(connection.demonstration);
    if (context.json) context.print(answered);
    else context.out(answerText(context, answered));
    return exit.ok;
  },
};

/** Names are checked here, values by the server, which has the schemas in force there. */
function parametersIn(
  context: Context,
  { declaration }: LoadedQuestion,
  given: readonly string[],
): URLSearchParams | Failure {
  const { say } = context;
  const known = ['on', ...Object.keys(declaration.parameters)];
  const parameters = new URLSearchParams();
  for (const one of given) {
    const at = one.indexOf('=');
    const name = at < 0 ? one : one.slice(0, at);
    const value = at < 0 ? '' : one.slice(at + 1);
    if (!known.includes(name))
      return new Failure(exit.usage, [say('unknown-name', { name: name.slice(0, 60), names: known.join(', ') })]);
    const faulty = value === '' || parameters.has(name) || (name === 'on' && !/^\d{4}-\d\d-\d\d(T.*)?$/.test(value));
    if (faulty) return new Failure(exit.usage, [say('bad-option', { name, value: one.slice(0, 100), command: 'ask' })]);
    parameters.set(name, value);
  }
  const required = ['on', ...known.filter((name) => declaration.parameters[name]?.required)];
  const missing = required.filter((name) => !parameters.has(name));
  if (missing.length > 0) return new Failure(exit.usage, [say('ask-missing', { names: missing.join(', ') })]);
  return parameters;
}

/** From what is loaded here: no server is asked. */
function listQuestions(context: Context): typeof exit.ok {
  const { catalogue, language, say } = context;
  const items = catalogue.profiles.flatMap(({ name: profile, questions = {} }) =>
    Object.entries(questions).map(([name, question]) => ({ profile, name, question })),
  );
  if (context.json) {
    const shown = items.map(({ profile, name, question: { title, parameters } }) => ({
      profile,
      name,
      title: title[language],
      parameters: Object.entries(parameters).map(([parameter, { title, required = false }]) => ({
        name: parameter,
        title: title[language],
        required,
      })),
    }));
    context.print({ items: shown });
  } else {
    const texts = items.map(({ profile, name, question: { title, parameters } }) => {
      const rows = Object.entries(parameters).map(([parameter, { title, required }]): [string, string] => [
        `${parameter}=…`,
        required ? title[language] : `${title[language]} (${say('optional')})`,
      ]);
      return `${name}  ${title[language]}  [${profile}/${name}]\n${pairs([['on=…', say('ask-on')], ...rows], '  ')}`;
    });
    context.out(texts.length === 0 ? `${say('nothing')}\n` : texts.join('\n'));
  }
  return exit.ok;
}

function answerText(context: Context, { at, complete, answer }: Answered): string {
  const { catalogue, language, say } = context;
  const head = (['register', 'key', 'record', 'stated', 'effect', 'known'] as const).map((word) => say(word));
  const rows = answer.rests.flatMap(({ register, key, statements, on }) => {
    const place = [catalogue.register(register)?.title[language] ?? register, key.join(' / ')];
    if (statements.length === 0) return [[...place, '', '', say('nothing-in-force'), '']];
    return statements.map(({ record, time, effective, known }) => [
      ...place,
      shortId(record),
      localTime(time),
      record === on?.inForce ? say('latest-then') : say(effective ? 'counts' : 'counts-not'),
      known.map((one) => `${one.institution} ${localTime(one.time)}`).join(', '),
    ]);
  });
  const notice = complete ? '' : `${say('ask-incomplete')}\n`;
  return `${say('as-of', { time: localTime(at) })}\n${printable(answer.text)} [${answer.code}]\n${notice}\n${table(head, rows, context.columns)}`;
}
