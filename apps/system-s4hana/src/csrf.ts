import { type Session, SessionKeeper, type Vendor, type VendorReply, type VendorRequest } from '#connector';
import { Failure } from '#kernel';

/** Code of the failure by which SAP asks for a fresh token; nothing was done with the request. */
export const tokenRequired = 'csrf-token-required';

type Line = Vendor['line'];

/** Tokens by connection and service, each with the cookies it was given with: alone it is worth nothing. */
const keepers = new WeakMap<Line, Map<string, SessionKeeper>>();

function keeperOf({ line }: Vendor, service: string): SessionKeeper {
  const ofLine = keepers.get(line) ?? new Map<string, SessionKeeper>();
  keepers.set(line, ofLine);
  const keeper = ofLine.get(service) ?? new SessionKeeper(() => fetchToken(line, service));
  ofLine.set(service, keeper);
  return keeper;
}

/** Asked for on behalf of nobody in particular: many changes will use it. */
async function fetchToken(line: Line, service: string): Promise<Session> {
  const request: VendorRequest = { method: 'GET', path: `${service}/`, headers: { 'x-csrf-token': 'Fetch' } };
  const { headers } = await line.send(request, { effect: null, priority: 'interactive' });
  const token = headers.get('x-csrf-token');
  if (!token) throw new Failure('unavailable', 'S/4HANA gave no CSRF token', { code: 'no-csrf-token' });
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
