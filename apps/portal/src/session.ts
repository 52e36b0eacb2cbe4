import { UserManager, WebStorageStateStore } from 'oidc-client-ts';

let manager: UserManager | null = null;

/** Comes back from the issuer, or goes there; answers once somebody is signed in. */
export async function signIn(): Promise<string> {
  const { issuer, clientId } = (await (await fetch('/portal.json')).json()) as { issuer: string; clientId: string };
  manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}/`,
    scope: 'openid portal.read exceptions.resolve',
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
