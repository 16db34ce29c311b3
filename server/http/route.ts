/** How routes are typed: schemas are TypeBox, so one source gives the check, the type and the documentation. */
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { RefusalCode } from '../../kernel/refusal.ts';
import type { Action } from '../desk/roles.ts';
import type { Access, Caller, DeskCaller } from './access.ts';

interface TypeBoxProvider extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A route that does not say is closed to everybody. */
    access?: Access;
    /** What a person needs who calls it by session; closed to people when left out. Beside `access`, or instead. */
    action?: Action;
  }
  interface FastifyRequest {
    /** Set on every route that asks for a right. */
    caller: Caller | null;
    /** Set when somebody with a session calls, also where the role does not allow it. */
    deskCaller: DeskCaller | null;
    /** Code of the problem that it was answered with. */
    refused: RefusalCode | null;
    /** The JSON body as received, while an Idempotency-Key makes it worth keeping. */
    bodyBytes: Uint8Array | null;
  }
  interface FastifyInstance {
    readonly demonstration: boolean;
  }
}
