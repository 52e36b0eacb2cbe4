import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration, Provider } from 'oidc-provider';
import { Failure } from '#kernel';
import { keep } from '../core/credentials.js';
import { listenFailure } from '../core/listen-failure.js';
import { type Persona, personas } from './personas.js';
import { signInPage } from './sign-in-page.js';
import { signingKeys } from './signing-keys.js';

/** A program that may ask for tokens of its own. */
export interface ServiceClient {
  clientId: string;
  clientSecret: string;
  scopes: readonly string[];
}

export interface IssuerOptions {
  port: number;
  /** What programs and browsers on other machines call it; without it, it answers on the loopback only. */
  url?: string;
  secretsDir: string;
  services: ServiceClient[];
  /** Where the portal may be sent back to. */
  portalUrls: string[];
}

export interface RunningIssuer {
  url: string;
  close: () => Promise<void>;
}

const hour = 3600;
const portalResource = 'urn:throughline:experience';
const audiences = ['system', 'process', 'experience'].map((layer) => `urn:throughline:${layer}`);

/** An OpenID Connect issuer for development: service clients by secret, the example firm's people by a click. */
export async function startIssuer(options: IssuerOptions): Promise<RunningIssuer> {
  if (process.env.NODE_ENV === 'production')
    throw new Failure('forbidden', 'the development issuer does not run in production', {
      remedy: 'set ISSUER_URL to the issuer of your own',
    });
  const server = createServer();
  const host = options.url ? '0.0.0.0' : '127.0.0.1';
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, host, resolve)).catch(
    (error: unknown) => {
      throw listenFailure(error, options.port);
    },
  );
  const url = options.url ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = await openProvider(url, await configuration(options));
  const callback = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', url);
    if (!pathname.startsWith('/sign-in/')) return void callback(request, response);
    signIn(provider, request, response).catch(() =>
      response.writeHead(400).end('This sign-in has expired: start again from the portal.'),
    );
  });
  return {
    url,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The library warns, when loaded and when made, whoever would use it like this in production; this issuer refuses to. */
async function openProvider(url: string, configured: Configuration): Promise<Provider> {
  const loud = globalThis.console;
  globalThis.console = { ...loud, warn: () => undefined };
  try {
    const library = await import('oidc-provider');
    return new library.Provider(url, configured);
  } finally {
    globalThis.console = loud;
  }
}

async function configuration(options: IssuerOptions): Promise<Configuration> {
  const scopes = [
    ...new Set([
      ...options.services.flatMap((service) => service.scopes),
      ...personas.flatMap((persona) => persona.scopes),
    ]),
  ];
  return {
    jwks: await signingKeys(options.secretsDir),
    cookies: { keys: [keep(options.secretsDir, 'issuer.cookie-key', () => randomBytes(32).toString('hex'))] },
    clients: [...options.services.map(serviceClient), portalClient(options.portalUrls)],
    scopes: ['openid', ...scopes],
    ttl: {
      AccessToken: hour,
      ClientCredentials: hour,
      IdToken: hour,
      Session: 12 * hour,
      Grant: 12 * hour,
      Interaction: 600,
    },
    clientBasedCORS: (_context, origin) => options.portalUrls.some((url) => url.startsWith(origin)),
    findAccount: (_context, id) => {
      const persona = personas.find((candidate) => candidate.id === id);
      return persona && { accountId: id, claims: () => ({ sub: id, name: persona.name }) };
    },
    interactions: { url: (_context, interaction) => `/sign-in/${interaction.uid}` },
    extraTokenClaims: (_context, token) => {
      const persona = personas.find(({ id }) => 'accountId' in token && id === token.accountId);
      return persona && { name: persona.name, roles: [persona.role] };
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => portalResource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource) => {
          if (!audiences.includes(resource)) throw new Error(`unknown resource ${resource}`);
          return {
            scope: scopes.join(' '),
            audience: resource,
            accessTokenTTL: hour,
            accessTokenFormat: 'jwt' as const,
            jwt: { sign: { alg: 'ES256' as const } },
          };
        },
      },
    },
  };
}

const serviceClient = ({ clientId, clientSecret, scopes }: ServiceClient) => ({
  client_id: clientId,
  client_secret: clientSecret,
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
  scope: scopes.join(' '),
  id_token_signed_response_alg: 'ES256' as const,
});

const portalClient = (portalUrls: string[]) => ({
  client_id: 'portal',
  application_type: 'web' as const,
  token_endpoint_auth_method: 'none' as const,
  grant_types: ['authorization_code'],
  response_types: ['code' as const],
  redirect_uris: portalUrls.map((url) => `${url}/`),
  post_logout_redirect_uris: portalUrls.map((url) => `${url}/`),
  id_token_signed_response_alg: 'ES256' as const,
});

/** Shows who can sign in; a click on one of them is the whole ceremony. */
async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const details = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(signInPage(personas));
    return;
  }
  const persona = await chosen(request);
  const grant = new provider.Grant({ accountId: persona.id, clientId: String(details.params.client_id) });
  // Scopes of the gateway are known to the issuer too, so both kinds are answered: granted, or refused for good.
  const asked = String(details.params.scope).split(' ');
  const granted = asked.filter((scope) => scope === 'openid' || persona.scopes.includes(scope)).join(' ');
  const refused = asked.filter((scope) => scope !== 'openid' && !persona.scopes.includes(scope)).join(' ');
  grant.addOIDCScope(granted);
  grant.addResourceScope(portalResource, granted);
  grant.rejectOIDCScope(refused);
  grant.rejectResourceScope(portalResource, refused);
  const result = { login: { accountId: persona.id }, consent: { grantId: await grant.save() } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function chosen(request: IncomingMessage): Promise<Persona> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const id = new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('persona');
  const persona = personas.find((candidate) => candidate.id === id);
  if (!persona) throw new Error('nobody was chosen');
  return persona;
}
