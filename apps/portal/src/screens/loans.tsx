import { type FormEvent, useState } from 'react';
import { type LoanOfWorker, operations } from '../operations-api.js';
import { Missing, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';
import { useSending } from '../use-sending.js';
import { filled, Reason } from './form-fields.js';

/** Who works for another legal entity on its platforms, and how to lend somebody. */
export function Loans() {
  const loans = useData(operations.loans, 'loans');
  return (
    <Part loaded={loans}>
      {({ items, missing }) => (
        <>
          <Missing parts={missing} />
          <Table
            name="Lent to another legal entity"
            empty="Nobody is lent to a legal entity with platforms of its own."
            rows={items}
            columns={columns}
            rowKey={({ workerNumber, legalEntity }) => `${workerNumber} ${legalEntity}`}
          />
          <Lend />
        </>
      )}
    </Part>
  );
}

/** `netsuite, kantata` once they know the worker. */
const knownTo = ({ places }: LoanOfWorker): string =>
  [...new Set(places.filter(({ active }) => active).map(({ instance }) => instance))].join(', ');

const columns: Column<LoanOfWorker>[] = [
  { name: 'Number', value: ({ workerNumber }) => workerNumber },
  { name: 'Name', value: ({ name }) => name },
  { name: 'From', value: ({ employing }) => employing },
  { name: 'To', value: ({ legalEntity }) => legalEntity },
  { name: 'Cost centre there', value: ({ costCentre }) => costCentre },
  { name: 'Until', value: ({ until }) => until },
  {
    name: 'Known to',
    value: knownTo,
    show: (one) => <a href={`#/runs/process-workforce/${one.runId}`}>{knownTo(one) || 'being told'}</a>,
  },
  { name: 'End', value: () => null, show: (one) => <End loan={one} /> },
];

function Lend() {
  const [told, setTold] = useState<string | null>(null);
  const { busy, refusal, send } = useSending();
  const lend = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const { number = '', legalEntity = '', costCentre = '', until, reason = '' } = filled(form);
    const loan = { legalEntity, costCentre, reason, ...(until && { until }) };
    setTold(null);
    send(operations.lend(number, loan), () => {
      form.reset();
      setTold(`Worker ${number} is lent to ${legalEntity}; its systems are being told.`);
    });
  };
  return (
    <details>
      <summary>Lend a worker</summary>
      <form onSubmit={lend} className="ask">
        <label>
          Worker number
          <input name="number" required maxLength={40} size={8} />
        </label>
        <label>
          Legal entity
          <input name="legalEntity" required maxLength={60} size={10} />
        </label>
        <label>
          Cost centre there
          <input name="costCentre" required maxLength={60} size={10} />
        </label>
        <label>
          Last day, where there is one
          <input name="until" type="date" />
        </label>
        <Reason />
        <button disabled={busy}>Lend</button>
      </form>
      {refusal && <p role="alert">{refusal}</p>}
      {!refusal && told && <p role="status">{told}</p>}
    </details>
  );
}

function End({ loan }: { loan: LoanOfWorker }) {
  const [ended, setEnded] = useState(false);
  const { busy, refusal, send } = useSending();
  const end = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    send(operations.endLoan(loan, filled(event.currentTarget).reason!), () => setEnded(true));
  };
  if (ended) return <span role="status">ends today</span>;
  return (
    <details>
      <summary aria-label={`End the loan of ${loan.workerNumber} to ${loan.legalEntity}`}>End</summary>
      <form onSubmit={end} className="ask">
        <Reason />
        <button disabled={busy}>End it today</button>
      </form>
      {refusal && <p role="alert">{refusal}</p>}
    </details>
  );
}
