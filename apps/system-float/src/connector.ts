import { defineConnector, refusedFields, retryAfter, type VendorReply } from '#connector';
import { Failure } from '#kernel';
import { absenceOperations } from './absences.js';
import { assignmentOperations } from './assignments.js';
import { demandOperations } from './demands.js';
import { assignmentFeed } from './feed.js';
import { peopleOperations } from './people.js';
import { FloatSettings } from './settings.js';

interface Problem {
  field?: string;
  message?: string;
}

/** Refusals are a list of fields or one message, under 422 or 400; the body of a 429 is not documented. */
export function classify(reply: VendorReply): Failure | null {
  const { status, body } = reply;
  const problems = (Array.isArray(body) ? body : [body ?? {}]) as Problem[];
  const told = problems.map(({ message }) => message).filter(Boolean);
  const text = `Float: ${told.join('; ') || `HTTP ${status}`}`;
  if (status === 429) return new Failure('throttled', text, retryAfter(reply));
  if (status !== 400 && status !== 422) return null;
  return new Failure('rejected', text, { fields: refusedFields(problems) });
}

export const float = defineConnector<FloatSettings>({
  platform: 'float',
  title: 'Float',
  settings: FloatSettings,
  address: (settings) => settings.baseUrl,
  signIn: ({ token, contactEmail }) =>
    Promise.resolve({
      headers: { authorization: `Bearer ${token}`, 'user-agent': `Throughline (${contactEmail})` },
    }),
  classify,
  // 200 questions and 100 changes a minute: the smaller number holds for both. 4 changes at once, as reported by others.
  limits: { concurrency: 4, timeoutMs: 30_000, perMinute: 100 },
  domains: {
    scheduling: { ...peopleOperations, ...demandOperations, ...assignmentOperations, ...absenceOperations },
  },
  feeds: [assignmentFeed],
});
