import { Decimal } from 'decimal.js';
import { listed, reference } from './identity.js';
import { dateText } from './tenant-time.js';
import { field, group, type Part } from './wire.js';
import { isContingent, type State } from './worker.js';

/** `58000.00 USD` a year, or an hour for contractors, as the firm's files put it. */
const payOf = ({ person }: State): { amount: string; currency: string } => {
  const [amount, currency] = person.pay.split(' ') as [string, string];
  return { amount, currency };
};

const annual = listed('Frequency', 'Frequency_ID', 'Annual');
const hourly = listed('Frequency', 'Frequency_ID', 'Hourly');
const currencyInstance = (code: string) => listed('Currency', 'Currency_ID', code);

/** Pay of employees. Assumption, unconfirmed by the vendor: the elements within the summaries. */
export function compensationData(state: State): Part {
  const { person, jobDate } = state;
  if (person.pay === '' || isContingent(person)) return undefined;
  const { amount, currency } = payOf(state);
  const perHour = new Decimal(amount).div(new Decimal(person.weeklyHours).times(52)).toFixed(6);
  const summary = (name: string, basePay: string, frequency: typeof annual): Part =>
    group(name, [
      field('Total_Base_Pay', basePay),
      reference('Currency_Reference', currencyInstance(currency)),
      reference('Frequency_Reference', frequency),
    ]);
  return group('Compensation_Data', [
    field('Compensation_Effective_Date', dateText(jobDate)),
    group('Compensation_Guidelines_Data', [
      reference(
        'Compensation_Grade_Reference',
        listed('Compensation_Grade', 'Compensation_Grade_ID', person.grade.replaceAll(' ', '_'), person.grade),
      ),
    ]),
    group('Salary_and_Hourly_Data', [
      reference('Compensation_Plan_Reference', listed('Compensation_Plan', 'Compensation_Plan_ID', 'Salary_Plan')),
      field('Amount', amount),
      reference('Currency_Reference', currencyInstance(currency)),
      reference('Frequency_Reference', annual),
      field('Assignment_Effective_Date', dateText(jobDate)),
    ]),
    group('Employee_Compensation_Summary_Data', [
      summary('Annualized_Summary_Data', amount, annual),
      summary('Summary_Data_in_Hourly_Frequency', perHour, hourly),
    ]),
  ]);
}

/** Pay of contingent workers stands with their employment, and is as secret. */
export function contractData(state: State): Part {
  if (state.person.pay === '') return undefined;
  const { amount, currency } = payOf(state);
  return group('Worker_Contract_Data', [
    field('Contract_Pay_Rate', amount),
    reference('Currency_Reference', currencyInstance(currency)),
    reference('Frequency_Reference', hourly),
  ]);
}
