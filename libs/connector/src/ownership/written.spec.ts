import { attributeGroups, writtenGroups } from '#contracts';
import { domainRoutes } from '#platform';
import { writtenBy } from './written.js';

const resource = {
  name: 'Ada Rowe',
  email: 'ada@meridian.example',
  roleName: 'Consultant',
  skills: ['Strategy'],
  weeklyMinutes: 2400,
  costCentre: 'US-STR',
  grade: 'Consultant',
};
const groupsOf = (state: object): Record<string, string> =>
  writtenBy('scheduling.putResource', { reference: '1042', state })!.groups;

describe('what a write says', () => {
  it('is told by attribute group, as prints and not as values', () => {
    const written = writtenBy('scheduling.putResource', { reference: '1042', state: resource })!;
    expect(written.reference).toBe('1042');
    expect(Object.keys(written.groups).sort()).toEqual([
      'worker.cost-centre',
      'worker.identity',
      'worker.role',
      'worker.skills',
      'worker.working-time',
    ]);
    expect(JSON.stringify(written)).not.toMatch(/Ada|US-STR/);
  });

  it('differs in the groups that differ and in no other', () => {
    const before = groupsOf(resource);
    const after = groupsOf({ ...resource, costCentre: 'US-DATA' });
    expect(Object.keys(before).filter((group) => before[group] !== after[group])).toEqual(['worker.cost-centre']);
  });

  it('belongs to more than one record where an operation carries more', () => {
    const dimensions = {
      legalEntity: 'MER-DE',
      erpProjectId: '7',
      costCentre: 'DE-STR',
      contractNumber: 'C-1',
      deliveryModel: 'onsite',
    };
    const { groups } = writtenBy('psa.putFinancialDimensions', { reference: 'P-OPP-1', dimensions })!;
    expect(Object.keys(groups).sort()).toEqual(['opportunity.contract', 'project.dimensions', 'project.legal-entity']);
  });

  it('is nothing anybody can own where the table does not name the operation', () => {
    expect(writtenBy('scheduling.putDemand', { reference: 'D-1', state: { minutes: 60 } })).toBeNull();
  });
});

describe('the table of attribute groups', () => {
  it('names operations and groups that there are', () => {
    for (const [operation, { groups }] of Object.entries(writtenGroups)) {
      const [domain, id] = operation.split('.') as [keyof typeof domainRoutes, string];
      expect([operation, Object.keys(domainRoutes[domain])]).toEqual([operation, expect.arrayContaining([id])]);
      const known = Object.entries(attributeGroups).flatMap(([record, names]) =>
        Object.keys(names).map((name) => `${record}.${name}`),
      );
      expect(groups.filter((group) => !known.includes(group))).toEqual([]);
    }
  });

  it('puts a field of a record into one group', () => {
    for (const groups of Object.values(attributeGroups)) {
      const fields = Object.values(groups).flat();
      expect(fields).toHaveLength(new Set(fields).size);
    }
  });
});
