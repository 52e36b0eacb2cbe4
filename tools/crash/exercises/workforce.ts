import { newId } from '#kernel';
import { AcquisitionRepository } from '../../../apps/process-workforce/src/acquisition/acquisition.repository.js';
import { loadAcquisition } from '../../../apps/process-workforce/src/acquisition/load-acquisition.workflow.js';
import { changeWorker } from '../../../apps/process-workforce/src/change-worker.workflow.js';
import { commitContractor } from '../../../apps/process-workforce/src/commit-contractor.workflow.js';
import { handOver } from '../../../apps/process-workforce/src/hand-over.workflow.js';
import { lendWorker } from '../../../apps/process-workforce/src/loans/lend-worker.workflow.js';
import { LoanRepository } from '../../../apps/process-workforce/src/loans/loan.repository.js';
import { offBoardWorker } from '../../../apps/process-workforce/src/off-board-worker.workflow.js';
import { onboardWorker } from '../../../apps/process-workforce/src/onboard-worker.workflow.js';
import { type Person, PersonRepository } from '../../../apps/process-workforce/src/person.repository.js';
import { hire, supplier } from '../business.js';
import { until } from '../pool.js';
import type { Bench } from './bench.js';
import type { Exercises, Prepare } from './exercise.js';
import { onboarded } from './furniture.js';

const schema = 'process_workforce';
const instance = 'bamboohr';
const lastDay = '2026-10-30';
const alone = { 'after-append': 1, 'after-ack': 1 };

const onboarding: Prepare = async (bench, record) => {
  const worker = hire(bench.next());
  // The event that tells of a hire is a webhook's.
  await bench.act('bamboohr/pauseWebhooks', { paused: record !== null });
  return async () => {
    const { id } = await bench.act<{ id: string }>('bamboohr/hire', { worker });
    return bench.begun(schema, onboardWorker, { instance, workerId: id }, record);
  };
};

/** Somebody with another grade than before. */
const change: Prepare = async (bench, record) => {
  await bench.act('bamboohr/pauseWebhooks', { paused: record !== null });
  const { id, number } = await onboarded(bench);
  const own = record ?? newId();
  const people = new PersonRepository(bench.of(schema));
  const isTaken = async (): Promise<boolean> => (await people.takeUp({ instance, workerId: id }, own)).isOurs;
  return async () => {
    // HR tells of it by itself, too, and who comes second finds the worker taken up: it is this change for both.
    await until(isTaken, 240_000, `worker ${number} to be free for a change`);
    const fields = { grade: 'Senior Consultant', jobTitle: 'Senior Consultant' };
    await bench.act('bamboohr/editEmployee', { number, fields });
    return bench.begun(schema, changeWorker, { instance, workerId: id, change: own }, own);
  };
};

/** Somebody who is known to leave, on a day that is over; what the scheduler's API cannot end, a person does. */
const offBoarding: Prepare = async (bench, record) => {
  const { id, number } = await onboarded(bench);
  const own = record ?? newId();
  const people = new PersonRepository(bench.of(schema));
  await people.put({ ...(await people.byNumber(number))!, standing: 'leaving', lastDay, notice: own });
  return async () => {
    await bench.act('bamboohr/terminateEmployee', { number, date: lastDay });
    const input = { instance, workerId: id, workerNumber: number, lastDay, notice: own };
    const begun = await bench.begun(schema, offBoardWorker, input, own);
    const exception = await bench.stopped(begun.runs[0]!, `off-boarding of ${number}`);
    const done = { action: 'correct', changes: { scheduling: true, psa: true }, reason: 'disabled there' } as const;
    await bench.resolve('workforce', exception, done, own);
    return begun;
  };
};

/** Somebody who leaves time to be handed in; a person says that everybody knows. */
const handingOver: Prepare = async (bench, record) => {
  const own = record ?? newId();
  const { number } = await carried(bench, own, { standing: 'leaving', lastDay: '2026-12-31', notice: own });
  return async () => {
    const input = { instance, workerId: own, workerNumber: number, notice: own, why: 'last-day' } as const;
    const begun = await bench.begun(schema, handOver, input, own);
    const exception = await bench.stopped(begun.runs[0]!, `hand-over for ${number}`);
    const said = { action: 'correct', changes: { settled: true }, reason: 'everybody knows' } as const;
    await bench.resolve('workforce', exception, said, own);
    return begun;
  };
};

/** A contract of somebody whom HR has with a last day. */
const commitment: Prepare = async (bench, record) => {
  const own = record ?? newId();
  const contract = { employmentType: 'contractor', supplier } as const;
  const { number } = await carried(bench, own, {}, contract);
  return () => {
    const input = { instance, workerId: bench.shared.contractor.id, workerNumber: number, notice: own };
    return bench.begun(schema, commitContractor, input, own);
  };
};

/** Somebody whose loan was over before it began: they are taken up, and ended at once. */
const loan: Prepare = async (bench, record) => {
  const own = record ?? newId();
  const { number: workerNumber } = await carried(bench, own, {});
  const loans = new LoanRepository(bench.of(schema));
  return async () => {
    const terms = { workerNumber, legalEntity: 'MER-US', costCentre: 'US-TEC', until: lastDay };
    await loans.begin(loans.database.manager, { ...terms, id: own, runId: own });
    return bench.begun(schema, lendWorker, { ...terms, loan: own }, own);
  };
};

/** Somebody of a firm that was acquired. */
const acquisition: Prepare = async (bench, record) => {
  const { number, firstName, lastName, email, hireDate, costCentre, grade, jobTitle, location, country } = hire(
    bench.next(),
  );
  const person = { number, firstName, lastName, email, hireDate, costCentre, grade, jobTitle, location, country };
  const people = [{ ...person, employmentType: 'employee', weeklyHours: '40' }];
  const body = { name: `Halloway ${number}`, legalEntity: 'MER-US', people, reason: 'signed' };
  const upload = (key: string) => bench.pool.api().workforce.uploadAcquisition({ key, body });
  const { id } = await bench.decide(newId(), upload);
  const acquisitions = new AcquisitionRepository(bench.of(schema));
  return async () => {
    const pass = await acquisitions.database.transaction(async (manager) => {
      await acquisitions.setState(manager, id, 'loading', 'Rafael');
      return acquisitions.nextPass(manager, id);
    });
    return bench.begun(schema, loadAcquisition, { acquisition: id, pass }, record ?? newId());
  };
};

/** Somebody who is carried through as the shared worker is, but for what is said. */
async function carried(
  bench: Bench,
  workerId: string,
  standing: Partial<Person>,
  contract: Partial<Person['carried']> = {},
): Promise<Person> {
  const people = new PersonRepository(bench.of(schema));
  const like = (await people.byNumber(bench.shared.worker.number))!;
  const { number } = hire(bench.next());
  const person = { ...like, ...standing, workerId, number, carried: { ...like.carried, ...contract, number } };
  await people.put(person);
  return person;
}

export const workforce: Exercises = {
  'worker-onboarding': {
    prepare: onboarding,
    alone: { 'after-stored': 1, 'after-append': 1, 'after-handled': 1, 'after-ack': 1 },
  },
  'worker-change': { prepare: change, alone },
  'worker-off-boarding': { prepare: offBoarding, alone },
  'worker-hand-over': { prepare: handingOver, alone },
  'contractor-commitment': { prepare: commitment, alone },
  'worker-loan': { prepare: loan, alone },
  'acquisition-load': { prepare: acquisition, alone },
};
