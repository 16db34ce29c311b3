/** What is new, as server-sent events (HTML Living Standard, 9.2). */
import type { ServerResponse } from 'node:http';
import { Type } from 'typebox';
import { refuse } from '../../kernel/refusal.ts';
import type { ChangeEvent, InstitutionService } from '../institution/service.ts';
import { callerOf } from './access.ts';
import { problems, text } from './describe.ts';
import { sendProblem } from './problem.ts';
import type { App } from './route.ts';
import { NoQuery } from './schemas.ts';

const heartbeatMs = 15_000;
/** Bytes that wait for a slow client before its events are read no further. */
const bufferLimit = 256 * 1024;
/** A client that takes nothing for this long is gone. */
const stalledMs = 60_000;
const maxStreams = 500;
/** Of one person or token, so that nobody takes them all. */
const maxOfOne = 50;

const LastEventId = Type.Object({
  'last-event-id': Type.Optional(
    Type.String({ pattern: '^\\d{1,15}$', description: 'Goes on after this event; only new events when left out.' }),
  ),
});

export function eventRoutes(app: App): void {
  /** With whose they are. */
  const streams = new Map<EventStream, string>();

  app.get(
    '/api/events',
    {
      config: { access: 'read', action: 'records.read' },
      exposeHeadRoute: false,
      schema: {
        operationId: 'followEvents',
        summary: 'What is new, as server-sent events',
        description: 'Data: `{seq, kind, id, state}`. A comment comes every 15 seconds.',
        tags: ['records'],
        querystring: NoQuery,
        headers: LastEventId,
        response: { 200: text('An open stream.', 'text/event-stream'), ...problems(400, 401, 403, 429) },
      },
    },
    (request, reply) => {
      const { service, tokenDigest: holder } = callerOf(request);
      const own = streams.values().filter((one) => one === holder);
      if (streams.size >= maxStreams || own.toArray().length >= maxOfOne)
        return void sendProblem(reply, refuse('request.too-many'));
      const last = request.headers['last-event-id'];
      reply.header('content-type', 'text/event-stream').hijack();
      reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>);
      reply.raw.write(': open\n\n');
      const session = request.deskCaller;
      const stream = new EventStream(reply.raw, service, {
        isAllowed: async () => session === null || session.desk.sessions.isOpen(session.session),
        onClose: () => {
          streams.delete(stream);
          forget?.();
        },
      });
      streams.set(stream, holder);
      const forget = session?.desk.sessions.onEnd(session.session, () => stream.close());
      stream.follow(typeof last === 'string' ? Number(last) : 'now');
    },
  );

  app.addHook('preClose', (done) => {
    for (const stream of streams.keys()) stream.close();
    done();
  });
}

interface StreamLife {
  /** Asked again and again: a session may run out while its stream is open. */
  readonly isAllowed: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** While the client's buffer is full it listens to nothing; what it missed is read again from the institution. */
class EventStream {
  readonly #response: ServerResponse;
  readonly #service: InstitutionService;
  readonly #life: StreamLife;
  readonly #heartbeat: NodeJS.Timeout;
  #stalled: NodeJS.Timeout | undefined;
  #stop: (() => void) | undefined;
  #closed = false;

  constructor(response: ServerResponse, service: InstitutionService, life: StreamLife) {
    this.#response = response;
    this.#service = service;
    this.#life = life;
    this.#heartbeat = setInterval(() => void this.#beat(), heartbeatMs);
    response.on('close', () => {
      this.close();
      life.onClose();
    });
    response.on('error', () => response.destroy());
  }

  follow(since: number | 'now'): void {
    let full = false;
    const stop = this.#service.listen(since, (event) => {
      if (full || this.#closed) return;
      full = !this.#tell(event);
      if (full) this.#pause(event.seq);
    });
    // The institution may have told earlier events before it returned.
    if (full || this.#closed) stop();
    else this.#stop = stop;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#heartbeat);
    clearTimeout(this.#stalled);
    this.#stop?.();
    this.#response.end();
  }

  /** False when the client should be given time first. */
  #tell(event: ChangeEvent): boolean {
    this.#response.write(`id: ${event.seq}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
    return this.#response.writableLength < bufferLimit;
  }

  #pause(last: number): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#stalled = setTimeout(() => this.#response.destroy(), stalledMs);
    this.#response.once('drain', () => {
      clearTimeout(this.#stalled);
      if (!this.#closed) this.follow(last);
    });
  }

  async #beat(): Promise<void> {
    // An answer that fails is no permission.
    if (!(await this.#life.isAllowed().catch(() => false))) return this.close();
    if (!this.#closed && this.#response.writableLength < bufferLimit) this.#response.write(': alive\n\n');
  }
}
