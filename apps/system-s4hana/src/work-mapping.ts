import { Decimal } from 'decimal.js';
import { odataDate, type ODataEntity } from '#connector';
import type { erp } from '#contracts';
import { money, priceOfMinutes, sameAmount } from '#kernel';
import { workElementOf } from './project-mapping.js';
import type { Company, S4hanaSettings } from './settings.js';
import { codeOf, hours, shortened } from './values.js';

/** Our reference, where a person's note ends. */
const marker = (reference: string): string => `[${reference}]`;
export const bears = (note: unknown, reference: string): boolean => String(note ?? '').endsWith(marker(reference));

export function toTimeEntry(line: erp.BillableLine, company: Company, settings: S4hanaSettings) {
  return {
    PersonWorkAgreementExternalID: codeOf('workerNumber', line.workerNumber, 20),
    CompanyCode: company.companyCode,
    TimeSheetRecord: '',
    TimeSheetDate: odataDate(line.date),
    TimeSheetIsReleasedOnSave: true,
    // Without it, SAP answers 201 and saves nothing.
    TimeSheetOperation: 'C',
    TimeSheetDataFields: {
      ControllingArea: company.controllingArea,
      ActivityType: codeOf('role', settings.activityTypes[line.role] ?? line.role, 6),
      WBSElement: workElementOf(settings, line.project),
      TimeSheetNote: [line.memo, marker(line.reference)].filter(Boolean).join(' '),
      RecordedHours: hours(line.minutes, 2),
      RecordedQuantity: hours(line.minutes, 3),
      HoursUnitOfMeasure: 'H',
    },
  };
}

/** Hours where three decimals say them exactly, else minutes: the price must not change by rounding. */
export const quantityOf = (minutes: number): { quantity: string; unit: string } =>
  minutes % 3 === 0
    ? { quantity: hours(minutes, 3), unit: 'H' }
    : { quantity: new Decimal(minutes).toFixed(3), unit: 'MIN' };

/** SAP multiplies the whole time; the agreed amount adds up entries that were rounded each, and may differ by some cents. */
const comesTo = ({ minutes, hourlyRate, amount }: erp.InvoiceLine): boolean =>
  sameAmount(priceOfMinutes(minutes, hourlyRate), amount);

/** The rate of an hour; where that would not come to the agreed amount, the amount as the price of all its minutes. */
function priceOf(line: erp.InvoiceLine) {
  if (comesTo(line)) return { ...quantityOf(line.minutes), rate: line.hourlyRate, per: '1', perUnit: 'H' };
  const minutes = new Decimal(line.minutes);
  return { quantity: minutes.toFixed(3), unit: 'MIN', rate: line.amount, per: minutes.toFixed(0), perUnit: 'MIN' };
}

/** What SAP bills is requested first; requests to charge and to give back differ in the names of their own fields. */
export type RequestName = 'DebitMemoRequest' | 'CreditMemoRequest';

export function toItem(
  request: RequestName,
  line: erp.InvoiceLine,
  index: number,
  element: string,
  settings: S4hanaSettings,
) {
  const { quantity, unit, rate, per, perUnit } = priceOf(line);
  return {
    [`${request}Item`]: String((index + 1) * 10),
    Material: settings.materials[line.role] ?? `ROLE-${line.role}`,
    [`${request}ItemText`]: shortened(line.description, 40),
    RequestedQuantity: quantity,
    RequestedQuantityUnit: unit,
    WBSElement: element,
    to_PricingElement: [
      {
        ConditionType: settings.priceCondition,
        ConditionRateValue: rate.amount,
        ConditionCurrency: rate.currency,
        ConditionQuantity: per,
        ConditionQuantityUnit: perUnit,
      },
    ],
  };
}

export const toInvoice = (billing: ODataEntity, reference: string) => ({
  id: String(billing.BillingDocument),
  reference,
  number: String(billing.BillingDocument),
  total: money(String(billing.TotalGrossAmount), String(billing.TransactionCurrency)),
});
