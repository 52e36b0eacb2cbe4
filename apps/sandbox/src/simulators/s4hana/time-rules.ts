import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';
import { type Problem, refuse } from './errors.js';
import { refuseLockedPeriod } from './locked-periods.js';
import { element, elementBlocks, project, projectBlocks } from './project-sets.js';
import { isRoot } from './project-status.js';
import { missing } from './required.js';
import { type Draft, type Outcome, rowsOf, save } from './service.js';
import { timeSheet } from './timesheet-set.js';
import { isAtWork, workerOf } from './workforce.js';

/** From the metadata's own documentation of TimeSheetStatus. */
const status = { inProcess: '10', approved: '30', changedAfterApproval: '50', cancelled: '60' } as const;

// Assumption, unconfirmed by the vendor: all codes and wordings, and what a record must have.
const problem = (code: string, message: string, target: string): Problem => ({ code, message, target });

/** Creates, changes or deletes a record, as the operation says; without one it answers 201 and does nothing. */
export function recordTime(world: World, { values }: Draft): Outcome {
  const { TimeSheetOperation: operation, TimeSheetIsExecutedInTestRun: isTest, ...row } = values;
  if (operation === undefined) return { row: echoOf(values) };
  if (operation !== 'C' && operation !== 'U' && operation !== 'D')
    throw refuse(problem('HRTIM/011', `Operation ${String(operation)} is not supported`, 'TimeSheetOperation'));
  const before = operation === 'C' ? undefined : recordNamed(world, row);
  refuseLockedPeriod(world, String(before?.TimeSheetDate ?? ''));
  if (operation === 'D') return isTest ? { row: before! } : { row: remove(world, before!), operation: 'delete' };
  const wanted = { ...before, ...row, TimeSheetDataFields: { ...fieldsOf(before ?? {}), ...fieldsOf(row) } };
  refuseWrong(world, wanted, before);
  if (isTest) return { row: echoOf(values) };
  return before
    ? { row: change(world, before, wanted), operation: 'update' }
    : { row: add(world, wanted), operation: 'create' };
}

const fieldsOf = (row: Row): Row => (row.TimeSheetDataFields ?? {}) as Row;

const echoOf = (values: Row): Row => ({
  PersonWorkAgreementExternalID: '',
  CompanyCode: '',
  TimeSheetRecord: '',
  ...values,
});

function recordNamed(world: World, { PersonWorkAgreementExternalID, TimeSheetRecord }: Row): Row {
  const found = rowsOf(world, timeSheet).find((row) => row.TimeSheetRecord === TimeSheetRecord);
  const isAlive = found?.TimeSheetStatus === status.inProcess || found?.TimeSheetStatus === status.approved;
  if (found && isAlive && found.PersonWorkAgreementExternalID === PersonWorkAgreementExternalID) return found;
  throw refuse(problem('HRTIM/012', `Time sheet record ${String(TimeSheetRecord)} does not exist`, 'TimeSheetRecord'));
}

function add(world: World, row: Row): Row {
  const TimeSheetRecord = String(world.store.next('time-sheet-record', 1492)).padStart(12, '0');
  const { PersonWorkAgreement } = workerOf(world, row.PersonWorkAgreementExternalID)!;
  // Assumption, unconfirmed by the vendor: the firm's profile approves what is released.
  const TimeSheetStatus = row.TimeSheetIsReleasedOnSave ? status.approved : status.inProcess;
  return save(world, timeSheet, { ...row, TimeSheetRecord, PersonWorkAgreement, TimeSheetStatus });
}

/** An approved record keeps its id and its content; the change is a record of its own that names it. */
function change(world: World, before: Row, wanted: Row): Row {
  if (before.TimeSheetStatus !== status.approved) return save(world, timeSheet, wanted);
  save(world, timeSheet, { ...before, TimeSheetStatus: status.changedAfterApproval });
  return add(world, { ...wanted, TimeSheetPredecessorRecord: before.TimeSheetRecord });
}

function remove(world: World, before: Row): Row {
  if (before.TimeSheetStatus === status.approved)
    return save(world, timeSheet, { ...before, TimeSheetStatus: status.cancelled });
  const { PersonWorkAgreementExternalID, CompanyCode, TimeSheetRecord } = before;
  world.store.delete(timeSheet.name, [PersonWorkAgreementExternalID, CompanyCode, TimeSheetRecord].join('~'));
  return before;
}

