import { createHmac } from 'node:crypto';

/** Proves that a webhook is the vendor's: the body and then the timestamp, under the webhook's own key. */
export const signatureOf = (privateKey: string, body: string, timestamp: string): string =>
  createHmac('sha256', privateKey)
    .update(body + timestamp)
    .digest('hex');
