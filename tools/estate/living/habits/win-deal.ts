import { type Branch, role } from '../branches.js';
import { type Customer, type Draft, type Habit, type Life, workingDay } from '../life.js';

/** Deals under way at once; others are won when some have ended. */
const most = 5;
const patience = 10;
/** How long ago the work began that is sold, and how long it lasts, in working days. */
const begunBefore = 15;
const lasts = 120;
const what = ['Process review', 'Data platform', 'Operating model', 'Cloud move', 'Reporting', 'Pricing study'];

/** Sales enters a deal and wins it; now and then the tax code was forgotten, and finance finds out. */
export const winDeal: Habit = {
  name: 'win-deal',
  weight: 5,
  occasion: (life) => {
    if (life.deals.length >= most) return null;
    const customer = life.random.oneOf(life.customers);
    const number = life.next('deal');
    const code = `OPP-${200 + number}`;
    const { branch } = customer;
    const hourlyRate = `${life.random.between(140, 260)}.00`;
    const name = `${what[number % what.length]} ${number}`;
    const isIncomplete = life.happens(20);
    const taxCode = isIncomplete ? '' : branch.taxCode;
    const opportunity = { ...terms(life, customer), code, name, taxCode, contractNumber: `CT-${code}` };
    const lines = [{ opportunity: code, role: role.code, hours: 400, hourlyRate }];
    const about = { subject: code, legalEntity: branch.legalEntity, domain: 'crm' } as const;
    if (isIncomplete) forget(life, about, branch);
    life.deals.push({
      code,
      project: `P-${code}`,
      branch,
      hourlyRate,
      places: [],
      nextLateDay: life.today - begunBefore,
      entries: 0,
      open: [],
      approved: null,
    });
    const without = isIncomplete ? ', without a tax code' : '';
    return [
      {
        ...about,
        action: 'createOpportunity',
        input: { opportunity: { ...opportunity, amount: `${Number(hourlyRate) * 400}.00` }, lines },
        text: `sales entered ${code} ${name} for ${customer.name}${without}`,
      },
      { ...about, action: 'closeOpportunity', input: { code, outcome: 'win' }, text: `sales won ${code}` },
    ];
  },
};

const terms = (life: Life, { code: customer, branch: { legalEntity, currency, costCentre, region } }: Customer) => ({
  customer,
  legalEntity,
  currency,
  costCentre,
  region,
  closeDate: workingDay(life.today),
  startDate: workingDay(life.today - begunBefore),
  endDate: workingDay(life.today + lasts),
  deliveryModel: 'remote',
  billingType: 'time-and-materials',
  template: 'consulting-standard',
  practice: 'Technology',
  outcome: 'win' as const,
});

function forget(life: Life, about: Pick<Draft, 'subject' | 'legalEntity'> & { domain: 'crm' }, branch: Branch): void {
  const { subject: code } = about;
  const input = { code, fields: { taxCode: branch.taxCode } };
  const text = `sales added the tax code of ${code}`;
  life.mistakes.push({
    notBefore: life.number + patience,
    draft: { ...about, action: 'editOpportunity', input, text },
  });
}
