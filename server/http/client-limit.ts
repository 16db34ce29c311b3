/**
 * How often one client may ask what costs a look-up: guessing 60 bits is hopeless at any rate, so this only keeps the
 * server free for others. Counted by address (IPv6 by /64) in memory; no address is logged or kept longer.
 */
import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { App } from './route.ts';

export const questionsAMinute = 30;

/** Addresses remembered at a time. */
const remembered = 10_000;

/** Undefined: go on. Else `request.too-many`, with the `seconds` to wait. */
export type ClientLimit = (request: FastifyRequest) => Promise<Refusal | undefined>;

/** Must come before the parts of the app that call `clientLimit`. */
export function countClients(app: App): void {
  app.register(rateLimit, { global: false, cache: remembered });
}

export function clientLimit(app: App, max = questionsAMinute): ClientLimit {
  const count = app.createRateLimit({ max, timeWindow: 60_000 });
  return async (request) => {
    // The package looks for nothing of the request but its address.
    const told = await count(request as unknown as Parameters<typeof count>[0]);
    return told.isAllowed || !told.isExceeded ? undefined : refuse('request.too-many', { seconds: told.ttlInSeconds });
  };
}
