/** Records with findings that are signals, for a person to look at. */
import { callerOf } from './access.ts';
import { json, problems } from './describe.ts';
import type { FindingWords } from './finding-words.ts';
import { languageOf } from './problem.ts';
import type { App } from './route.ts';
import { SignalParameters } from './schemas.ts';

export function signalRoutes(app: App, words: FindingWords): void {
  app.get(
    '/api/signals',
    {
      config: { access: 'read', action: 'records.read' },
      schema: {
        operationId: 'listSignals',
        summary: 'Records with signals, newest first',
        description:
          'A signal is a finding with its figures that a person should look at. It refuses nothing and changes nothing.',
        tags: ['records'],
        querystring: SignalParameters,
        response: { 200: json('One page.', 'SignalPage'), ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const { limit = '50', ...rest } = request.query;
      const { items, ...page } = await callerOf(request).service.signals({ ...rest, limit: Number(limit) });
      const language = languageOf(reply);
      const worded = items.map((item) => ({ ...item, findings: words(item.profile, item.findings, language) }));
      return { ...page, items: worded };
    },
  );
}
