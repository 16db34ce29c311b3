/** A program that is told of events by webhook: keeps every attempt, checks its signature, answers as it is told to. */
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Delivery {
  readonly id: string;
  readonly signed: boolean;
  readonly body: { readonly type: string; readonly data: Record<string, unknown> };
  readonly status: number;
}

export class HookReceiver {
  readonly deliveries: Delivery[] = [];
  /** HTTP status of its answers. */
  answers = 204;
  secret = '';
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      const body = (await request.toArray()).join('');
      const { 'webhook-id': id = '', 'webhook-timestamp': time = '', 'webhook-signature': signature } = request.headers;
      const key = Buffer.from(this.secret.slice('whsec_'.length), 'base64');
      const expected = `v1,${createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')}`;
      const status = this.answers;
      this.deliveries.push({ id: String(id), signed: signature === expected, body: JSON.parse(body), status });
      response.writeHead(status, status < 400 && status >= 300 ? { location: '/elsewhere' } : {}).end();
    });
  }

  get taken(): readonly Delivery[] {
    return this.deliveries.filter(({ status }) => status < 300);
  }

  async open(): Promise<string> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/samur`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(() => closed()));
  }
}
