import createClient from 'openapi-fetch';
import type { components, paths } from '../../../libs/contracts/src/generated/portalV1.js';
import { accessToken } from './session.js';

export type Overview = components['schemas']['Overview'];
export type LineSummary = components['schemas']['LineSummary'];
export type LineView = components['schemas']['LineView'];
export type LineStep = components['schemas']['LineStep'];
export type LineDecision = components['schemas']['LineDecision'];
export type DecisionRequest = components['schemas']['DecisionRequest'];
export type Verdict = DecisionRequest['decision'];
export type CaseView = components['schemas']['CaseView'];
export type MissingPart = components['schemas']['MissingPart'];
export type Money = components['schemas']['MoneyValue'];

const client = createClient<paths>({ baseUrl: location.origin });

client.use({
  async onRequest({ request }) {
    request.headers.set('authorization', `Bearer ${await accessToken()}`);
    return request;
  },
});

/** What went wrong, in words for the person who asked. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** An error as the person in front of the page reads it. */
export const messageOf = (error: unknown): string =>
  error instanceof ApiError ? error.message : 'Something went wrong in this page.';

interface Reply<T> {
  data?: T;
  error?: { detail?: string };
  response: Response;
}

async function answer<T>(reply: Promise<Reply<T>>): Promise<T> {
  const { data, error, response } = await reply.catch(() => {
    throw new ApiError(0, 'Throughline cannot be reached. Is it still running?');
  });
  if (data !== undefined && response.ok) return data;
  throw new ApiError(response.status, error?.detail ?? `The answer was ${response.status}.`);
}

export const api = {
  overview: (): Promise<Overview> => answer(client.GET('/v1/overviews')),
  lines: () => answer(client.GET('/v1/lines')),
  line: (line: string): Promise<LineView> => answer(client.GET('/v1/lines/{line}', { params: { path: { line } } })),
  decide: (line: string, body: DecisionRequest): Promise<LineView> =>
    answer(
      client.POST('/v1/lines/{line}/decisions', {
        params: { path: { line }, header: { 'Idempotency-Key': crypto.randomUUID() } },
        body,
      }),
    ),
};
