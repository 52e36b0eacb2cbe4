import { createTransport } from 'nodemailer';
import { Failure } from '#kernel';
import type { AlertsConfig } from './estate/alert-config.js';

type MailServer = NonNullable<AlertsConfig['mail']>;

export interface Letter {
  /** The same in every repeat, so that a mailbox can tell. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** Hands a letter over. Failures: `rejected` where the server will never take it, else `unavailable`. */
export type Mailer = (letter: Letter) => Promise<void>;

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export function openMailer({ host, port, tls, from, user }: MailServer, password: string | null): Mailer {
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user && password && { auth: { user, pass: password } }),
    ...timeouts,
  });
  return async ({ id, to, subject, text }) => {
    await transport
      .sendMail({ from, to, subject, text, messageId: `<${id}@${from.split('@')[1]}>` })
      .catch((error: unknown) => {
        throw failureOf(error);
      });
  };
}

/** The server's own words may quote a person's address: its code says enough. A 5xx is for good (RFC 5321). */
function failureOf(cause: unknown): Failure {
  const { responseCode, code } = cause as { responseCode?: number; code?: string };
  const isFinal = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  return new Failure(isFinal ? 'rejected' : 'unavailable', `the mail server: ${responseCode ?? code ?? 'no answer'}`, {
    cause,
  });
}
