import { Failure } from '#kernel';
import { type Session, SessionKeeper } from '../http/session.js';
import type { Vendor, VendorReply, VendorRequest } from '../http/vendor.js';

const tokenRequired = 'csrf-token-required';

/** SAP asks for a fresh token: nothing was done with the request. Null where a reply is about something else. */
export const freshTokenAsked = ({ status, headers }: VendorReply): Failure | null =>
  status === 403 && headers.get('x-csrf-token')?.toLowerCase() === 'required'
    ? new Failure('unavailable', 'a fresh CSRF token is asked for', { code: tokenRequired })
    : null;

type Line = Vendor['line'];

/** Tokens by connection and service, each with the cookies it was given with: alone it is worth nothing. */
const keepers = new WeakMap<Line, Map<string, SessionKeeper>>();

function keeperOf({ line, instance }: Vendor, service: string): SessionKeeper {
  const ofLine = keepers.get(line) ?? new Map<string, SessionKeeper>();
  keepers.set(line, ofLine);
  const keeper = ofLine.get(service) ?? new SessionKeeper(() => fetchToken(line, instance, service));
  ofLine.set(service, keeper);
  return keeper;
}

/** Asked for on behalf of nobody in particular: many changes will use it. */
async function fetchToken(line: Line, instance: string, service: string): Promise<Session> {
  const request: VendorRequest = { method: 'GET', path: `${service}/`, headers: { 'x-csrf-token': 'Fetch' } };
  const { headers } = await line.send(request, { effect: null, priority: 'interactive' });
  const token = headers.get('x-csrf-token');
  if (!token) throw new Failure('unavailable', `${instance} gave no CSRF token`, { code: 'no-csrf-token' });
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return { headers: { 'x-csrf-token': token, ...(cookies.length > 0 && { cookie: cookies.join('; ') }) } };
}

/** Sends a change under the service's token; one that SAP no longer knows is renewed once. */
export async function withToken<T>(vendor: Vendor, service: string, request: VendorRequest): Promise<VendorReply<T>> {
  const keeper = keeperOf(vendor, service);
  const token = await keeper.get();
  const under = ({ headers }: Session): VendorRequest => ({ ...request, headers: { ...request.headers, ...headers } });
  try {
    return await vendor.send<T>(under(token));
  } catch (error) {
    if (Failure.from(error).detail.code !== tokenRequired) throw error;
    await keeper.forget(token);
    return vendor.send<T>(under(await keeper.get()));
  }
}
