import { canaries } from '../canaries.js';
import type { Evidence } from '../evidence.js';
import type { Violation } from '../invariants.js';

const settled = new Set(['completed', 'parked', 'cancelled']);
const moving = new Set(['waiting', 'ready', 'posting']);

/** Somebody who is not active yet, or no more, is waited for as long as the HR system says so. */
const waitsForItsSource = ({ state, waitingFor }: Evidence['runs'][number]): boolean =>
  state === 'waiting' && /is inactive in the HR system/.test(waitingFor ?? '');

/** I5: nothing is under way any more, and what stopped is somebody's work. */
export function decided(evidence: Evidence): Violation[] {
  const { runs, exceptions, effects, lines, undecided, outbox, deliveries } = evidence;
  const open = new Set(exceptions.filter(({ state }) => state === 'open').map(({ subjectId }) => subjectId));
  const stuck: Violation[] = [
    ...runs
      .filter((run) => !settled.has(run.state) && !waitsForItsSource(run))
      .map(({ id, title, state, waitingFor }) => ({ what: `${title} is ${state}: ${waitingFor ?? ''}`, trace: id })),
    ...effects
      .filter(({ status }) => status === 'sending')
      .map(({ id, operation }) => ({ what: `${operation} has no known outcome`, trace: id })),
    ...lines
      .filter(({ state }) => moving.has(state))
      .map(({ reference, state }) => ({ what: `${reference} is ${state}`, trace: reference })),
    ...undecided.map(({ app, type, subject, event }) => ({
      what: `${app} has not decided ${type} about ${subject}`,
      trace: event,
    })),
    ...(outbox > 0 ? [{ what: `${outbox} events are in an outbox` }] : []),
    ...deliveries
      .filter(({ state }) => state === 'waiting')
      .map(({ digest }) => ({ what: `webhook ${digest} is not read`, trace: digest })),
  ].map((one) => ({ kind: 'stuck', ...one }));
  const silent = runs
    .filter(({ id, state }) => state === 'parked' && !open.has(id))
    .map(({ id, title }): Violation => ({ kind: 'lost', what: `${title} stopped and nobody is told`, trace: id }));
  return [...stuck, ...silent];
}

/** I6, and its other half: what is not genuine is refused. */
export function kept({ pushes, deliveries }: Evidence): Violation[] {
  const known = new Set(deliveries.map(({ digest }) => digest));
  const accepted = pushes.filter(({ status }) => status !== null && status >= 200 && status < 300);
  return accepted.flatMap(({ digest, genuine }): Violation[] => {
    if (!genuine) return [{ kind: 'other', what: `webhook ${digest} has a wrong signature and was taken` }];
    return known.has(digest) ? [] : [{ kind: 'lost', what: `webhook ${digest} was answered 2xx and is not kept` }];
  });
}

/** I9. */
export const chained = ({ audits }: Evidence): Violation[] => [
  ...(audits.length === 0 ? [{ kind: 'lost' as const, what: 'there is no audit log' }] : []),
  ...audits
    .filter(({ problem }) => problem)
    .map(({ schema, problem }) => ({ kind: 'lost' as const, what: `audit log of ${schema}: ${problem}` })),
];

/** I15. */
export function confidential({ writings, secrets }: Evidence): Violation[] {
  const canary = Object.entries(canaries);
  return writings.flatMap(({ where, text, allows }): Violation[] => {
    const leaked = canary.filter(([, value]) => !allows.includes(value) && text.includes(value)).map(([name]) => name);
    if (secrets.some((secret) => text.includes(secret))) leaked.push('a credential');
    return leaked.map((what) => ({ kind: 'other', what: `${what} is in ${where}` }));
  });
}

/** I17. */
export const explained = ({ exceptions }: Evidence): Violation[] =>
  exceptions
    .map(({ app, id, code, ...facts }) => ({
      name: `exception ${code} ${app}/${id}`,
      missing: (['class', 'owner', 'remedy'] as const).filter((field) => !facts[field]),
    }))
    .filter(({ missing }) => missing.length > 0)
    .map(({ name, missing }) => ({ kind: 'other', what: `${name} has no ${missing.join(', ')}` }));
