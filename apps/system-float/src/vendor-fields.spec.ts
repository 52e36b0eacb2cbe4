import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeOffBody } from './absences.js';
import { demandBody, placeOf, projectBody } from './demands.js';
import { personBody } from './people.js';

/** The vendor's field lists are not ours to publish: whoever has them says where. */
const folder = process.env.VENDOR_SPECS ?? '';
const file = join(folder, 'float', 'float_v3_field_facts.json');
const isHere = folder !== '' && existsSync(file);

const state = {
  name: 'Ada Rowe',
  email: 'ada.rowe@meridian.example',
  roleName: 'Consultant',
  skills: [],
  weeklyMinutes: 2400,
  costCentre: 'US-STR',
  grade: 'Consultant',
};
const demand = {
  project: 'P-101',
  role: 'CONS',
  roleName: 'Consultant',
  minutes: 480,
  startDate: '2026-10-05',
  endDate: '2026-10-05',
};
const day = { start_date: '2026-10-05', end_date: '2026-10-05' };

const sent: [string, object][] = [
  ['people', personBody({ reference: '1042', state }, 3, [1, 2, 3, 4, 5], null)],
  ['projects', projectBody('P-101')],
  ['tasks', demandBody(2, placeOf(demand, [1, 2, 3, 4, 5]), 'P-101/CONS')],
  ['timeoffs', timeOffBody({ ...day, hours: null }, 11, 'LV-1', 5)],
  ['timeoffs', timeOffBody({ ...day, hours: 2.5 }, 11, 'LV-1', 5)],
];

const read: [string, string[]][] = [
  ['people', ['people_id', 'name', 'email', 'role_id', 'active', 'tags', 'work_days_hours']],
  ['projects', ['project_id', 'project_code']],
  ['roles', ['id', 'name']],
  [
    'tasks',
    [
      'task_id',
      'project_id',
      'people_id',
      'people_ids',
      'name',
      'start_date',
      'end_date',
      'hours',
      'notes',
      'status',
    ].concat(['repeat_state', 'created', 'modified']),
  ],
  ['timeoffs', ['timeoff_id', 'people_ids', 'start_date', 'end_date', 'hours', 'full_day', 'timeoff_notes']],
  ['timeoff-types', ['timeoff_type_id', 'timeoff_type_name']],
];

(isHere ? describe : describe.skip)('fields against the vendor’s resources (skipped without VENDOR_SPECS)', () => {
  const { resources } = (isHere ? JSON.parse(readFileSync(file, 'utf8')) : { resources: {} }) as {
    resources: Record<string, string>;
  };
  const fieldsOf = (resource: string): string[] =>
    (resources[resource] ?? '').split(' ').map((field) => field.split(':')[0]!);

  it.each(sent)('every field we send to /%s is known', (resource, body) => {
    expect(Object.keys(body).filter((field) => !fieldsOf(resource).includes(field))).toEqual([]);
  });

  it.each(read)('every field we read of /%s is known', (resource, fields) => {
    expect(fields.filter((field) => !fieldsOf(resource).includes(field))).toEqual([]);
  });
});
