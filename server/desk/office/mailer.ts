/** Mail by any SMTP server. Nothing but plain text: no pictures, no files, no addresses to fetch from. */
import { readFile } from 'node:fs/promises';
import { createTransport } from 'nodemailer';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';

export interface MailConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465); else STARTTLS, which a server elsewhere must offer. */
  readonly secure: boolean;
  readonly from: string;
  readonly user?: string;
  /** A file whose first line is the password. */
  readonly passwordFile?: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  /** The same for every attempt, so that a letter that comes twice shows as one. */
  readonly messageId: string;
}

export interface Mailer {
  readonly from: string;
  /** Throws when the server did not take it. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);
const timeoutMs = 20_000;

export async function openMailer(config: MailConfig): Promise<Mailer | Refusal> {
  const { host, port, secure, from, user, passwordFile } = config;
  let pass = '';
  if (passwordFile !== undefined) {
    try {
      pass = (await readFile(passwordFile, 'utf8')).split(/\r?\n/, 1)[0] ?? '';
    } catch {
      return refuse('config.invalid', { name: passwordFile }, '/mail/passwordFile');
    }
    if (pass === '') return refuse('config.invalid', { name: passwordFile }, '/mail/passwordFile');
  }
  const transport = createTransport({
    host,
    port,
    secure,
    // A password, or who is told what, never goes over a line that others read.
    requireTLS: !secure && !loopback.has(host),
    ignoreTLS: !secure && loopback.has(host),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user !== undefined && { auth: { user, pass } }),
  });
  return {
    from,
    async send({ to, subject, text, language, messageId }) {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
      });
    },
    close: () => transport.close(),
  };
}
