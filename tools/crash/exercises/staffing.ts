import { newId } from '#kernel';
import { AssignmentRepository } from '../../../apps/process-staffing/src/assignments/assignment.repository.js';
import { keepWorker } from '../../../apps/process-staffing/src/people/keep-worker.workflow.js';
import { synchroniseAssignment } from '../../../apps/process-staffing/src/assignments/synchronise-assignment.workflow.js';
import { adjustHolidays } from '../../../apps/process-staffing/src/capacity/adjust-holidays.workflow.js';
import { CapacityRepository } from '../../../apps/process-staffing/src/capacity/capacity.repository.js';
import { updateCapacity } from '../../../apps/process-staffing/src/capacity/update-capacity.workflow.js';
import { branch, mondayOf } from '../business.js';
import type { Exercises, Prepare } from './exercise.js';
import { kept, onboarded, placeOf } from './furniture.js';

const schema = 'process_staffing';
const instance = 'bamboohr';
const alone = { 'after-append': 1, 'after-ack': 1 };
/** Exercises have a year each from here on. */
const firstYear = 2027;

/** Somebody who was put on a project by the scheduler's screen. */
const assignment: Prepare = async (bench, record) => {
  const worker = await onboarded(bench);
  await bench.done(await kept(bench, worker), `worker ${worker.number} to be known to staffing`);
  const own = record ?? newId();
  const assignments = new AssignmentRepository(bench.of(schema));
  return async () => {
    const turn = { instance: 'kantata', id: await placeOf(bench, worker.email, 600), turn: 1 };
    await bench.database.query(
      `insert into process_staffing.assignment (instance, id, turn, reported) values ($1, $2, $3, 0)`,
      [turn.instance, turn.id, turn.turn],
    );
    const begun = await bench.begun(schema, synchroniseAssignment, turn, own);
    await bench.of(schema).transaction((manager) => assignments.begun(manager, turn, begun.runs[0]!.runId));
    return begun;
  };
};

/** A report of somebody who is known already. */
const directory: Prepare = async (bench, record) => {
  const own = record ?? newId();
  const { id } = bench.shared.worker;
  return () => bench.begun(schema, keepWorker, { instance, id, event: own }, own);
};

/** Two days of leave, noted as the intake would. */
const leave: Prepare = async (bench, record) => {
  const own = record ?? newId();
  const { id: workerId } = bench.shared.worker;
  const monday = mondayOf(firstYear + bench.next());
  const days = [monday, monday.replace(/\d$/, (digit) => String(Number(digit) + 1))];
  const approved = {
    id: own,
    workerId,
    status: 'approved',
    modifiedAt: null,
    days: days.map((date) => ({ date, minutes: 480 })),
  } as const;
  const capacity = new CapacityRepository(bench.of(schema));
  return async () => {
    await bench.of(schema).transaction(async (manager) => {
      await capacity.noteLeave(manager, { instance, id: own, leave: approved }, new Date().toISOString());
    });
    const input = { instance, workerId, from: days[0]!, to: days[1]!, reason: `leave/${own}` };
    return bench.begun(schema, updateCapacity, input, own);
  };
};

/** Another holiday of the branch. */
const holiday: Prepare = async (bench, record) => {
  const own = record ?? newId();
  const date = mondayOf(firstYear + bench.next());
  return async () => {
    await bench.act(`${branch.hr}/addHoliday`, { calendar: branch.calendar, date, name: 'Founding day' });
    return bench.begun(schema, adjustHolidays, { instance: branch.hr, from: date, to: date, event: own }, own);
  };
};

export const staffing: Exercises = {
  'assignment-sync': { prepare: assignment, alone },
  'worker-directory': { prepare: directory, alone },
  'capacity-update': { prepare: leave, alone, racing: 'absences of a year replace each other, which I3 does not know' },
  'holiday-adjustment': { prepare: holiday, alone, racing: 'it looks again until everybody concerned is done' },
};
