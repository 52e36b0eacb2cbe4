import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { haunted } from '../chaos/firm.js';
import { branch, role, unheard } from './business.js';

interface Estate {
  legalEntities: object[];
  instances: { name: string; pollEvery?: string }[];
  routing: Record<string, string | Record<string, string>>;
  mappings: Record<string, Record<string, string>>;
  postingWindows: { legalEntity: string; every: string }[];
}

const { code, currency, country } = branch.legalEntity;

const workday = {
  name: branch.hr,
  platform: 'workday',
  changesSince: '2026-01-01',
  pollEvery: '1h',
  settings: {
    baseUrl: '${SANDBOX_WORKDAY_URL}',
    tenant: 'meridian_dpt1',
    user: 'ISU_Throughline',
    password: 'secret:workday.password',
    clientId: 'secret:workday.client-id',
    clientSecret: 'secret:workday.client-secret',
    refreshToken: 'secret:workday.refresh-token',
    calendarPlaces: { [`Holidays ${country}`]: branch.location },
  },
};

/**
 * The example firm as exercises need it; answers the folder. It has a branch with an HR system of its own, in which a
 * holiday concerns two people. A deal the unheard role is sold on stops when people are asked for. The first HR system is
 * asked for changes at the start and tells later ones by webhook, which can be silenced.
 */
export function exercised(home: string): string {
  const folder = haunted(home);
  appendFileSync(join(folder, 'legal-entities.csv'), `${code},Meridian Consulting Ltd.,${currency},${country}\n`);
  appendFileSync(join(folder, 'cost-centres.csv'), `${branch.costCentre},Technology ${country},${code}\n`);
  const file = join(folder, 'estate.yaml');
  const estate = parse(readFileSync(file, 'utf8')) as Estate;
  estate.legalEntities.push({ ...branch.legalEntity, name: 'Meridian Consulting Ltd.' });
  estate.instances.push(workday);
  estate.instances.find(({ name }) => name === 'bamboohr')!.pollEvery = '1h';
  estate.routing.hr = { 'MER-US': 'bamboohr', 'MER-DE': 'bamboohr', [code]: branch.hr };
  for (const domain of ['erp', 'psa', 'scheduling']) {
    const route = estate.routing[domain] as Record<string, string>;
    route[code] = route['MER-US']!;
  }
  estate.postingWindows.push({ legalEntity: code, every: '2s' });
  estate.mappings.hourlyCosts = { [role.code]: '78.00 USD' };
  estate.mappings.roleNames![unheard.code] = 'Nobody in Particular';
  delete estate.mappings.roleOfGrade![unheard.name];
  writeFileSync(file, stringify(estate));
  return folder;
}