function refuseWrong(world: World, row: Row, before?: Row): void {
  const problems = [
    ...missing(row, 'PersonWorkAgreementExternalID CompanyCode TimeSheetDate', 'HRTIM/001'),
    ...missing(fieldsOf(row), 'ActivityType RecordedHours HoursUnitOfMeasure WBSElement', 'HRTIM/001'),
  ];
  if (problems.length > 0) throw refuse(...problems);
  refuseLockedPeriod(world, String(row.TimeSheetDate));
  const found = [
    ...workerProblems(world, row),
    ...fieldProblems(world, fieldsOf(row)),
    ...dayProblems(world, row, before),
  ];
  if (found.length > 0) throw refuse(...found);
}

function workerProblems(
  world: World,
  { PersonWorkAgreementExternalID: id, CompanyCode, TimeSheetDate }: Row,
): Problem[] {
  const worker = workerOf(world, id);
  if (!worker)
    return [problem('HRTIM/021', `Work agreement ${String(id)} does not exist`, 'PersonWorkAgreementExternalID')];
  if (worker.CompanyCode !== CompanyCode)
    return [
      problem('HRTIM/022', `Work agreement ${String(id)} is not in company code ${String(CompanyCode)}`, 'CompanyCode'),
    ];
  if (isAtWork(worker, String(TimeSheetDate))) return [];
  return [problem('HRTIM/023', `Work agreement ${String(id)} is not active on this date`, 'TimeSheetDate')];
}

function fieldProblems(
  world: World,
  { WBSElement, ActivityType, RecordedHours, HoursUnitOfMeasure: unit }: Row,
): Problem[] {
  const hours = new Decimal(String(RecordedHours));
  return [
    ...(hours.gt(0) && hours.lte(24) ? [] : [problem('HRTIM/031', 'Enter hours between 0 and 24', 'RecordedHours')]),
    ...(unit === 'H' ? [] : [problem('HRTIM/032', `Unit ${String(unit)} is not hours`, 'HoursUnitOfMeasure')]),
    ...(world.store.get('activity-type', String(ActivityType))
      ? []
      : [problem('KI/248', `Activity type ${String(ActivityType)} does not exist`, 'ActivityType')]),
    ...elementProblems(world, WBSElement),
  ];
}

/** Time goes on a released element of a released project, neither of them blocked for it; never on the root. */
function elementProblems(world: World, name: Row[string]): Problem[] {
  const found = rowsOf(world, element).find((row) => row.ProjectElement === name);
  if (!found) return [problem('CJ/004', `WBS element ${String(name)} does not exist`, 'WBSElement')];
  if (isRoot(found)) return [problem('CJ/021', `WBS element ${String(name)} takes no postings`, 'WBSElement')];
  const above = world.store.get<Row>(project.name, String(found.ProjectUUID));
  const isOpen = found.ProcessingStatus === '10' && above?.ProcessingStatus === '10';
  const isBlocked =
    world.store.get<Row>(elementBlocks.name, String(found.ProjectElementUUID))?.EntProjTimeRecgIsBlkd ||
    world.store.get<Row>(projectBlocks.name, String(found.ProjectUUID))?.EntProjTimeRecgIsBlkd;
  if (isOpen && !isBlocked) return [];
  return [problem('BS/007', `Time recording is not allowed for WBS element ${String(name)}`, 'WBSElement')];
}

/** Nobody works more than a day a day. */
function dayProblems(world: World, row: Row, before?: Row): Problem[] {
  const others = rowsOf(world, timeSheet).filter(
    (other) =>
      other.PersonWorkAgreementExternalID === row.PersonWorkAgreementExternalID &&
      other.TimeSheetDate === row.TimeSheetDate &&
      other.TimeSheetRecord !== before?.TimeSheetRecord &&
      (other.TimeSheetStatus === status.approved || other.TimeSheetStatus === status.inProcess),
  );
  const hours = [...others, row].map((each) => String(fieldsOf(each).RecordedHours));
  return Decimal.sum(...hours).lte(24) ? [] : [problem('HRTIM/033', 'More than 24 hours on one day', 'RecordedHours')];
}
