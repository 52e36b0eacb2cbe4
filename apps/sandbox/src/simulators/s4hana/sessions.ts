import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';

/** A caller's session; its token is good together with its cookies only. */
interface Session {
  token: string;
  /** The cookies to be sent with the token. */
  cookies: Record<string, string>;
  endsAt: number;
}

const collection = 'session';
/** Assumption, unconfirmed by the vendor: how long a session lives. */
const lifetimeMs = 30 * 60_000;

const realm = 'SAP NetWeaver Application Server [S4H/100][alias]';
const logonPage = '<html><head><title>Logon Error Message</title></head><body><h1>Logon failed</h1></body></html>';

/** Lets in the communication user. */
export function isUser(world: World, { headers }: FastifyRequest): boolean {
  const { user, password } = world.credentials.s4hana;
  return headers.authorization === `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

export const refuseUser = (reply: FastifyReply): FastifyReply =>
  reply.code(401).header('www-authenticate', `Basic realm="${realm}"`).type('text/html').send(logonPage);

/** Hands out a token, with cookies where the caller has no session yet. */
export function fetchToken(world: World, request: FastifyRequest, reply: FastifyReply): void {
  const session = sessionOf(world, request) ?? open(world);
  void reply.header('x-csrf-token', session.token);
  for (const [name, value] of Object.entries(session.cookies)) {
    void reply.header('set-cookie', `${name}=${value}; path=/; HttpOnly`);
  }
}

function open(world: World): Session {
  endSessions(world, ({ endsAt }) => endsAt <= world.now().getTime());
  const secret = (): string => randomBytes(16).toString('base64url');
  const session: Session = {
    token: `${secret()}==`,
    cookies: {
      'sap-XSRF_S4H_100': secret(),
      SAP_SESSIONID_S4H_100: secret(),
      'sap-usercontext': 'sap-client=100',
    },
    endsAt: world.now().getTime() + lifetimeMs,
  };
  world.store.put(collection, session.cookies.SAP_SESSIONID_S4H_100!, session);
  return session;
}

export function hasToken(world: World, request: FastifyRequest): boolean {
  const session = sessionOf(world, request);
  return session !== undefined && session.token === request.headers['x-csrf-token'];
}

/** The session all of whose cookies were sent. */
function sessionOf(world: World, { headers }: FastifyRequest): Session | undefined {
  const sent = new Map(
    (headers.cookie ?? '').split(';').map((pair): [string, string] => {
      const [name = '', ...value] = pair.trim().split('=');
      return [name, value.join('=')];
    }),
  );
  const session = world.store.get<Session>(collection, sent.get('SAP_SESSIONID_S4H_100') ?? '');
  if (!session || session.endsAt <= world.now().getTime()) return undefined;
  return Object.entries(session.cookies).every(([name, value]) => sent.get(name) === value) ? session : undefined;
}

/** Ends every session, as a restart of the system's servers does. */
export const expireTokens = (world: World): void => endSessions(world, () => true);

function endSessions(world: World, ended: (session: Session) => boolean): void {
  for (const { cookies } of world.store.list<Session>(collection).filter(ended)) {
    world.store.delete(collection, cookies.SAP_SESSIONID_S4H_100!);
  }
}
