import { randomBytes } from 'node:crypto';
import { keep } from '../../apps/sandbox/src/core/credentials.js';
import type { IssuerOptions } from '../../apps/sandbox/src/issuer/issuer.js';
import { apps } from './apps.js';
import { commandLineClient } from './command-line-client.js';
import { developerClient } from './developer-client.js';
import { type EstateSettings, issuerPort } from './settings.js';

/** The development issuer's options: every app and the command line is a client, and so are those who try the APIs; each has a secret made on first use. */
export function issuerOptions({ basePort, secretsDir, portalUrl }: EstateSettings): IssuerOptions {
  const secret = (name: string): string =>
    keep(secretsDir, `${name}.client-secret`, () => randomBytes(24).toString('base64url'));
  const services = [
    ...apps.map(({ name, needs }) => ({ clientId: name, scopes: Object.values(needs).flat() })),
    commandLineClient,
    developerClient,
  ].map((client) => ({ ...client, clientSecret: secret(client.clientId) }));
  const portalUrls = [portalUrl, portalUrl.replace('127.0.0.1', 'localhost')];
  return { port: issuerPort(basePort), secretsDir, services, portalUrls };
}
