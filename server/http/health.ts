/** For those who run the server: is it alive, is it ready, how does it do. */
import { Histogram } from 'prom-client';
import { refuse } from '../../kernel/refusal.ts';
import type { InstitutionService } from '../institution/service.ts';
import { media, problems, text } from './describe.ts';
import type { AppOptions } from './options.ts';
import { sendProblem } from './problem.ts';
import type { App } from './route.ts';
import { NoQuery } from './schemas.ts';

const answerWithinMs = 2_000;
const status = { type: 'object', properties: { status: { const: 'ok' } }, required: ['status'] };

export function healthRoutes(app: App, { institutions, ready, metrics }: AppOptions): void {
  const config = { access: 'public' } as const;
  app.get(
    '/healthz',
    {
      config,
      schema: {
        operationId: 'alive',
        summary: 'The process is alive',
        tags: ['server'],
        querystring: NoQuery,
        response: { 200: media('Alive.', 'application/json', status), ...problems(400) },
      },
    },
    (_request, reply) => reply.send({ status: 'ok' }),
  );

  app.get(
    '/readyz',
    {
      config,
      schema: {
        operationId: 'ready',
        summary: 'Every institution answers',
        tags: ['server'],
        querystring: NoQuery,
        response: { 200: media('Ready.', 'application/json', status), ...problems(400, 503) },
      },
    },
    async (request, reply) => {
      const answers = ready() ? await Promise.allSettled([...institutions.values()].map(answersInTime)) : [];
      for (const answer of answers)
        if (answer.status === 'rejected') request.log.warn({ err: answer.reason }, 'institution does not answer');
      const good = answers.length > 0 && answers.every((answer) => answer.status === 'fulfilled');
      return good ? { status: 'ok' } : sendProblem(reply, refuse('server.unavailable'));
    },
  );

  app.get(
    '/metrics',
    {
      config,
      schema: {
        operationId: 'metrics',
        summary: 'Figures for Prometheus',
        tags: ['server'],
        querystring: NoQuery,
        response: { 200: text('Prometheus text format.', 'text/plain'), ...problems(400) },
      },
    },
    async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}

async function answersInTime(service: InstitutionService): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${service.id} did not answer in ${answerWithinMs} ms`)), answerWithinMs);
  });
  try {
    await Promise.race([service.list({ limit: 1 }), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Durations for every request; log lines only for those that were refused or failed. */
export function measureRequests(app: App, { metrics }: AppOptions): void {
  const duration = new Histogram({
    name: 'samur_http_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
    const seconds = reply.elapsedTime / 1000;
    duration.observe({ method, route, status: reply.statusCode }, seconds);
    // Never the address itself: searches and names stand in it.
    const told = { request: request.id, method, route, status: reply.statusCode, seconds };
    if (reply.statusCode >= 400) request.log.info(told, 'request refused');
    else request.log.debug(told, 'request answered');
    done();
  });
}
