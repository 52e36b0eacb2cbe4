import { daysBetween, type Exemption } from './exemptions.js';
import { type Complaint, type Objection, withExemptions } from './objection.js';

/** The life of a contract's version, or of an operation in it. */
export const lifecycle = ['design', 'published', 'deprecated', 'retired'] as const;
export type Lifecycle = (typeof lifecycle)[number];

/** Days callers have at least between deprecation and sunset. */
export const noticeDays = 90;

/** Something that is to be deprecated; days are YYYY-MM-DD. */
export interface Deprecation {
  contract: string;
  /** What it is about, e.g. `GET /v1/projects/{code}` or the whole contract. */
  subject: string;
  since: string;
  sunset: string | null;
  successor: string | null;
  /** Of a whole contract: operations whose answers would not tell callers. */
  silent?: string[];
}

/** What the policy holds against a deprecation. */
export function judgeDeprecation(deprecation: Deprecation, exemptions: Exemption[] = []): Objection[] {
  const { contract, subject, since, sunset, successor, silent = [] } = deprecation;
  const complaints: Complaint[] = [];
  if (sunset === null || Number.isNaN(daysBetween(since, sunset))) {
    complaints.push({
      rule: 'no-sunset',
      message: `${subject} is deprecated and does not say when it ends`,
      remedy: `give it a sunset ${noticeDays} days after ${since} or later`,
    });
  } else if (daysBetween(since, sunset) < noticeDays) {
    complaints.push({
      rule: 'early-sunset',
      message: `${subject} ends ${daysBetween(since, sunset)} days after its deprecation`,
      remedy: `give callers ${noticeDays} days`,
    });
  }
  if (successor === null || successor === '') {
    complaints.push({
      rule: 'no-successor',
      message: `${subject} is deprecated and does not say what to use instead`,
      remedy: 'name the operation or contract that takes its place',
    });
  }
  if (silent.length > 0) {
    complaints.push({
      rule: 'unannounced',
      message: `${silent.length} operations of ${subject} do not say that they end by ${sunset}: ${silent.join(', ')}`,
      remedy: 'announce the end on each of them and publish that version first',
    });
  }
  return withExemptions(complaints, contract, exemptions);
}

/** A registered consumer and the last day it called what is to be retired. */
export interface Calling {
  consumer: string;
  owner: string;
  lastUse: string;
}

/** Something that is to be retired. */
export interface Retirement {
  contract: string;
  subject: string;
  sunset: string | null;
  today: string;
  /** Registered consumers that called it lately; null where nobody knows. */
  calling: Calling[] | null;
}

/** What the policy holds against retiring it. */
export function judgeRetirement(retirement: Retirement, exemptions: Exemption[] = []): Objection[] {
  const { contract, subject, sunset, today, calling } = retirement;
  const complaints: Complaint[] = [];
  if (sunset === null || today < sunset) {
    complaints.push({
      rule: 'before-sunset',
      message: sunset === null ? `${subject} was never deprecated` : `${subject} was promised until ${sunset}`,
      remedy: sunset === null ? 'deprecate it first' : `retire it on ${sunset} or later`,
    });
  }
  if (calling === null) {
    complaints.push({
      rule: 'still-called',
      message: `who still calls ${subject} is not known here`,
      remedy: 'hold it against the calendar of the running estate, --deprecations <file>',
    });
  } else if (calling.length > 0) {
    const names = calling.map(({ consumer, owner, lastUse }) => `${consumer} (${owner}, last on ${lastUse})`);
    complaints.push({
      rule: 'still-called',
      message: `${subject} is still called by ${names.join(', ')}`,
      remedy: 'agree with their owners on a day, or put an exemption on file',
    });
  }
  return withExemptions(complaints, contract, exemptions);
}
