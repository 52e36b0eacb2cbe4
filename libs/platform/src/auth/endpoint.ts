import { applyDecorators, Header, HttpCode, SetMetadata } from '@nestjs/common';
import {
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiResponse,
  ApiSecurity,
  getSchemaPath,
} from '@nestjs/swagger';
import { type AnnouncedEnd, endingOf } from '#contracts';
import { failureKinds } from '#kernel';
import { Problem } from '../problem.js';

export const accessKey = 'throughline:access';
export const writesKey = 'throughline:writes';
export const returnsKey = 'throughline:returns';

/** The three layers a token can be meant for. */
export type Audience = 'system' | 'process' | 'experience';
export const audienceUrn = (audience: Audience): string => `urn:throughline:${audience}`;

export type Access = { scope: string } | { public: string };

export interface EndpointOptions {
  summary: string;
  /** The right a caller needs, e.g. `erp.write`. */
  scope: string;
  /** HTTP status of success; 200 unless said. */
  status?: number;
  /** What success answers with; nothing for 204. */
  returns?: new () => object;
  /** The operation writes: callers send `Idempotency-Key`. */
  writes?: boolean;
  /** It is to go, or gone. */
  leaving?: LeavingOptions;
}

/** How an operation leaves. */
export interface LeavingOptions extends AnnouncedEnd {
  /** Answers 410 from now on. */
  retired?: true;
}

/** Declares an operation: who may call it, what it answers and how it fails. A route without it fails the build. */
export function Endpoint(options: EndpointOptions): MethodDecorator {
  const status = options.status ?? 200;
  const decorators = [
    SetMetadata(accessKey, { scope: options.scope } satisfies Access),
    SetMetadata(returnsKey, options.returns),
    HttpCode(status),
    ApiOperation({ summary: options.summary, ...(options.leaving && leavingPart(options.leaving)) }),
    ApiSecurity('oauth2', [options.scope]),
    ApiExtension('x-scope', options.scope),
    ApiHeader({
      name: 'X-Correlation-Id',
      required: false,
      description: 'Follows the work',
      schema: { type: 'string', maxLength: 120 },
    }),
    ApiResponse({ status, description: 'Done', ...(options.returns && { type: options.returns }) }),
    ApiExtraModels(Problem),
    ...problemStatuses.map((code) => ApiResponse({ status: code, description: problemTitles[code], content: problem })),
  ];
  if (options.leaving?.retired) {
    decorators.push(ApiResponse({ status: 410, description: 'Retired; use its successor', content: problem }));
  }
  if (options.writes) {
    decorators.push(
      SetMetadata(writesKey, true),
      ApiHeader({
        name: 'Idempotency-Key',
        required: true,
        description: 'The same key is the same request: it is done once and answered alike each time',
        schema: { type: 'string', minLength: 8, maxLength: 120 },
      }),
      Header('cache-control', 'no-store'),
    );
  }
  return applyDecorators(...decorators);
}

const leavingPart = (leaving: LeavingOptions) => ({
  ...endingOf(leaving),
  'x-lifecycle': leaving.retired ? 'retired' : 'deprecated',
});

/** Declares a route that needs no token, and why. */
export const Public = (reason: string): MethodDecorator => SetMetadata(accessKey, { public: reason } satisfies Access);

const problem = { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } };
const problemStatuses = [400, 401, 403, 404, 409, 422, 429, 500, 501, 503, 504];
const problemTitles: Record<number, string> = {
  400: 'The request cannot be read',
  401: 'No valid token',
  ...Object.fromEntries(Object.values(failureKinds).map(({ status, title }) => [status, title])),
};
