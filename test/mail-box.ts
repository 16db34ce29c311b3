/** A mail server on loopback that keeps what it takes, and refuses while told to. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Letter {
  readonly to: readonly string[];
  readonly raw: string;
}

export class MailBox {
  readonly letters: Letter[] = [];
  refuses = false;
  refused = 0;
  readonly #server: SMTPServer;

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, taken) => {
        void stream.toArray().then((chunks: Buffer[]) => {
          if (this.refuses) {
            this.refused++;
            return taken(Object.assign(new Error('come again later'), { responseCode: 451 }));
          }
          const to = session.envelope.rcptTo.map(({ address }) => address);
          this.letters.push({ to, raw: Buffer.concat(chunks).toString('utf8') });
          taken();
        });
      },
    });
  }

  async open(): Promise<number> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return (this.#server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((closed) => this.#server.close(() => closed()));
  }
}

/** Subject and text of a letter, decoded. */
export function readLetter({ raw }: Letter): { readonly subject: string; readonly text: string } {
  const split = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, split).replaceAll(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const encoded = header('Content-Transfer-Encoding');
  const body = raw.slice(split + 4);
  const text = encoded === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : decodeQuoted(body);
  return { subject: decodeWords(header('Subject')), text };
}

function decodeQuoted(text: string): string {
  const plain = text.replaceAll('=\r\n', '');
  return Buffer.from(
    plain.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}

/** RFC 2047. */
function decodeWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuoted(word.replaceAll('_', ' ')),
    );
}
