import type { AlertRoute, AlertsConfig } from './alert-config.js';
import type { Estate } from './estate.js';
import type { EstateProblem } from './load-estate.js';

/** Owners that are named once, e-mail that a server takes, and escalations that reach somebody. */
export function checkAlerts({ alerts }: Estate): EstateProblem[] {
  const given: (AlertRoute | null)[] = Array.isArray(alerts?.routes) ? alerts.routes : [];
  // What is no route has been complained of already.
  const routes = given.map((route) => route ?? ({} as AlertRoute));
  const problems = routes.flatMap((route, at) =>
    checkRoute(route, at, routes, alerts).map(([field, message]) => ({
      path: ['alerts', 'routes', at, ...(field ? [field] : [])],
      message,
    })),
  );
  const { critical, high } = alerts?.priorities ?? {};
  if (critical < high)
    problems.push({ path: ['alerts', 'priorities', 'critical'], message: `must not be less than high, ${high}` });
  if ((alerts?.mail?.user === undefined) !== (alerts?.mail?.password === undefined))
    problems.push({ path: ['alerts', 'mail'], message: 'must have user and password, or neither' });
  return problems;
}

function checkRoute(
  { owner, email, acknowledgeWithin, escalatesTo }: AlertRoute,
  at: number,
  routes: AlertRoute[],
  alerts: AlertsConfig,
): [field: string | null, message: string][] {
  const problems: [string | null, string][] = [];
  if (routes.findIndex((other) => other.owner === owner) < at)
    problems.push(['owner', `"${owner}" has a route already`]);
  if (email && !alerts.mail) problems.push(['email', 'needs a server: add alerts.mail']);
  if ((acknowledgeWithin === undefined) !== (escalatesTo === undefined))
    problems.push([null, 'must have acknowledgeWithin and escalatesTo, or neither']);
  if (escalatesTo !== undefined && escalatesTo === owner)
    problems.push(['escalatesTo', 'is the owner, who has not answered']);
  else if (escalatesTo !== undefined && !routes.some((other) => other.owner === escalatesTo))
    problems.push(['escalatesTo', `"${escalatesTo}" has no route: nobody would be told`]);
  return problems;
}
