import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignmentBody, endedBody } from './assignments.js';
import {
  closedBody,
  contactBody,
  newProjectBody,
  openBody,
  projectColumns,
  type ProjectRow,
  scheduleBody,
} from './mapping.js';
import { defaults } from './settings.js';
import { splitColumns } from './timecards.js';

/** The vendor's field lists are not ours to publish: whoever has them says where. */
const folder = process.env.VENDOR_SPECS ?? '';
const file = join(folder, 'certinia', 'pse_object_field_facts.json');
const isHere = folder !== '' && existsSync(file);

const settings = defaults();
const assignment = {
  project: 'P-101',
  workerNumber: '1042',
  roleName: 'Consultant',
  startDate: '2026-03-02',
  endDate: '2026-03-06',
  minutes: 2400,
  hourlyRate: null,
};
const project = { Id: 'a0P', Name: 'Atlas', pse__Is_Billable__c: true } as ProjectRow;
const shell = { name: 'Atlas', clientId: '001', currency: 'USD', startDate: '2026-03-02', endDate: null };
const person = {
  firstName: 'Ada',
  lastName: 'Rowe',
  email: 'ada.rowe@meridian.example',
  roleName: 'Consultant',
  legalEntity: 'MER-US',
  costCentre: 'US-STR',
  active: true,
};

const used: [string, string[]][] = [
  ['pse__Proj__c', Object.keys({ ...newProjectBody(shell, settings), ...openBody(settings.stages) })],
  ['pse__Proj__c', [...Object.keys(closedBody(settings.stages)), ...projectColumns(settings).split(', ')]],
  ['Contact', [...Object.keys(contactBody(person, settings.fields)), 'pse__API_Resource_Correlation_Id__c']],
  ['pse__Schedule__c', Object.keys(scheduleBody(assignment, settings.workDays))],
  ['pse__Assignment__c', Object.keys(assignmentBody({ reference: 'R', state: assignment }, project, '003', 180))],
  ['pse__Assignment__c', ['pse__Schedule__c', ...Object.keys(endedBody)]],
  ['pse__Timecard__c', splitColumns(settings).split(', ')],
];

interface Facts {
  objects: Record<string, { managedFields: Record<string, { referenceTo?: string }> }>;
}

(isHere ? describe : describe.skip)('fields against the package’s objects (skipped without VENDOR_SPECS)', () => {
  const { objects } = (isHere ? JSON.parse(readFileSync(file, 'utf8')) : { objects: {} }) as Facts;

  /** A path such as `pse__Project__r.Name` is followed through the lookup; what the package did not bring is not ours to check. */
  const isKnown = (type: string, path: string): boolean => {
    const [first = '', ...rest] = path.split('.');
    if (!first.startsWith('pse__')) return true;
    const field = objects[type]?.managedFields[first.replace(/__r$/, '__c')];
    return field !== undefined && (rest.length === 0 || isKnown(field.referenceTo ?? '', rest.join('.')));
  };

  it.each(used)('every field of %s that we use is known', (type, fields) => {
    expect(fields.some((field) => field.startsWith('pse__'))).toBe(true);
    expect(fields.filter((field) => !isKnown(type, field))).toEqual([]);
  });
});
