/** What profiles answer of their registers as they stood: one answer on both sides, with what it rests on. */
import { Type } from 'typebox';
import type { Catalogue } from '../../kernel/catalogue.ts';
import { languages, type Text } from '../../kernel/finding.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { parseAsOf } from '../../kernel/state/history.ts';
import { fill } from '../../kernel/words.ts';
import { Rejected } from '../institution/service.ts';
import { callerOf } from './access.ts';
import { json, problems } from './describe.ts';
import { type FindingWords, leadingRefusal } from './finding-words.ts';
import { languageOf, sendProblem } from './problem.ts';
import type { App } from './route.ts';
import { Name, NoQuery, QuestionParameters } from './schemas.ts';

export function questionRoutes(app: App, catalogue: Catalogue, words: FindingWords): void {
  const items = questionsOf(catalogue);
  app.get(
    '/api/questions',
    {
      config: { access: 'read', action: 'registers.read' },
      schema: {
        operationId: 'listQuestions',
        summary: 'What can be asked of the registers, with its parameters and answers',
        tags: ['registers and ledgers'],
        querystring: NoQuery,
        response: { 200: json('All questions.', 'Questions'), ...problems(400, 401, 403) },
      },
    },
    (_request, reply) => reply.send({ items }),
  );

  app.get(
    '/api/questions/:profile/:question',
    {
      config: { access: 'read', action: 'registers.read' },
      schema: {
        operationId: 'askQuestion',
        summary: 'The answer as of a day or an instant, with the statements it rests on and who knew them when',
        description:
          'What was stated later never changes it. Institutions that hold all it rests on give the same answer once they are caught up; `complete` is false at others.',
        tags: ['registers and ledgers'],
        params: Type.Object({ profile: Name, question: Name }),
        querystring: QuestionParameters,
        response: { 200: json('The answer.', 'QuestionAnswer'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { profile, question } = request.params;
      const { on, ...parameters } = request.query;
      const at = parseAsOf(on);
      if (at === undefined) return sendProblem(reply, refuse('input.bad-value', { name: 'on' }, '/query/on'));
      const { service } = callerOf(request);
      const answered = await service.ask(`${profile}/${question}`, parameters, at);
      if (answered instanceof Refusal) return sendProblem(reply, answered);
      const language = languageOf(reply);
      if (answered instanceof Rejected) {
        const findings = answered.findings.map((finding) => ({ ...finding, path: `/query${finding.path}` }));
        return sendProblem(reply, leadingRefusal(findings), { findings: words(profile, findings, language) });
      }
      const { code, detail, rests } = answered.answer;
      const sentence = catalogue.question(answered.question)?.declaration.answers[code];
      if (!sentence) throw new Error(`${answered.question} has no answer ${code}`);
      const texts = Object.fromEntries(languages.map((one) => [one, fill(sentence[one], detail)])) as Text;
      return {
        ...answered,
        answer: { code, text: texts[language], texts, detail, rests },
        demonstration: service.demonstration,
      };
    },
  );
}

function questionsOf(catalogue: Catalogue): readonly object[] {
  return catalogue.profiles.flatMap(({ name: profile, questions = {} }) =>
    Object.entries(questions).map(([name, { title, parameters, answers }]) => ({
      profile,
      name,
      title,
      parameters: Object.entries(parameters).map(([parameter, { title, schema, required = false }]) => ({
        name: parameter,
        title,
        required,
        schema,
      })),
      answers,
    })),
  );
}
