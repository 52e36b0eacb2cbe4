import { type CanActivate, type ExecutionContext, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { Failure } from '#kernel';
import { currentContext } from '../context.js';
import { accessKey, audienceUrn, type Access, type Audience } from './endpoint.js';
import { actForOthers, actingForHeader, type Person, readPerson } from './person.js';

/** Who calls, or for whom the caller acts; the scopes are always those of the token. */
export interface Caller extends Person {
  scopes: string[];
}

type AuthenticatedRequest = FastifyRequest & { caller?: Caller; consumer?: string | null };

const longestToken = 8192;
const algorithms = ['RS256', 'PS256', 'ES256'];

/** Verifies the bearer token of every request and the scope of its route; a route that declares nothing is closed. */
export class AccessGuard implements CanActivate {
  private readonly reflector = new Reflector();
  private readonly keys: ReturnType<typeof createRemoteJWKSet>;

  constructor(
    private readonly issuer: string,
    private readonly audience: Audience,
  ) {
    this.keys = createRemoteJWKSet(new URL(`${issuer}/jwks`), { cooldownDuration: 5_000, timeoutDuration: 5_000 });
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler());
    if (!access) throw new Failure('forbidden', 'this route declares no scope', { code: 'undeclared-route' });
    if ('public' in access) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const payload = await this.verify(bearerOf(request));
    request.consumer = clientOf(payload);
    const caller = actingFor(request, callerOf(payload));
    if (!caller.scopes.includes(access.scope)) {
      throw new Failure('forbidden', `scope "${access.scope}" is needed`, { code: 'missing-scope' });
    }
    request.caller = caller;
    currentContext().actor = caller.subject;
    return true;
  }

  private async verify(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.issuer,
        audience: audienceUrn(this.audience),
        algorithms,
        typ: 'at+jwt',
        clockTolerance: 30,
        requiredClaims: ['exp', 'iat', 'sub'],
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) {
        throw new Failure('unavailable', 'the token issuer cannot be reached', { cause: error, retryAfterMs: 5_000 });
      }
      throw new UnauthorizedException('the token is not valid here');
    }
  }
}

/** A layer that passes on what a person decided says who it was; from anybody else that would be a disguise. */
function actingFor(request: FastifyRequest, caller: Caller): Caller {
  const person = request.headers[actingForHeader];
  if (person === undefined) return caller;
  if (!caller.scopes.includes(actForOthers)) {
    throw new Failure('forbidden', `"${caller.subject}" may not act for others: scope "${actForOthers}" is needed`, {
      code: 'not-for-others',
    });
  }
  return { ...readPerson(String(person)), scopes: caller.scopes };
}

function bearerOf(request: FastifyRequest): string {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new UnauthorizedException('a bearer token is needed');
  if (token.length > longestToken) throw new UnauthorizedException('the token is too long');
  return token;
}

/** The client a token was given to (RFC 9068), whoever it acts for; null where the token does not say. */
const clientOf = ({ client_id: client, azp }: JWTPayload): string | null =>
  typeof client === 'string' ? client : typeof azp === 'string' ? azp : null;

function callerOf(payload: JWTPayload): Caller {
  const { sub, name, scope, roles } = payload as JWTPayload & { name?: unknown; scope?: unknown; roles?: unknown };
  return {
    subject: sub!,
    name: typeof name === 'string' ? name : null,
    scopes: typeof scope === 'string' ? scope.split(' ') : [],
    roles: Array.isArray(roles) ? roles.map(String) : [],
  };
}
