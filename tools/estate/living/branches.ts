/** Where deals are won and people hired: what the firm's files say of each legal entity, in one place. */
export interface Branch {
  legalEntity: string;
  currency: string;
  country: string;
  location: string;
  costCentre: string;
  taxCode: string;
  region: string;
  /** Customers of old, by code. */
  customers: string[];
  /** Deals of the example's month that become projects without anybody's help, by code. */
  deals: string[];
}

export const branches: Branch[] = [
  {
    legalEntity: 'MER-US',
    currency: 'USD',
    country: 'US',
    location: 'Boston',
    costCentre: 'US-TEC',
    taxCode: 'US-SVC-WA',
    region: 'North America',
    customers: ['C-01', 'C-04'],
    deals: ['OPP-101', 'OPP-103', 'OPP-105'],
  },
  {
    legalEntity: 'MER-DE',
    currency: 'EUR',
    country: 'DE',
    location: 'Berlin',
    costCentre: 'DE-TEC',
    taxCode: 'DE-19',
    region: 'EMEA',
    customers: ['C-02', 'C-05'],
    deals: ['OPP-102', 'OPP-104'],
  },
];
/** The role every deal made up here is sold on, by code and by its name on the screens. */
export const role = { code: 'CONS', name: 'Consultant' };
