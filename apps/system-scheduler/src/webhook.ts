import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Webhook } from '#connector';
import { schedulerTool } from '#contracts';
import { Failure } from '#kernel';
import { toChange } from './feed.js';
import { checked } from './reply.js';
import type { SchedulerSettings } from './settings.js';

const oldestMs = 5 * 60_000;

/**
 * Signed as the Standard Webhooks specification has it: `webhook-signature` holds `v1,` and the base64 HMAC-SHA256 of
 * `<webhook-id>.<webhook-timestamp>.<body>`, several separated by spaces. Keys are text, used as their UTF-8 bytes.
 */
const verify: Webhook['verify'] = ({ webhookKeys }: SchedulerSettings, { headers, body, now }) => {
  const id = headers['webhook-id'] ?? '';
  const timestamp = headers['webhook-timestamp'] ?? '';
  const given = (headers['webhook-signature'] ?? '').split(' ').map((one) => Buffer.from(one, 'utf8'));
  const wanted = webhookKeys.map((key) => signature(key, `${id}.${timestamp}.`, body));
  const genuine = wanted.some((one) => given.some((two) => one.length === two.length && timingSafeEqual(one, two)));
  if (id === '' || !genuine) {
    throw new Failure('forbidden', 'the webhook signature is wrong', {
      code: 'bad-signature',
      remedy: 'compare settings.webhookKeys with the key the tool signs with',
    });
  }
  if (!(Math.abs(now.getTime() - Number(timestamp) * 1000) <= oldestMs)) {
    throw new Failure('forbidden', 'the webhook is not from the last five minutes', {
      code: 'stale-webhook',
      remedy: 'compare the clocks of the tool and of this machine; a repeated webhook is signed anew',
    });
  }
  return id;
};

const signature = (key: string, beginning: string, body: Buffer): Buffer =>
  Buffer.from(`v1,${createHmac('sha256', key).update(beginning).update(body).digest('base64')}`, 'utf8');

function parse(body: Buffer): schedulerTool.AssignmentChange {
  return checked(schedulerTool.AssignmentChange, readJson(body), 'a webhook', 'rejected');
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new Failure('rejected', 'the webhook body is not JSON', { code: 'malformed-body', cause: error });
  }
}

/** A change as `GET /v1/changes` lists it, pushed. */
export const webhook: Webhook = {
  verify,
  parse,
  changes: (vendor, change: schedulerTool.AssignmentChange) => Promise.resolve([toChange(vendor, change)]),
};
