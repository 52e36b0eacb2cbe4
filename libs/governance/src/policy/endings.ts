import type { Exemption } from './exemptions.js';
import { type Calling, judgeDeprecation, judgeRetirement } from './lifecycle.js';
import { isAllowed, type Objection } from './objection.js';

type Part = Record<string, unknown>;

/** What a contract says of the end of one of its operations or fields; days are YYYY-MM-DD. */
export interface Ending {
  /** `GET /v1/projects/{code}`, or schema and field: `Project.client`. */
  subject: string;
  kind: 'operation' | 'field';
  state: 'deprecated' | 'retired';
  since: string | null;
  sunset: string | null;
  successor: string | null;
}

/** Everything an OpenAPI document says is to go, or gone. */
export function endingsIn(document: unknown): Ending[] {
  return [
    ...operationsIn(document).flatMap(([subject, one]) => endingOf('operation', subject, one)),
    ...fieldsIn(document).flatMap(([subject, one]) => endingOf('field', subject, one)),
  ];
}

/** Operations that do not say that they end by a day: their callers would not be told. */
export function silentBy(document: unknown, sunset: string): string[] {
  const announced = bySubject(document);
  const isTold = (subject: string): boolean => (announced.get(subject)?.sunset ?? '9999-12-31') <= sunset;
  return operationsIn(document).flatMap(([subject]) => (isTold(subject) ? [] : [subject]));
}

/** A step from one version of a contract to the next, and what is known when it is taken. */
export interface EndingStep {
  contract: string;
  /** Null for the first version. */
  before: unknown;
  after: unknown;
  /** UTC, YYYY-MM-DD. */
  today: string;
  /** Subject → registered consumers that used it lately; null where nobody knows. */
  calling: ReadonlyMap<string, Calling[]> | null;
}

/** What a step ends: it answered, or was there, in the version before, and is retired or missing in the next. */
export function endedBetween(before: unknown, after: unknown): Ending[] {
  const kept = new Set([...operationsIn(after), ...fieldsIn(after)].map(([subject]) => subject));
  const schemas = new Set(partsOf(part(part(after, 'components'), 'schemas')).map(([name]) => name));
  const later = bySubject(after);
  const known = bySubject(before);
  const removed = [...known.values()].filter(
    ({ kind, subject, state }) =>
      // A schema that is gone may be named otherwise: whether a field went with it is for the diff to say.
      state !== 'retired' && !kept.has(subject) && (kind === 'operation' || schemas.has(subject.split('.')[0]!)),
  );
  const retired = [...later.values()].filter(
    ({ subject, state }) => state === 'retired' && known.get(subject)?.state !== 'retired',
  );
  // Until when it was promised is what the version before said.
  return [...removed, ...retired.map((one) => ({ ...one, sunset: known.get(one.subject)?.sunset ?? null }))];
}

/**
 * What the policy holds against the ends a step announces, moves or carries out. Notice counts from the day callers can
 * see it: an end that is new, or comes sooner than was said, is 90 days from today at least.
 */
export function judgeEndings(step: EndingStep, exemptions: Exemption[] = []): Objection[] {
  const { contract, today } = step;
  const known = bySubject(step.before);
  const announced = endingsIn(step.after).flatMap((ending) => {
    const was = known.get(ending.subject);
    const isOld = was !== undefined && was.sunset !== null && was.sunset <= (ending.sunset ?? '');
    const isKnown = step.before === null || isOld;
    const since = ending.since ?? today;
    const shown = isKnown || since > today ? since : today;
    // What is retired without ever being announced is told once, as what it is.
    return ending.state === 'retired' && !was
      ? []
      : judgeDeprecation({ ...ending, contract, since: shown }, exemptions);
  });
  const ended = endedBetween(step.before, step.after).flatMap(({ subject, sunset }) => {
    const calling = step.calling && (step.calling.get(subject) ?? []);
    return judgeRetirement({ contract, subject, sunset, today, calling }, exemptions);
  });
  return [...announced, ...ended];
}

/** One verdict of several judgements. */
export const together = (...judged: Objection[][]): { allowed: boolean; objections: Objection[] } => {
  const objections = judged.flat();
  return { allowed: isAllowed(objections), objections };
};

const bySubject = (document: unknown): Map<string, Ending> =>
  new Map(endingsIn(document).map((ending) => [ending.subject, ending]));

function endingOf(kind: Ending['kind'], subject: string, part: Part): Ending[] {
  if (part.deprecated !== true) return [];
  const text = (name: string): string | null => (typeof part[name] === 'string' ? part[name] : null);
  return [
    {
      subject,
      kind,
      state: part['x-lifecycle'] === 'retired' ? 'retired' : 'deprecated',
      since: text('x-deprecated-since'),
      sunset: text('x-sunset'),
      successor: text('x-successor'),
    },
  ];
}

const methods = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options']);

const operationsIn = (document: unknown): [subject: string, operation: Part][] =>
  partsOf(part(document, 'paths')).flatMap(([path, item]) =>
    partsOf(item)
      .filter(([method]) => methods.has(method))
      .map(([method, operation]): [string, Part] => [`${method.toUpperCase()} ${path}`, operation]),
  );

const fieldsIn = (document: unknown): [subject: string, field: Part][] =>
  partsOf(part(part(document, 'components'), 'schemas')).flatMap(([name, schema]) =>
    partsOf(part(schema, 'properties')).map(([field, one]): [string, Part] => [`${name}.${field}`, one]),
  );

const part = (whole: unknown, name: string): unknown =>
  typeof whole === 'object' && whole !== null ? (whole as Part)[name] : undefined;

const partsOf = (whole: unknown): [string, Part][] =>
  typeof whole === 'object' && whole !== null
    ? Object.entries(whole as Record<string, Part>).filter(([, one]) => typeof one === 'object' && one !== null)
    : [];
