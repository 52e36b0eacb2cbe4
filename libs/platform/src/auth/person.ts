import { Failure } from '#kernel';

/** Somebody, as the issuer knows them. */
export interface Person {
  /** The issuer gives it to nobody else and never changes it: people are told apart by this, never by their names. */
  subject: string;
  name: string | null;
  roles: string[];
}

/** What somebody is called where people read it. */
export const nameOf = ({ name, subject }: Pick<Person, 'name' | 'subject'>): string => name ?? subject;

/** Carries the person a layer above acts for. */
export const actingForHeader = 'x-acting-for';
/** The scope of a client that may say for whom it acts; what it says is believed, roles and all. */
export const actForOthers = 'act-for-others';

const longestHeader = 8192;

export const writePerson = ({ subject, name, roles }: Person): string =>
  encodeURIComponent(JSON.stringify({ subject, name, roles }));

/** The person a header names; `rejected` where it is not one that `writePerson` wrote. */
export function readPerson(header: string): Person {
  const said = header.length <= longestHeader ? parsed(header) : null;
  if (!isPerson(said)) {
    throw new Failure('rejected', `${actingForHeader} does not say who somebody is`, {
      code: 'unreadable-person',
      fields: [{ field: actingForHeader, message: 'must be percent-encoded JSON with subject, name and roles' }],
    });
  }
  const { subject, name, roles } = said;
  return { subject, name, roles };
}

function parsed(header: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(header));
  } catch {
    return null;
  }
}

function isPerson(said: unknown): said is Person {
  if (typeof said !== 'object' || said === null) return false;
  const { subject, name, roles } = said as Record<keyof Person, unknown>;
  return isText(subject) && (name === null || isText(name)) && Array.isArray(roles) && roles.every(isText);
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200;
