import { createHash, timingSafeEqual } from 'node:crypto';
import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Instances } from '#connector';
import { currentContext } from '#platform';
import type { ScimInboundSettings } from './settings.js';

/** The identity platform that calls. */
export interface Client {
  instance: string;
  publicUrl: string;
}

type Known = FastifyRequest & { client?: Client };

/** Knows an identity platform by its bearer token, of which only the hash is kept. */
@Injectable()
export class ScimAccess implements CanActivate {
  constructor(private readonly instances: Instances) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Known>();
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new UnauthorizedException('a bearer token is needed');
    request.client = this.clientOf(createHash('sha256').update(token).digest());
    currentContext().actor = request.client.instance;
    return true;
  }

  /** Every hash is compared, so that the time taken says nothing. */
  private clientOf(given: Buffer): Client {
    const known = this.instances.names().filter((name) => {
      const { tokenHashes } = this.settings(name);
      return tokenHashes.filter((hash) => timingSafeEqual(Buffer.from(hash, 'hex'), given)).length > 0;
    });
    if (known.length !== 1) throw new UnauthorizedException('the token is not valid here');
    const [instance] = known;
    return { instance: instance!, publicUrl: this.settings(instance!).publicUrl };
  }

  private readonly settings = (name: string): ScimInboundSettings =>
    this.instances.vendor(name).settings as ScimInboundSettings;
}

export const CallingClient = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Client => context.switchToHttp().getRequest<Known>().client!,
);
