import { UserManager, WebStorageStateStore } from 'oidc-client-ts';

/** What the server says of itself before anybody is signed in. */
interface Settings {
  issuer: string;
  clientId: string;
  /** Client of the development issuer for whoever tries the APIs; null in production. */
  developerClient: string | null;
}

let manager: UserManager | null = null;
let settings: Settings | null = null;

/** Comes back from the issuer, or goes there; answers once somebody is signed in. */
export async function signIn(): Promise<string> {
  settings = (await (await fetch('/portal.json')).json()) as Settings;
  const { issuer, clientId } = settings;
  manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}/`,
    scope: 'openid portal.read exceptions.resolve events.replay acquisitions.write workers.lend contracts.approve',
    resource: 'urn:throughline:experience',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    loadUserInfo: false,
  });
  if (new URLSearchParams(location.search).has('code')) {
    const user = await manager.signinRedirectCallback();
    history.replaceState(null, '', `/${typeof user.state === 'string' ? user.state : ''}`);
  }
  const user = await manager.getUser();
  if (user && !user.expired) return nameOf(user.access_token);
  await manager.signinRedirect({ state: location.hash });
  return new Promise(() => undefined);
}

export async function accessToken(): Promise<string> {
  const user = await manager?.getUser();
  return user?.access_token ?? '';
}

/** The development issuer and its client for developers; null where there is none, as in production. */
export const developerKey = (): { issuer: string; clientId: string } | null =>
  settings?.developerClient ? { issuer: settings.issuer, clientId: settings.developerClient } : null;

/** What the signed-in person's own token opens, and until when. */
export async function grant(): Promise<{ scopes: string[]; until: string }> {
  const user = await manager?.getUser();
  return { scopes: user?.scopes ?? [], until: new Date((user?.expires_at ?? 0) * 1000).toISOString() };
}

/** The name of who is signed in. */
export async function me(): Promise<string> {
  const user = await manager?.getUser();
  return user ? nameOf(user.access_token) : '';
}

/** Forgets who was here and asks again. */
export async function signOut(): Promise<void> {
  await manager?.removeUser();
  location.reload();
}

/** The token says who it was given to. */
function nameOf(token: string): string {
  const payload = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (char) => char.charCodeAt(0));
  return (JSON.parse(new TextDecoder().decode(bytes)) as { name?: string }).name ?? 'somebody';
}
