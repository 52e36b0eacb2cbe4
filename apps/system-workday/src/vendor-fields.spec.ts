import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml } from '#connector';
import { parse } from 'yaml';
import { toWorker } from './mapping.js';

/** The vendor's own descriptions are not ours to publish: whoever has them says where. */
const folder = join(process.env.VENDOR_SPECS ?? '', 'workday');
const describedIn = (service: string): string => join(folder, 'rest-openapi', `workday.${service}.openapi.yml`);
const isHere = Boolean(process.env.VENDOR_SPECS) && existsSync(describedIn('common'));

interface Schema {
  allOf?: Schema[];
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}
interface Operation {
  parameters: { in: string; name: string }[];
  responses: Record<string, { content: Record<string, { schema: Schema }> }>;
}
interface Description {
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, Schema> };
}

/** What `collect` asks, and what is read of the answer. */
const questions = [
  {
    service: 'common',
    path: '/workers/{id}/timeOffEntries',
    read: ['date', 'units', 'unitOfTime.descriptor', 'timeOffRequest.id', 'timeOffRequest.status'],
  },
  {
    service: 'absencemanagement',
    path: '/workers/{id}/leavesOfAbsence',
    read: [
      'id',
      'firstDayOfLeave',
      'estimatedLastDayOfLeave',
      'actualLastDayOfLeave',
      'status.descriptor',
      'leaveImpactFields.schedulingEffect',
    ],
  },
];

(isHere ? describe : describe.skip)('against the vendor’s descriptions (skipped without VENDOR_SPECS)', () => {
  it.each(questions)('$path is asked and read in words of the vendor', ({ service, path, read }) => {
    const { paths, components } = parse(readFileSync(describedIn(service), 'utf8')) as Description;

    /** The schema of a property, through references and compositions. */
    function property(schema: Schema | undefined, name: string): Schema | undefined {
      if (!schema) return undefined;
      if (schema.$ref) return property(components.schemas[schema.$ref.split('/').at(-1)!], name);
      const composed = (schema.allOf ?? []).map((part) => property(part, name)).find(Boolean);
      return schema.properties?.[name] ?? composed;
    }

    const { parameters, responses } = paths[path]!.get;
    const known = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(['limit', 'offset']));
    const reply = responses['200']!.content['application/json']!.schema;
    const item = property(reply, 'data')!.items;
    const find = (field: string) => field.split('.').reduce<Schema | undefined>(property, item);
    expect(read.filter((field) => !find(field))).toEqual([]);
  });

  it('types of ids are the vendor’s', () => {
    const file = join(folder, 'reference-id-types.derived.json');
    const types = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
    const used: [string, string][] = [
      ['Contingent_Worker', 'Contingent_Worker_ID'],
      ['Organization', 'Company_Reference_ID'],
      ['Organization', 'Cost_Center_Reference_ID'],
      ['Organization_Type', 'Organization_Type_ID'],
      ['Management_Level', 'Management_Level_ID'],
      ['Job_Profile', 'Job_Profile_ID'],
      ['Skill_Item', 'Skill_ID'],
      ['Country', 'ISO_3166-1_Alpha-2_Code'],
      ['Communication_Usage_Type', 'Communication_Usage_Type_ID'],
    ];
    expect(used.filter(([kind, type]) => !types[kind]?.includes(type))).toEqual([]);
  });

  it('a recorded worker is read: name, number and work address', () => {
    const text = readFileSync(join(folder, 'sample-1-Get_Workers_Response.xml'), 'utf8');
    const worker = parseXml(text)!.first('Get_Workers_Response', 'Response_Data', 'Worker')!;
    expect(toWorker(worker, undefined)).toMatchObject({
      id: '00000000000000000000000000000000',
      number: '1',
      firstName: 'Example',
      lastName: 'Worker',
      workEmail: 'test@example.com',
      employmentType: 'employee',
    });
  });
});
