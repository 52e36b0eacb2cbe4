import type { components } from '../../../libs/contracts/src/generated/portalV1.js';
import { answer, client, once } from './api.js';

export type ContractSummary = components['schemas']['ContractSummary'];
export type ContractVersion = components['schemas']['ContractVersion'];
export type ContractHistory = components['schemas']['ContractHistory'];
export type ContractEntry = components['schemas']['ContractEntry'];
export type ContractComparison = components['schemas']['ContractComparison'];
export type ComparedChange = components['schemas']['ComparedChange'];
export type PolicyVerdict = components['schemas']['PolicyVerdict'];
export type ConsumerImpact = components['schemas']['ConsumerImpact'];
export type ContractVote = components['schemas']['ContractVote'];
export type DeprecationView = components['schemas']['DeprecationView'];
export type OwnershipView = components['schemas']['OwnershipView'];
export type ApiAccess = components['schemas']['ApiAccess'];

/** `process/projects/v1` as the API has it in its paths. */
function named(contract: string): { layer: string; api: string; major: string } {
  const [layer = '', api = '', major = ''] = contract.split('/');
  return { layer, api, major };
}

export const governanceApi = {
  contracts: () => answer(client.GET('/v1/contracts')),
  history: (contract: string): Promise<ContractHistory> =>
    answer(client.GET('/v1/contracts/{layer}/{api}/{major}', { params: { path: named(contract) } })),
  /** Of a contract and two versions, e.g. `process/projects/v1/1.0.0..1.1.0`. */
  comparison: (asked: string): Promise<ContractComparison> => {
    const [layer = '', api = '', major = '', range = ''] = asked.split('/');
    const path = { layer, api, major, range };
    return answer(client.GET('/v1/contracts/{layer}/{api}/{major}/comparisons/{range}', { params: { path } }));
  },
  decide: (id: string, body: ContractVote): Promise<ContractVersion> =>
    answer(
      client.POST('/v1/contract-versions/{id}/decisions', {
        params: { path: { id }, header: once() },
        body,
      }),
    ),
  deprecations: () => answer(client.GET('/v1/deprecations')),
  ownership: () => answer(client.GET('/v1/ownership')),
  apis: () => answer(client.GET('/v1/apis')),
};
