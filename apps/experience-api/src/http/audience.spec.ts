import { BillingAges, BillingOverview, type Classification, KpiList, OnboardingView, Workbench } from '#contracts';
import { clearanceOf, maskedFor } from './audience.js';

const open = new Set<Classification>(['public', 'internal']);
const money = { amount: '180.00', currency: 'USD' };
const person = (role: string) => clearanceOf({ roles: [role], scopes: [] });

describe('what a reader may see', () => {
  it('goes by the role of a person, and by the scopes of a program', () => {
    expect([...person('finance-operations')]).toEqual(['public', 'internal', 'confidential', 'personal']);
    expect([...person('executive')]).toEqual(['public', 'internal', 'confidential']);
    expect([...person('hr-operations')]).toEqual(['public', 'internal', 'personal']);
    expect([...person('integration-operations')]).toEqual(['public', 'internal']);
    expect([...clearanceOf({ roles: [], scopes: ['portal.read', 'fields.confidential'] })]).toContain('confidential');
  });

  it('is never what is restricted, whatever somebody asks for', () => {
    expect(clearanceOf({ roles: ['executive'], scopes: ['fields.restricted'] }).has('restricted')).toBe(false);
  });

  it('leaves money out of a list of figures, and keeps the rest', () => {
    const list = { items: [{ id: 'backlog', amounts: [money], number: null, records: 1 }], lagSeconds: 0 };
    expect(maskedFor(open, list, KpiList)).toEqual({
      items: [{ id: 'backlog', amounts: [], number: null, records: 1 }],
      lagSeconds: 0,
    });
    expect(maskedFor(person('executive'), list, KpiList)).toEqual(list);
  });

  it('reaches into what is nested in nested things', () => {
    const bench = { items: [{ rank: 1, case: { id: '1', business: { project: 'P-1', moneyAtRisk: money } } }] };
    expect(maskedFor(open, bench, Workbench)).toEqual({
      items: [{ rank: 1, case: { id: '1', business: { project: 'P-1', moneyAtRisk: null } } }],
    });
  });

  it('holds for people as it does for money', () => {
    const hired = { instance: 'bamboohr', number: '1001', state: 'ready' };
    expect(maskedFor(person('hr-operations'), hired, OnboardingView)).toEqual(hired);
    expect(maskedFor(person('executive'), hired, OnboardingView)).toEqual({ ...hired, number: null });
  });

  it('leaves out what cannot do without a field that is withheld', () => {
    const invoice = { reference: 'INV-1', number: '1', erpId: '7', project: 'P-1', total: money, minutes: 60 };
    const overview = { totals: [], invoices: [invoice] };
    expect(maskedFor(person('executive'), overview, BillingOverview)).toEqual(overview);
    expect(maskedFor(open, overview, BillingOverview)).toEqual({ totals: [], invoices: [] });
  });

  it('does not change what it was given', () => {
    const ages = { items: [{ amounts: [money] }] };
    maskedFor(open, ages, BillingAges);
    expect(ages).toEqual({ items: [{ amounts: [money] }] });
  });
});
