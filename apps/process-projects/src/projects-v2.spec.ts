import type { ProjectView } from '#contracts';
import type { ProjectRow } from './project.repository.js';
import { asVersion1 } from './project-v1.js';
import { projectOf } from './projects-v2.controller.js';

const row: ProjectRow = {
  code: 'P-1',
  name: 'Line 4',
  opportunityId: '006A',
  opportunityCode: 'OPP-1',
  client: 'Acme',
  legalEntity: 'MER-DE',
  currency: 'EUR',
  contractNumber: 'C-9',
  taxCode: 'VAT-19',
  startDate: '2026-10-01',
  endDate: null,
  rates: [],
  erpId: '881',
  psaId: '77',
  status: 'active',
};

describe('a project', () => {
  it('is told by version 2 with its deal, contract, period and references apart', () => {
    expect(projectOf(row)).toEqual({
      code: 'P-1',
      name: 'Line 4',
      status: 'active',
      client: 'Acme',
      legalEntity: 'MER-DE',
      deal: { id: '006A', code: 'OPP-1' },
      contract: { number: 'C-9', currency: 'EUR', taxCode: 'VAT-19' },
      period: { start: '2026-10-01', end: null },
      rates: [],
      references: [
        { domain: 'erp', id: '881' },
        { domain: 'psa', id: '77' },
      ],
    });
  });

  it('is told by version 1 as it always was', () => {
    const before: ProjectView = { ...row };
    expect(asVersion1(projectOf(row))).toEqual(before);
  });
});
