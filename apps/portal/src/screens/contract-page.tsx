import { useState } from 'react';
import { day, moment } from '../format.js';
import { type ContractEntry, type ContractVersion, governanceApi } from '../governance-api.js';
import { Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';
import { ContractDecision } from './contract-decision.js';

/** One contract: every version there was, what became of each, and any two side by side. */
export function ContractPage({ contract }: { contract: string }) {
  const history = useData(governanceApi.history, contract);
  return (
    <>
      <p>
        <a href="#/contracts">← all contracts</a>
      </p>
      <h2>{contract}</h2>
      <Part loaded={history}>
        {({ versions, steps }) => (
          <>
            {versions
              .filter(({ state, base }) => state === 'design' && base === null)
              .map((version) => (
                <ContractDecision key={version.id} version={version} />
              ))}
            {versions.length > 1 && <Compare contract={contract} versions={versions} />}
            <Move contract={contract} versions={versions} />
            <Table
              name="Versions"
              empty="It has no version."
              rows={versions}
              columns={versionColumns}
              rowKey={({ id }) => id}
            />
            <Table
              name="What became of them"
              empty="Nothing has happened to it."
              rows={steps}
              columns={stepColumns}
              rowKey={({ version, state, at }) => `${version} ${state} ${at}`}
            />
          </>
        )}
      </Part>
    </>
  );
}

/** Any two versions, whatever lies between them. */
function Compare({ contract, versions }: { contract: string; versions: ContractVersion[] }) {
  const known = [...new Set(versions.filter(({ state }) => state !== 'rejected').map(({ version }) => version))];
  const [to, setTo] = useState(known[0] ?? '');
  const [from, setFrom] = useState(known[1] ?? '');
  const choice = (label: string, value: string, choose: (version: string) => void) => (
    <label>
      {label}
      <select value={value} onChange={({ target }) => choose(target.value)}>
        {known.map((version) => (
          <option key={version}>{version}</option>
        ))}
      </select>
    </label>
  );
  if (known.length < 2) return null;
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        location.hash = `#/contracts/${contract}/${from}..${to}`;
      }}
    >
      {choice('From', from, setFrom)}
      {choice('To', to, setTo)}
      <button disabled={from === to}>Compare</button>
    </form>
  );
}

/** What those have to follow who come from the major before. */
function Move({ contract, versions }: { contract: string; versions: ContractVersion[] }) {
  const before = Number(/\/v(\d+)$/.exec(contract)?.[1]) - 1;
  const newest = versions.find(({ state }) => state !== 'rejected');
  if (!newest || !(before > 0)) return null;
  return (
    <p>
      <a href={`#/contracts/${contract}/v${before}..${newest.version}`}>What moving here from v{before} takes</a>
    </p>
  );
}

const versionColumns: Column<ContractVersion>[] = [
  { name: 'Version', value: ({ version }) => version },
  {
    name: 'State',
    value: ({ state }) => state,
    show: ({ state }) => <span className={`badge ${state}`}>{state === 'design' ? 'waits for approval' : state}</span>,
  },
  {
    name: 'Changes',
    value: ({ base }) => base,
    show: ({ contract, version, base }) =>
      base ? <a href={`#/contracts/${contract}/${base}..${version}`}>since {base}</a> : '–',
  },
  { name: 'Asked for by', value: ({ submittedBy }) => submittedBy },
  { name: 'When', value: ({ submittedAt }) => submittedAt, show: ({ submittedAt }) => moment(submittedAt) },
  { name: 'Approved by', value: ({ approvedBy }) => approvedBy },
  { name: 'SHA-256', value: ({ sha256 }) => sha256, show: ({ sha256 }) => <code>{sha256.slice(0, 12)}</code> },
];

const stepColumns: Column<ContractEntry>[] = [
  { name: 'When', value: ({ at }) => at, show: ({ at }) => moment(at) },
  { name: 'Version', value: ({ version }) => version },
  { name: 'Became', value: ({ state }) => state },
  { name: 'By', value: ({ by }) => by },
  { name: 'Why', value: ({ reason }) => reason },
  { name: 'Ends', value: ({ sunset }) => sunset, show: ({ sunset }) => day(sunset) },
  { name: 'Then use', value: ({ successor }) => successor },
  { name: 'Exempted by', value: ({ exemptions }) => exemptions.join(', ') || null },
];
