import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { Failure, type FieldProblem } from '#kernel';
import { appNames, domainRoutes, platformNames, portOf } from '#platform';

export type Domain = keyof typeof domainRoutes;

/** A system app to be made. */
export interface NewSystem {
  platform: string;
  domain: Domain;
  /** Its place above the base port. */
  offset: number;
  questions: string[];
  changes: string[];
}

export const domains = Object.keys(domainRoutes) as Domain[];

/** What every system app answers, whatever its domain. */
const common = new Set(['getCapabilities', 'getStatus']);

/** Above 39 are the sandbox and the issuer; a simulated product listens 30 above its connector. */
const places = { first: 21, last: 39 };

/** Reads what is asked for; `rejected` with everything that is wrong about it. */
export function requestOf(root: string, [platform = '', domain = '', ...rest]: string[]): NewSystem {
  const fields = [...platformProblems(root, platform), ...domainProblems(domain)];
  if (rest.length > 0) fields.push({ field: rest.join(' '), message: 'is too much' });
  const offset = freePlace();
  if (offset === undefined) {
    fields.push({
      field: 'port',
      message: `no place from ${places.first} to ${places.last} above the base port is free`,
    });
  }
  if (fields.length > 0 || offset === undefined) {
    throw new Failure('rejected', 'no system app was made', {
      code: 'bad-request',
      remedy: 'npm run new:system -- <platform> <domain>, e.g. npm run new:system -- acme scheduling',
      fields,
    });
  }
  const routes = Object.entries(domainRoutes[domain as Domain]).filter(([name]) => !common.has(name));
  const named = (asks: boolean): string[] =>
    routes.filter(([, [method]]) => (method === 'GET') === asks).map(([name]) => name);
  return { platform, domain: domain as Domain, offset, questions: named(true), changes: named(false) };
}

function platformProblems(root: string, platform: string): FieldProblem[] {
  const problem = (message: string): FieldProblem[] => [{ field: 'platform', message }];
  if (platform === '') return problem('is missing');
  if (!/^[a-z][a-z0-9]*$/.test(platform) || !isIdentifier(platform))
    return problem(`"${platform}" is no identifier: small letters and digits, a letter first, no word of the language`);
  if ((platformNames as string[]).includes(platform))
    return problem(
      `"${platform}" is there already, beside ${platformNames.filter((one) => one !== platform).join(', ')}`,
    );
  const folder = `apps/system-${platform}`;
  if (existsSync(join(root, folder))) return problem(`${folder} is there already`);
  const taken = ['tools/estate/apps.ts', 'tools/contracts/connectors.ts'].filter((file) =>
    new RegExp(`\\b${platform}\\b`).test(readFileSync(join(root, file), 'utf8')),
  );
  return taken.length > 0 ? problem(`"${platform}" means something else in ${taken.join(' and ')}`) : [];
}

function isIdentifier(name: string): boolean {
  try {
    return Boolean(new Script(`'use strict'; const ${name} = 0;`));
  } catch {
    return false;
  }
}

const domainProblems = (domain: string): FieldProblem[] =>
  (domains as string[]).includes(domain)
    ? []
    : [
        {
          field: 'domain',
          message: `${domain === '' ? 'is missing' : `"${domain}" is none`}: use one of ${domains.join(', ')}`,
        },
      ];

function freePlace(): number | undefined {
  const taken = new Set(appNames.map((app) => portOf(app, 0)));
  const all = Array.from({ length: places.last - places.first + 1 }, (_, at) => places.first + at);
  return all.find((place) => !taken.has(place));
}
