import { things } from '../governance/governance-house.fixture.js';
import type { Screen } from './screen.js';

export const comparison = `contracts/${things}/1.1.0..1.2.0`;

const emptyComparison = {
  base: { version: '1.1.0' },
  revision: { version: '1.2.0', state: 'published' },
  changes: [],
  verdict: { allowed: true, required: 'none', suggested: null, objections: [] },
  changelog: '',
  recordedSince: null,
  consumers: [],
};

export const contractScreens: Screen[] = [
  {
    path: 'contracts',
    heading: 'Contracts',
    shows: ['process/projects/v1', '1.2.0, from 1.1.0', 'Ann Berg'],
    picture: 'portal-contracts.png',
    asks: '**/v1/contracts',
    nothing: { items: [], waiting: [], missing: [] },
    empty: 'No contract is published.',
  },
  {
    path: `contracts/${things}`,
    heading: things,
    shows: ['waits for approval', 'in service before the registry', 'since 1.0.0'],
    picture: 'portal-contract.png',
    asks: '**/v1/contracts/process/things/v1',
    nothing: { contract: things, versions: [], steps: [] },
    empty: 'It has no version.',
  },
  {
    path: comparison,
    heading: `${things} 1.1.0 → 1.2.0`,
    shows: [
      'The policy allows it, by exemption',
      'exemptions/things.yaml',
      'report-tool, not registered',
      'type: string',
    ],
    picture: 'portal-comparison.png',
    fullPage: true,
    asks: '**/v1/contracts/process/things/v1/comparisons/*',
    nothing: emptyComparison,
    empty: 'Nothing changed in meaning.',
  },
  {
    path: 'contracts/deprecations',
    heading: 'What ends when',
    shows: ['GET /v1/projects/{code}', 'report-tool (40 calls; not written to)', '/v2/projects/{code}'],
    picture: 'portal-deprecations.png',
    asks: '**/v1/deprecations',
    nothing: { items: [], missing: [] },
    empty: 'Nothing is to end.',
  },
  {
    path: 'ownership',
    heading: 'Who owns what',
    shows: ['hr decides worker.cost-centre, everywhere; others write it only the first time.', 'hr (bamboohr)'],
    picture: 'portal-ownership.png',
    asks: '**/v1/ownership',
    nothing: { items: [] },
    empty: 'The estate knows nothing that can be owned.',
  },
  {
    path: 'developers',
    heading: 'Developers',
    shows: ['urn:throughline:experience', 'experience/portal/v1', 'grant_type=client_credentials'],
    picture: 'portal-developers.png',
    asks: '**/v1/apis',
    nothing: { items: [] },
    empty: 'No API is published.',
  },
];
