import { branches } from '../branches.js';
import type { Draft, Habit } from '../life.js';

const names = ['Alder', 'Beacon', 'Cormorant', 'Dunes', 'Ember', 'Fjord', 'Garnet', 'Heron', 'Isthmus', 'Juniper'];
const most = names.length;
const patience = 12;

/** Sales enters a customer nobody knew; now and then without the tax number, which is asked for later. */
export const newCustomer: Habit = {
  name: 'new-customer',
  weight: 2,
  occasion: (life) => {
    if (life.count('customer') >= most) return null;
    const number = life.next('customer');
    const branch = life.random.oneOf(branches);
    const { legalEntity, country, currency } = branch;
    const code = `C-${200 + number}`;
    const name = `${names[number - 1]} ${country === 'DE' ? 'Werke GmbH' : 'Works Inc.'}`;
    const taxNumber = country === 'DE' ? `DE${811_000_000 + number * 7_919}` : `US-61-${2_000_000 + number * 7_919}`;
    const isIncomplete = life.happens(40);
    const customer = {
      code,
      name,
      taxNumber: isIncomplete ? '' : taxNumber,
      country,
      city: branch.location,
      currency,
      segment: 'Mid-market',
      industry: 'Energy',
      inErp: false,
    };
    const about = { subject: code, legalEntity, domain: 'crm' } as const;
    if (isIncomplete) {
      const input = { code, fields: { taxNumber } };
      const draft: Draft = { ...about, action: 'editAccount', input, text: `sales added the tax number of ${name}` };
      life.mistakes.push({ notBefore: life.number + patience, draft });
    }
    life.customers.push({ code, name, branch });
    const without = isIncomplete ? ', without a tax number' : '';
    return [{ ...about, action: 'createAccount', input: { customer }, text: `sales entered ${name}${without}` }];
  },
};
