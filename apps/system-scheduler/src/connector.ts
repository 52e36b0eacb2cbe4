import { defineConnector } from '#connector';
import { assignmentFeed } from './feed.js';
import { operations } from './operations.js';
import { classify } from './reply.js';
import { SchedulerSettings } from './settings.js';
import { webhook } from './webhook.js';

/** Any tool that speaks openapi/partner/scheduler/v1.yaml. */
export const scheduler = defineConnector<SchedulerSettings>({
  platform: 'scheduler',
  title: 'In-house scheduler',
  settings: SchedulerSettings,
  address: ({ baseUrl }) => baseUrl,
  signIn: ({ token }) => Promise.resolve({ headers: { authorization: `Bearer ${token}` } }),
  classify,
  limits: { concurrency: 4, timeoutMs: 30_000 },
  domains: { scheduling: operations },
  feeds: [assignmentFeed],
  webhook,
});
