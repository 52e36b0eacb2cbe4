import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Webhook } from '#connector';
import { Failure } from '#kernel';
import type { BambooSettings } from './connector.js';

/** An event-style delivery. */
export interface EmployeeDelivery {
  type: 'employee.created' | 'employee.updated' | 'employee.deleted';
  timestamp: string;
  data: { employeeId: string; changedFields?: string[] };
}

const oldestMs = 5 * 60_000;

/**
 * The signature is hex HMAC-SHA256 over the raw body followed by the timestamp header, as the vendor's webhook
 * documentation describes and its published test vector confirms.
 */
export const verify: Webhook['verify'] = (settings: BambooSettings, { headers, body, now }) => {
  const timestamp = headers['x-bamboohr-timestamp'] ?? '';
  const given = Buffer.from(headers['x-bamboohr-signature'] ?? '', 'utf8');
  const genuine = settings.webhookKeys.some((key) => {
    const expected = Buffer.from(createHmac('sha256', key).update(body).update(timestamp).digest('hex'), 'utf8');
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
  if (!genuine) {
    throw new Failure('forbidden', 'the webhook signature is wrong', {
      code: 'bad-signature',
      remedy: 'compare settings.webhookKeys with the private key the vendor showed when the webhook was created',
    });
  }
  const age = Math.abs(now.getTime() - momentOf(timestamp));
  if (!(age <= oldestMs)) {
    throw new Failure('forbidden', 'the webhook is not from the last five minutes', {
      code: 'stale-webhook',
      remedy: 'check the clock of this machine, and that nothing on the way keeps webhooks back',
    });
  }
  return createHash('sha256').update(body).digest('hex');
};

/** Seen as epoch seconds and as ISO text; part of the signature either way. */
const momentOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));

export const parse = (body: Buffer): EmployeeDelivery => {
  const delivery = readJson(body) as Partial<EmployeeDelivery> | null;
  const known = /^employee\.(created|updated|deleted)$/.test(delivery?.type ?? '');
  if (!known || typeof delivery?.data?.employeeId !== 'string') {
    throw new Failure('rejected', 'the webhook body is not an employee event', {
      code: 'schema-violation',
      fields: [
        {
          field: 'type',
          message: 'must be employee.created, employee.updated or employee.deleted, with data.employeeId',
        },
      ],
    });
  }
  return delivery as EmployeeDelivery;
};

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new Failure('rejected', 'the webhook body is not JSON', { code: 'malformed-body', cause: error });
  }
}
