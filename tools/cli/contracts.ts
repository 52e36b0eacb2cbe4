import { parseArgs } from 'node:util';
import type { ContractVersion } from '#contracts';
import { derivedId, Failure } from '#kernel';
import { contractFiles } from '../../apps/process-governance/src/registry/contract-files.js';
import { understood } from '../command-line.js';
import { command, connect, print } from './connect.js';

const usage = `npm run contracts:publish -- --reason "…"               submits every contract in openapi/ that is not registered yet
npm run contracts:publish -- --waiting                 what waits for a second person
npm run contracts:publish -- --approve <id> --reason "…"
npm run contracts:publish -- --reject <id> --reason "…"
npm run contracts:publish -- --deprecations            what is to go and who still uses it, as JSON`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/** Submits the contracts of this checkout to the registry, and decides about those of others. */
await command(async () => {
  const { values } = parseArgs(
    understood(usage, {
      options: { reason: text, approve: text, reject: text, waiting: flag, deprecations: flag },
    }),
  );
  const { governance } = connect();
  const { reason, approve, reject, waiting, deprecations } = values;
  if (deprecations) return print(JSON.stringify(await governance.listDeprecations({}), null, 2));
  if (waiting) return shown((await governance.listContractVersions({ state: 'design', limit: 200 })).items);
  if (!reason) return print(usage);
  const decision = { key: derivedId('contract decision', approve ?? reject ?? '', reason), body: { reason } };
  if (approve) return shown([await governance.approveContractVersion({ id: approve, ...decision })]);
  if (reject) return shown([await governance.rejectContractVersion({ id: reject, ...decision })]);
  const refused: Failure[] = [];
  for (const { kind, contract, text: document } of contractFiles('openapi')) {
    const key = derivedId('contract submission', contract, document, reason);
    const body = { kind, contract, document, reason };
    await governance.proposeContractVersion({ key, body }).then(
      (version) => shown([version]),
      (error: unknown) => refused.push(Failure.from(error)),
    );
  }
  if (refused.length > 0) throw together(refused);
});

function shown(versions: Pick<ContractVersion, 'contract' | 'version' | 'state' | 'submittedBy' | 'id'>[]): void {
  if (versions.length === 0) print('nothing waits');
  for (const { contract, version, state, submittedBy, id } of versions)
    print(`${contract.padEnd(28)} ${version.padEnd(8)} ${state.padEnd(10)} ${submittedBy.padEnd(16)} ${id}`);
}

/** Every refusal at once; where something else went wrong, that. */
function together(refused: Failure[]): Failure {
  const other = refused.find(({ kind }) => kind !== 'rejected' && kind !== 'conflict');
  if (other) return other;
  return new Failure('rejected', `${refused.length} contracts were not registered`, {
    fields: refused.flatMap(({ message, detail }) => [
      { field: detail.record ?? 'contract', message },
      ...(detail.fields ?? []),
    ]),
  });
}
