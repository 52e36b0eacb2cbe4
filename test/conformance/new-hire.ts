/** Somebody new, as people operations type them in on the screens of any HR product. */
export const newHire = {
  number: '9001',
  firstName: 'Ada',
  lastName: 'Rowe',
  email: 'ada.rowe@meridian.example',
  hireDate: '2026-03-02',
  employmentType: 'Full-Time',
  legalEntity: 'MER-US',
  costCentre: 'US-STR',
  location: 'Chicago',
  country: 'US',
  grade: 'Consultant',
  jobTitle: 'Consultant',
  manager: '1003',
  weeklyHours: 40,
  pay: '61234.00 USD',
  skills: ['SKL-STRAT'],
};
