import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import { leaveStatus } from './absence.js';
import { countryInstance } from './countries.js';
import { contractData } from './compensation-data.js';
import { listed, reference, widOf } from './identity.js';
import { managerOf, supervisoryOf } from './organizations.js';
import { maySee } from './permissions.js';
import type { Section } from './request-shapes.js';
import { dateText } from './tenant-time.js';
import { field, flag, group, type Part } from './wire.js';
import { type AsOf, instanceOf, isContingent, type State } from './worker.js';

const fullWeekHours = 40;

/** Jobs, then what became of the employment as a whole. */
export function employmentData(world: World, state: State, asOf: AsOf, wanted: Set<Section>): Part {
  const second = world.store.get<AdditionalJob>('additionalJob', state.wid);
  return group('Employment_Data', [
    // Nothing says that the primary job comes first.
    wanted.has('Include_Additional_Jobs') && second ? jobData(additionalPosition(state, second), false) : undefined,
    jobData(position(world, state, asOf), true),
    group('Worker_Status_Data', [...statusData(state), leaveStatus(world, state.wid, asOf.date)]),
    isContingent(state.person) && maySee(world, 'Include_Compensation') ? contractData(state) : undefined,
  ]);
}

export interface AdditionalJob {
  jobTitle: string;
  weeklyHours: number;
  date: string;
}

const jobData = (positionData: Part, isPrimary: boolean): Part =>
  group('Worker_Job_Data', [positionData], { Primary_Job: isPrimary ? '1' : '0' });

function position(world: World, state: State, asOf: AsOf): Part {
  const { person, jobDate } = state;
  const manager = managerOf(world, supervisoryOf(world, state, asOf), asOf);
  return group(
    'Position_Data',
    [
      ...positionHead(`P-${person.number}`, person.jobTitle, state.hireDate),
      field('End_Employment_Date', state.terminationDate && dateText(state.terminationDate)),
      reference('Worker_Type_Reference', workerType(state)),
      ...hours(person.weeklyHours),
      group('Job_Profile_Summary_Data', [
        reference(
          'Job_Profile_Reference',
          listed('Job_Profile', 'Job_Profile_ID', idText(person.jobTitle), person.jobTitle),
        ),
        reference(
          'Management_Level_Reference',
          listed('Management_Level', 'Management_Level_ID', idText(person.grade), person.grade),
        ),
        field('Job_Profile_Name', person.jobTitle),
      ]),
      group('Business_Site_Summary_Data', [
        reference('Location_Reference', listed('Location', 'Location_ID', idText(person.location), person.location)),
        field('Name', person.location),
        field('Scheduled_Weekly_Hours', String(fullWeekHours)),
        group('Address_Data', [reference('Country_Reference', countryInstance(person.country))], {
          Effective_Date: dateText('1900-01-01'),
        }),
      ]),
      manager && reference('Manager_as_of_last_detected_manager_change_Reference', instanceOf(manager)),
    ],
    { Effective_Date: dateText(jobDate) },
  );
}

const additionalPosition = ({ person }: State, { jobTitle, weeklyHours, date }: AdditionalJob): Part =>
  group('Position_Data', [...positionHead(`P-${person.number}-2`, jobTitle, date), ...hours(weeklyHours)], {
    Effective_Date: dateText(date),
  });

const positionHead = (id: string, title: string, startDate: string): Part[] => [
  reference('Position_Reference', { wid: widOf('Position', id), ids: { Position_ID: id }, descriptor: title }),
  field('Position_ID', id),
  field('Position_Title', title),
  field('Business_Title', title),
  field('Start_Date', dateText(startDate)),
];

function workerType({ person }: State) {
  if (isContingent(person)) return listed('Contingent_Worker_Type', 'Contingent_Worker_Type_ID', 'Contractor');
  return listed('Employee_Type', 'Employee_Type_ID', 'Regular');
}

function hours(weekly: number): Part[] {
  const isFull = weekly >= fullWeekHours;
  const timeType = listed(
    'Position_Time_Type',
    'Position_Time_Type_ID',
    isFull ? 'Full_time' : 'Part_time',
    isFull ? 'Full time' : 'Part time',
  );
  return [
    reference('Position_Time_Type_Reference', timeType),
    field('Scheduled_Weekly_Hours', String(weekly)),
    field('Default_Weekly_Hours', String(fullWeekHours)),
    field('Full_Time_Equivalent_Percentage', new Decimal(weekly).times(100).div(fullWeekHours).toString()),
    flag('Exclude_from_Headcount', false),
  ];
}

/** What has not come yet is not said: a termination ahead shows on its day. */
function statusData(state: State): Part[] {
  const { active, hireDate, originalHireDate, terminationDate, hireRescinded } = state;
  return [
    flag('Active', active),
    field('Active_Status_Date', dateText(hireDate)),
    field('Hire_Date', dateText(hireDate)),
    field('Original_Hire_Date', dateText(originalHireDate)),
    field('End_Employment_Date', terminationDate && dateText(terminationDate)),
    field('Continuous_Service_Date', dateText(hireDate)),
    flag('Retired', false),
    flag('Terminated', terminationDate !== undefined && !active),
    field('Termination_Date', terminationDate && dateText(terminationDate)),
    field('Pay_Through_Date', terminationDate && dateText(terminationDate)),
    terminationDate === undefined ? undefined : reference('Primary_Termination_Reason_Reference', terminationReason),
    flag('Hire_Rescinded', hireRescinded),
    field('Termination_Last_Day_of_Work', terminationDate && dateText(terminationDate)),
    flag('Rehire', originalHireDate !== hireDate),
  ];
}

const terminationReason = listed(
  'Termination_Subcategory',
  'Termination_Subcategory_ID',
  'Terminate_Employee_Voluntary_Other',
  'Terminate Employee > Voluntary > Other',
);

/** Reference ids have no spaces. */
export const idText = (name: string): string => name.replaceAll(/[^A-Za-z0-9]+/g, '_');
