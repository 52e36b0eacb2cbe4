import { ComparisonPage } from './comparison-page.js';
import { ContractPage } from './contract-page.js';
import { Deprecations } from './deprecations.js';

/** What an address below `#/contracts/` shows: one contract, two of its versions, or what ends when. */
export function ContractScreens({ path }: { path: string }) {
  if (path === 'deprecations') return <Deprecations />;
  const [layer, api, major, range, finding] = path.split('/');
  const contract = `${layer}/${api}/${major}`;
  if (major === undefined) return <p role="alert">A contract is named by layer, API and major version.</p>;
  if (range === undefined) return <ContractPage contract={contract} />;
  return <ComparisonPage contract={contract} range={range} {...(finding && { linked: finding })} />;
}
