import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openTenant, person, type Tenant, textAt } from './tenant.fixture.js';
import { attributeOf, type XmlNode } from './xml.js';

/** The vendor's own lists are not ours to publish: whoever has them says where. */
const folder = join(process.env.VENDOR_SPECS ?? '', 'workday');
const idTypesFile = join(folder, 'reference-id-types.derived.json');
const restFile = join(folder, 'rest-openapi', 'workday.absencemanagement.openapi.yml');
const commonFile = join(folder, 'rest-openapi', 'workday.common.openapi.yml');
const isHere = Boolean(process.env.VENDOR_SPECS) && existsSync(idTypesFile) && existsSync(restFile);

interface Specification {
  paths: Record<string, unknown>;
  components: { schemas: Record<string, { allOf: { properties?: Record<string, object> }[] }> };
}

/** References that are named for their part rather than for what they refer to. */
const kinds: Record<string, string> = {
  Manager: 'Worker',
  Manager_as_of_last_detected_manager_change: 'Worker',
  Category: 'Skill_Item_Category',
  Skill: 'Skill_Item',
  Location: 'Location',
  Position: 'Position_Element',
  Type: 'Communication_Usage_Type',
  Worker_Type: 'Position_Worker_Type',
  Primary_Termination_Reason: 'Termination_Subcategory',
  Superior_Organization: 'Organization',
  Transaction_Target: 'Worker',
  Organization: 'Organization',
};

(isHere ? describe : describe.skip)('replies against the vendor’s lists (skipped without VENDOR_SPECS)', () => {
  let tenant: Tenant;
  beforeAll(async () => {
    tenant = await openTenant();
    tenant.act('setPermission', { domain: 'Worker Data: Compensation', granted: true });
    tenant.act('hire', { worker: person('9', 'Ada', 'Rowe') });
    tenant.act('terminateEmployee', { number: '9', date: '2026-09-30' });
  });
  afterAll(() => tenant.hosted.close());

  test('references carry ids of types the vendor lists for them', async () => {
    const listed = JSON.parse(readFileSync(idTypesFile, 'utf8')) as Record<string, string[]>;
    const sections = ['Reference', 'Personal_Information', 'Employment_Information', 'Compensation', 'Organizations'];
    const more = ['Management_Chain_Data', 'Skills', 'Transaction_Log_Data'];
    const flags = [...sections, ...more].map((name) => `<bsvc:Include_${name}>1</bsvc:Include_${name}>`).join('');
    const workers = await tenant.ask(
      `<bsvc:Get_Workers_Request><bsvc:Response_Group>${flags}</bsvc:Response_Group></bsvc:Get_Workers_Request>`,
    );
    const others = ['Get_Organizations', 'Get_Holiday_Calendars'].map((name) => tenant.ask(`<bsvc:${name}_Request/>`));
    const used = [workers, ...(await Promise.all(others))].flatMap(references);
    expect(new Set(used.map(({ kind }) => kind)).size).toBeGreaterThan(15);
    for (const { kind, type } of used) expect([kind, listed[kind]]).toEqual([kind, expect.arrayContaining([type])]);
  });

  test('absences have the members the vendor lists, at the vendor’s paths', async () => {
    const wid = textAt(await tenant.worker('3'), 'Worker_Reference', 'ID')!;
    const absence = { number: '3', startDate: '2026-10-08', endDate: '2026-10-08', minutesPerDay: null };
    for (const kind of ['vacation', 'parental']) tenant.act('recordLeave', { ...absence, kind });
    for (const [file, prefix, path, schema] of [
      [restFile, '', '/workers/{id}/timeOffDetails', 'TimeOffDetailsView'],
      [restFile, '', '/workers/{id}/leavesOfAbsence', 'LeavesOfAbsenceView'],
      [commonFile, '/ccx/api/v1/north1', '/workers/{id}/timeOffEntries', 'TimeOffEntries'],
    ] as const) {
      const { paths, components } = parse(readFileSync(file, 'utf8')) as Specification;
      const members = components.schemas[schema]!.allOf.flatMap(({ properties = {} }) => Object.keys(properties));
      expect(Object.keys(paths)).toContain(path);
      const { data } = (await (await tenant.get(prefix + path.replace('{id}', wid))).json()) as { data: object[] };
      expect(data).toHaveLength(1);
      expect(members).toEqual(expect.arrayContaining(Object.keys(data[0]!)));
    }
  });
});

/** Every id of every reference below, with the kind of thing it refers to. */
function references(node: XmlNode): { kind: string; type: string }[] {
  const below = node.children.flatMap(references);
  if (!node.name.endsWith('_Reference')) return below;
  const name = node.name.replace(/_Reference$/, '');
  const kind = kinds[name] ?? name;
  return node.children.map((id) => ({ kind, type: attributeOf(id, 'urn:com.workday/bsvc', 'type')! }));
}
