import { scim } from '#connector';

/** Which users are meant, as parts of a query; `$1` is taken. */
export interface UserQuery {
  where: string[];
  values: unknown[];
  offset: number;
  limit: number;
  /** As it was asked for, with what is too small corrected. */
  startIndex: number;
}

const usualPage = 100;

/** `filter`, `startIndex` and `count` of RFC 7644, 3.4.2; what is out of bounds is brought within them. */
export function userQuery({ filter, startIndex, count }: Record<string, string | undefined>): UserQuery {
  const first = Math.max(1, whole('startIndex', startIndex, 1));
  const limit = Math.min(scim.largestPage, Math.max(0, whole('count', count, usualPage)));
  const tests = filter === undefined ? [] : scim.conditionsOf(filter).map(testOf);
  return {
    where: tests.map(({ sql }, index) => sql.replace('?', `$${index + 2}`)),
    values: tests.map(({ value }) => value),
    offset: first - 1,
    limit,
    startIndex: first,
  };
}

const simple: Record<string, string> = {
  username: 'lower(user_name) = lower(?)',
  externalid: 'external_id = ?',
  id: 'id::text = ?',
  active: `coalesce((attributes ->> 'active')::boolean, true) = ?`,
  displayname: `attributes ->> 'displayName' = ?`,
};

function testOf(condition: scim.Condition): { sql: string; value: unknown } {
  const path = scim.pathOf(condition.path);
  const { value } = condition;
  const name = path.attribute?.toLowerCase();
  if (name === 'emails' && !path.schema)
    return { sql: `attributes -> 'emails' @> ?::jsonb`, value: emailOf(path, value) };
  if (name === 'employeenumber' && path.schema === scim.enterpriseSchema) return { sql: 'worker_number = ?', value };
  const sql = path.schema || path.sub || path.chosen ? undefined : simple[name ?? ''];
  if (!sql || (typeof value === 'boolean') !== (name === 'active')) {
    throw scim.refusal('invalidFilter', `users cannot be filtered by ${condition.path.slice(0, 200)} and such a value`);
  }
  return { sql, value };
}

const emailOf = ({ chosen }: scim.Path, value: string | boolean): string =>
  JSON.stringify([{ ...Object.fromEntries((chosen ?? []).map((one) => [one.path, one.value])), value }]);

function whole(name: string, text: string | undefined, usual: number): number {
  if (text === undefined || text === '') return usual;
  if (!/^-?\d{1,9}$/.test(text)) throw scim.refusal('invalidValue', `${name} must be a whole number`);
  return Number(text);
}
