/** Answers bytes that are no HTTP request: there is no route, no reply and no language asked for, only a socket. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { refuse } from '../../kernel/refusal.ts';
import { problemText } from './problem.ts';

const statuses: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

export function answerNoRequest(demonstration: boolean): (error: ConnectionError, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const status = statuses[error.code] ?? 400;
    const body = problemText(refuse(status === 431 ? 'input.too-large' : 'input.bad-value'), 'en', demonstration, {
      status,
    });
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json; charset=utf-8',
      'content-language: en',
      'x-content-type-options: nosniff',
      ...(demonstration ? ['samur-demonstration: true'] : []),
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
    socket.destroySoon();
  };
}
