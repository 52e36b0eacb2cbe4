import { Failure } from '#kernel';
import type { Vendor } from '../http/vendor.js';
import { classifyOrgError } from './errors.js';
import { orgData, soql, soqlText } from './soql.js';

export const orgRecordPath = (type: string, id: string): string =>
  `${orgData}/sobjects/${type}/${encodeURIComponent(id)}`;

/** Creates or changes the one record with this external id. Answers its id, which older versions leave out. */
export async function upsertRecord(
  vendor: Vendor,
  type: string,
  field: string,
  value: string,
  body: object,
): Promise<string> {
  const path = `${orgData}/sobjects/${type}/${field}/${encodeURIComponent(value)}`;
  const reply = await vendor.send<{ id?: string } | null>({ method: 'PATCH', path, body });
  if (reply.body?.id) return reply.body.id;
  const [row] = await soql<{ Id: string }>(vendor, `SELECT Id FROM ${type} WHERE ${field} = ${soqlText(value)}`);
  if (row) return row.Id;
  throw new Failure('outcome-unknown', `${vendor.instance} did not say which ${type} it wrote`, { code: 'no-id' });
}

export async function updateRecord(vendor: Vendor, type: string, id: string, body: object): Promise<void> {
  await vendor.send({ method: 'PATCH', path: orgRecordPath(type, id), body });
}

export interface Subrequest {
  method: 'POST' | 'PATCH';
  url: string;
  referenceId: string;
  body: object;
}

interface Subreply {
  httpStatusCode: number;
  referenceId: string;
  body: unknown;
}

/** Several changes in one request and one transaction: all happen, or none. Answers the ids of what was created. */
export async function changeTogether(vendor: Vendor, compositeRequest: Subrequest[]): Promise<Record<string, string>> {
  const body = { allOrNone: true, compositeRequest };
  const reply = await vendor.send<{ compositeResponse: Subreply[] }>({
    method: 'POST',
    path: `${orgData}/composite`,
    body,
  });
  const { compositeResponse } = reply.body;
  const failed = compositeResponse.filter(({ httpStatusCode }) => httpStatusCode >= 300);
  if (failed.length > 0) throw failureOf(failed);
  return Object.fromEntries(
    compositeResponse.map(({ referenceId, body: made }) => [referenceId, (made as { id?: string } | null)?.id ?? '']),
  );
}

/** The others are only said to have been halted by it. */
export function failureOf(failed: Omit<Subreply, 'referenceId'>[]): Failure {
  const failures = failed.map(({ httpStatusCode, body }) =>
    classifyOrgError({ status: httpStatusCode, headers: new Headers(), body }),
  );
  const reason = failures.find((failure) => failure && failure.detail.code !== 'PROCESSING_HALTED') ?? failures[0];
  return reason ?? new Failure('outcome-unknown', `part of a request was answered with ${failed[0]!.httpStatusCode}`);
}
