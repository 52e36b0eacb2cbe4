import { checkAlerts } from './check-alerts.js';
import { checkBilling } from './check-billing.js';
import { checkOwnership } from './check-ownership.js';
import { checkStaffing } from './check-staffing.js';
import { checkWindows } from './check-windows.js';
import { domains, type Estate, optionalDomains } from './estate.js';
import type { EstateProblem } from './load-estate.js';

/** What class rules cannot see: names that must exist elsewhere in the file, and things said twice. */
export function checkReferences(estate: Estate): EstateProblem[] {
  return [
    ...repeated(
      estate.instances.map((instance) => instance.name),
      'instances',
      'name',
    ),
    ...repeated(
      estate.legalEntities.map((entity) => entity.code),
      'legalEntities',
      'code',
    ),
    ...repeated(
      estate.postingWindows.map((window) => window.legalEntity),
      'postingWindows',
      'legalEntity',
    ),
    ...checkRouting(estate),
    ...checkWindows(estate),
    ...checkStaffing(estate),
    ...checkBilling(estate),
    ...checkAlerts(estate),
    ...checkOwnership(estate),
  ];
}

function repeated(names: string[], list: string, field: string): EstateProblem[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [{ path: [list, index, field], message: `"${name}" is used twice: every ${field} names one thing` }]
      : [],
  );
}

function checkRouting(estate: Estate): EstateProblem[] {
  const instances = new Set(estate.instances.map((instance) => instance.name));
  const entities = new Set(estate.legalEntities.map((entity) => entity.code));
  const problems: EstateProblem[] = [];
  const target = (path: string[], name: unknown): void => {
    if (typeof name !== 'string' || !instances.has(name)) {
      problems.push({ path, message: `"${String(name)}" is not an instance: use one of ${[...instances].join(', ')}` });
    }
  };
  for (const domain of domains) {
    const route: unknown = estate.routing[domain];
    if (route === undefined) {
      if (optionalDomains.includes(domain)) continue;
      problems.push({ path: ['routing'], message: `says nothing about "${domain}": add ${domain}: <instance>` });
    } else if (route && typeof route === 'object') {
      for (const [entity, name] of Object.entries(route)) {
        if (!entities.has(entity)) {
          problems.push({
            path: ['routing', domain, entity],
            message: `"${entity}" is not a legal entity of this estate`,
          });
        }
        target(['routing', domain, entity], name);
      }
    } else {
      target(['routing', domain], route);
    }
  }
  for (const name of Object.keys(estate.routing)) {
    if (!(domains as readonly string[]).includes(name)) {
      problems.push({ path: ['routing', name], message: `is not a domain: use ${domains.join(', ')}` });
    }
  }
  return problems;
}
