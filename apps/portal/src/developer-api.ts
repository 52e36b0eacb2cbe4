import { ApiError } from './api.js';
import { type Document, type Operation, readOperations } from './operations.js';
import { accessToken } from './session.js';

/** What the experience API serves now says what can be tried. */
export async function servedOperations(): Promise<Operation[]> {
  const reply = await fetch('/openapi/v1.json').catch(() => null);
  if (!reply?.ok) throw new ApiError(reply?.status ?? 0, 'The contract of this API cannot be read. Is it running?');
  return readOperations((await reply.json()) as Document);
}

/** An answer as it came. */
export interface Answer {
  status: number;
  milliseconds: number;
  headers: [name: string, value: string][];
  body: string;
}

/** Really asks, as the person who is signed in; the token goes into the header of the request and nowhere else. */
export async function tryCall(path: string): Promise<Answer> {
  const began = performance.now();
  const headers = { authorization: `Bearer ${await accessToken()}`, accept: 'application/json' };
  const reply = await fetch(path, { headers, cache: 'no-store' }).catch(() => {
    throw new ApiError(0, 'Throughline cannot be reached. Is it still running?');
  });
  const body = await reply.text();
  return {
    status: reply.status,
    milliseconds: Math.round(performance.now() - began),
    headers: [...reply.headers].toSorted(([one], [other]) => one.localeCompare(other)),
    body: readable(body),
  };
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
