import type { DeprecationEntry, DeprecationView } from '#contracts';
import type { ListedContract } from './contracts.js';

/** What the contracts announce, nearest end first; known also while nobody can be asked who still calls. */
export const announcedEndings = (contracts: ListedContract[]): DeprecationView[] =>
  contracts
    .flatMap(({ contract, operations }) =>
      operations.flatMap(({ method, path, leaving }) =>
        leaving
          ? {
              contract,
              operation: `${method} ${path}`,
              field: null,
              state: leaving.state,
              since: leaving.since || null,
              sunset: leaving.sunset || null,
              successor: leaving.successor || null,
              consumers: [],
            }
          : [],
      ),
    )
    .toSorted((one, other) => (one.sunset ?? '9999').localeCompare(other.sunset ?? '9999'));

/** For people: how a consumer is reached is for those who govern. */
export const endingView = ({
  version: _version,
  owner: _owner,
  consumers,
  ...ending
}: DeprecationEntry): DeprecationView => ({
  ...ending,
  consumers: consumers.map(({ contact: _contact, ...consumer }) => consumer),
});
