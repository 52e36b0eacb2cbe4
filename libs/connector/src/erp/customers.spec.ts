import type { erp } from '#contracts';
import type { Vendor } from '../http/vendor.js';
import { findCustomers, isMeant } from './customers.js';

const acme: erp.ErpCustomer = { id: '1', reference: 'ACC-1', name: 'Acme', taxNumber: 'de12', legalEntity: 'DE' };
const nobody = {} as Vendor;

describe('a search for customers', () => {
  it('must say by what', async () => {
    const search = () => Promise.reject(new Error('asked'));
    await expect(findCustomers(search).run(nobody, {})).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('answers what the product found', async () => {
    const found = findCustomers(() => Promise.resolve([acme]));
    await expect(found.run(nobody, { name: 'Acme' })).resolves.toEqual({ items: [acme] });
  });

  it.each([
    [{ reference: 'ACC-1' }, true],
    [{ reference: 'acc-1' }, false],
    [{ taxNumber: 'DE12' }, true],
    [{ name: 'Acme' }, true],
    [{ name: 'Acme GmbH', taxNumber: 'DE99' }, false],
    [{ name: 'Acme GmbH', reference: 'ACC-1' }, true],
  ])('by %j means the customer: %s', (query, meant) => expect(isMeant(query)(acme)).toBe(meant));
});
