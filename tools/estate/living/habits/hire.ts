import { branches } from '../branches.js';
import type { Consultant, Draft, Habit } from '../life.js';

const firstNames = ['Tamsin', 'Idris', 'Marta', 'Quentin', 'Yuki', 'Anselm', 'Bianca', 'Corin', 'Delia', 'Evander'];
const lastNames = [
  'Ode',
  'Halloran',
  'Lindqvist',
  'Moreau',
  'Sato',
  'Brandt',
  'Ferrante',
  'Whitlow',
  'Acheson',
  'Roth',
];
const most = firstNames.length;
const patience = 8;

/** People operations hire somebody; now and then the cost centre is left out, and nothing can be set up until it is there. */
export const hire: Habit = {
  name: 'hire',
  weight: 2,
  occasion: (life) => {
    if (life.count('hire') >= most) return null;
    const index = life.next('hire') - 1;
    const branch = life.random.oneOf(branches);
    const { legalEntity, country, location, currency } = branch;
    const number = String(2_001 + index);
    const [firstName, lastName] = [firstNames[index]!, lastNames[index]!];
    const name = `${firstName} ${lastName}`;
    const email = `${firstName}.${lastName}@meridian.example`.toLowerCase();
    const isIncomplete = life.happens(25);
    const worker = {
      number,
      firstName,
      lastName,
      email,
      // Whoever begins on a day to come is set up shortly before it; these are to be seen at work.
      hireDate: '2026-01-05',
      employmentType: 'Full-Time' as const,
      legalEntity,
      costCentre: isIncomplete ? '' : branch.costCentre,
      location,
      country,
      grade: 'Consultant',
      jobTitle: 'Consultant',
      manager: '1001',
      weeklyHours: 40,
      pay: `60000.00 ${currency}`,
      skills: ['SKL-TS'],
    };
    const about = { subject: `worker ${number}`, legalEntity, domain: 'hr' } as const;
    const consultant: Consultant = {
      number,
      email,
      name,
      grade: worker.grade,
      branch,
      deal: null,
      freeFrom: 0,
      isNew: true,
    };
    const start = (): void => void life.consultants.push(consultant);
    if (isIncomplete) {
      const input = { number, fields: { costCentre: branch.costCentre } };
      const text = `people operations added the cost centre of ${name}`;
      const draft: Draft = { ...about, action: 'editEmployee', input, text };
      life.mistakes.push({ notBefore: life.number + patience, draft, mended: start });
    } else start();
    const without = isIncomplete ? ', without a cost centre' : '';
    return [{ ...about, action: 'hire', input: { worker }, text: `people operations hired ${name}${without}` }];
  },
};
