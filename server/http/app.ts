/** One server's HTTP side, put together. */
import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { guardRoutes } from './access.ts';
import { annexRoutes } from './annexes.ts';
import { checkRoutes } from './check.ts';
import { clientLimit, countClients } from './client-limit.ts';
import { comparisonRoutes } from './comparison.ts';
import { deskRoutes } from './desk/routes.ts';
import { noteActs } from './desk/trail-hook.ts';
import { describeApi, docsRoutes } from './docs.ts';
import { documents } from './documents.ts';
import { guardEdge } from './edge.ts';
import { eventRoutes } from './events.ts';
import { examplesOf } from './examples.ts';
import { exchangeRoutes } from './exchange.ts';
import { answerBadUrl, answerFaults } from './faults.ts';
import { findingWords } from './finding-words.ts';
import { closeGracefully } from './graceful-close.ts';
import { healthRoutes, measureRequests } from './health.ts';
import { institutionRoutes } from './institution.ts';
import { issuingRoutes } from './issuing.ts';
import { ledgerRoutes } from './ledgers.ts';
import { otherMethods } from './methods.ts';
import { answerNoRequest } from './no-request.ts';
import { type AppOptions, bodyLimits } from './options.ts';
import { pageRoutes, sendMissingPage } from './pages/pages.ts';
import { paperPrinter, paperRoutes } from './papers.ts';
import { publicRoutes } from './public.ts';
import { questionRoutes } from './questions.ts';
import { recordRoutes } from './records.ts';
import type { App } from './route.ts';
import { signalRoutes } from './signals.ts';
import { whatIfRoutes } from './what-if.ts';

export type { AppOptions } from './options.ts';

const requestTimeoutMs = 60_000;

export function createApp(options: AppOptions): FastifyInstance {
  const limits = options.bodyLimit ?? bodyLimits;
  const app: App = Fastify({
    loggerInstance: options.logger,
    // Lines for refused requests alone, by `measureRequests`.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestNumbers(),
    // One logger for all: a child for each request costs more than the rest of the routing.
    childLoggerFactory: (logger) => logger,
    bodyLimit: limits.json,
    requestTimeout: requestTimeoutMs,
    frameworkErrors: answerBadUrl,
    clientErrorHandler: answerNoRequest(options.demonstration),
    trustProxy: options.proxies === undefined ? false : [...options.proxies],
    routerOptions: { maxParamLength: 400 },
    // Fastify's own settings would turn "7" into 7 and drop unknown members in silence.
    ajv: {
      customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false, strict: true, useDefaults: false },
    },
  }).withTypeProvider();
  // Answers are what the institution gives; their schemas document and never filter.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.decorate('demonstration', options.demonstration);
  app.decorateRequest('bodyBytes', null);
  app.decorateRequest('refused', null);
  const answerOtherMethods = otherMethods(app);
  measureRequests(app, options);
  answerFaults(app, sendMissingPage(options));
  closeGracefully(app);
  guardEdge(app, options);
  guardRoutes(app, options);
  noteActs(app);

  const words = findingWords(options.catalogue);
  const reading = documents(options.catalogue);
  const print = paperPrinter(app, options, reading);
  // Order counts: the description before what it describes, other methods after all routes.
  describeApi(app, options.demonstration);
  countClients(app);
  const part = (add: (part: App) => void, within: App = app): void => {
    within.register((encapsulated: App, _options, done) => {
      add(encapsulated);
      done();
    });
  };
  part((api) => {
    issuingRoutes(api, {
      desks: options.desks,
      words,
      documents: reading,
      limits,
      examples: examplesOf(options.catalogue),
    });
    recordRoutes(api, words, reading);
    comparisonRoutes(api, words, reading);
    paperRoutes(api, print);
    signalRoutes(api, words);
  });
  part((api) => whatIfRoutes(api, words, limits.json));
  part((api) => annexRoutes(api, limits.large));
  part(ledgerRoutes);
  part((api) => questionRoutes(api, options.catalogue, words));
  part(eventRoutes);
  part((api) => institutionRoutes(api, options));
  deskRoutes(part, options, { words, documents: reading, print });
  part((api) => publicRoutes(api, options));
  part((api) => exchangeRoutes(api, options, limits.large));
  part((api) => healthRoutes(api, options));
  part((api) => {
    // One count for both forms of the same question.
    const limit = clientLimit(api);
    part((inner) => checkRoutes(inner, options, limit), api);
    part((inner) => pageRoutes(inner, options, limit), api);
  });
  part(docsRoutes);
  part(answerOtherMethods);
  return app as unknown as FastifyInstance;
}

/** Unique over restarts, so that a number told to a caller is found in the log. */
function requestNumbers(): () => string {
  const start = randomBytes(5).toString('hex');
  let count = 0;
  return () => `${start}-${(++count).toString(36)}`;
}
