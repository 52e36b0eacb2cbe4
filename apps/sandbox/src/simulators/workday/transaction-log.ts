import { reference } from './identity.js';
import { processInstance } from './processes.js';
import { momentText, readMoment, startOf } from './tenant-time.js';
import { field, flag, group, type Part } from './wire.js';
import { type AsOf, enteredBy, instanceOf, type State, type Transaction, type Worker } from './worker.js';

/** Everything entered about a worker by then, the mistakes included. */
export function transactionLog(worker: Worker, state: State, { moment }: AsOf): Part {
  const known = enteredBy(worker, moment);
  const rescinded = new Set(known.map(({ rescinds }) => rescinds));
  const corrected = new Set(known.map(({ corrects }) => corrects));
  const entry = ({ wid, process, effective, entered, rescinds, corrects }: Transaction): Part =>
    group('Transaction_Log_Entry', [
      reference('Transaction_Log_Reference', { wid, ids: {}, descriptor: process }),
      group('Transaction_Log_Data', [
        field('Transaction_Log_Description', `${process}: ${instanceOf(state).descriptor}`),
        field('Transaction_Effective_Moment', momentText(startOf(effective))),
        field('Transaction_Entry_Moment', momentText(readMoment(entered))),
        reference('Transaction_Log_Type_Reference', processInstance(process)),
        reference('Transaction_Target_Reference', instanceOf(state)),
        flag('Is_Rescind_Or_Rescinded', rescinds !== undefined || rescinded.has(wid)),
        flag('Is_Correction_Or_Corrected', corrects !== undefined || corrected.has(wid)),
      ]),
    ]);
  return group('Transaction_Log_Entry_Data', known.map(entry));
}
