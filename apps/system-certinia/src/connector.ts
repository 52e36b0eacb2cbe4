import { classifyOrgError, defineConnector, orgHeaders, signInToOrg } from '#connector';
import { assignmentOperations } from './assignments.js';
import { peopleOperations } from './people.js';
import { projectOperations } from './projects.js';
import { CertiniaSettings } from './settings.js';
import { approvedTimeFeed, timeOperations } from './time.js';

export const certinia = defineConnector<CertiniaSettings>({
  platform: 'certinia',
  title: 'Certinia PSA',
  settings: CertiniaSettings,
  address: (settings) => settings.loginUrl,
  signIn: signInToOrg,
  headers: orgHeaders,
  classify: classifyOrgError,
  // Those of the org it runs in, shared with everything else that calls it.
  limits: { concurrency: 10, timeoutMs: 30_000, perDay: 15_000 },
  domains: { psa: { ...projectOperations, ...peopleOperations, ...assignmentOperations, ...timeOperations } },
  feeds: [approvedTimeFeed],
});
