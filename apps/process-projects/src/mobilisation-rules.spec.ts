import type { crm, erp } from '#contracts';
import { Failure } from '#kernel';
import { deal, estate } from './change.fixture.js';
import { assertMobilisable, existingCustomer } from './mobilisation-rules.js';

const account: crm.Account = { ...deal().account, name: 'Halden Maritime, Inc', taxNumber: 'US-84-1200399' };

function brokenBy(changes: Partial<crm.Opportunity>): { code: string | undefined; fields: string[] } {
  try {
    assertMobilisable({ ...deal(), ...changes }, estate);
    return { code: undefined, fields: [] };
  } catch (error) {
    const { detail } = Failure.from(error);
    return { code: detail.code, fields: detail.fields!.map(({ field }) => field) };
  }
}

describe('a won deal', () => {
  it('with everything in it can be mobilised', () => expect(brokenBy({}).code).toBeUndefined());

  it.each([
    ['unknown-legal-entity', { legalEntity: 'MER-UK' }],
    ['contract-without-rates', { lines: [] }],
    ['missing-tax-code', { taxCode: 'FR-20' }],
    ['missing-customer', { account: null }],
    ['incomplete-contract', { contractNumber: null }],
    ['incomplete-contract', { billingType: 'on a handshake' }],
    ['not-won', { isWon: false }],
  ])('stops as %s', (code, changes) => expect(brokenBy(changes).code).toBe(code));

  it('lists everything that is wrong, named after the weightiest', () => {
    expect(brokenBy({ legalEntity: null, lines: [], contractNumber: null })).toEqual({
      code: 'unknown-legal-entity',
      fields: ['legalEntity', 'lines', 'contractNumber'],
    });
  });
});

describe('the customer of a deal', () => {
  const candidate = (changes: Partial<erp.ErpCustomer>): erp.ErpCustomer => ({
    id: '3',
    reference: null,
    name: 'Halden Maritime Inc.',
    taxNumber: 'US-84-1200399',
    legalEntity: 'MER-US',
    ...changes,
  });

  it('is new where the ERP knows nobody like it', () => expect(existingCustomer(account, { items: [] })).toBeNull());
  it('is ours where it carries our code', () =>
    expect(existingCustomer(account, { items: [candidate({ id: '9', reference: 'C-10' })] })).toBe('9'));
  it('is adopted where name and tax number are the same', () =>
    expect(existingCustomer(account, { items: [candidate({ name: account.name })] })).toBe('3'));
  it('is a person’s decision where only the tax number is the same (K9)', () => {
    expect(() => existingCustomer(account, { items: [candidate({})] })).toThrow(
      'has the tax number of 3 "Halden Maritime Inc."',
    );
    expect(existingCustomer(account, { items: [candidate({})], chosen: '3' })).toBe('3');
    expect(existingCustomer(account, { items: [candidate({})], chosen: 'new' })).toBeNull();
  });
});
