import { Decimal } from 'decimal.js';
import {
  createOnce,
  type DomainOperations,
  odataDate,
  type ODataEntity,
  odataTextIs,
  related,
  theSupplier,
  type Vendor,
} from '#connector';
import type { erp } from '#contracts';
import { derivedId, Failure } from '#kernel';
import { nameOf, toNames } from './customer-mapping.js';
import { partners, purchaseOrders } from './services.js';
import { type Company, companyOf, quarantineMs, type S4hanaSettings, settingsOf } from './settings.js';
import { codeOf, shortened } from './values.js';

const set = 'A_PurchaseOrder';
const item = '10';

/** The field for our reference holds twelve characters: longer ones go by a name made of them, of some 60 bits. */
export const orderReferenceOf = (reference: string): string =>
  BigInt(`0x${derivedId('s4hana purchase order', reference).replaceAll('-', '')}`)
    .toString(36)
    .slice(-12);

const ordersOf = (vendor: Vendor, reference: string): Promise<ODataEntity[]> => {
  const filter = odataTextIs('CorrespncInternalReference', orderReferenceOf(reference));
  return purchaseOrders.list(vendor, set, { filter, expand: 'to_PurchaseOrderItem/to_AccountAssignment' });
};

async function supplierNamed(vendor: Vendor, name: string): Promise<string> {
  const filter = odataTextIs('OrganizationBPName1', toNames(name).OrganizationBPName1);
  const found = await partners.list(vendor, 'A_BusinessPartner', { filter });
  const suppliers = found.filter((partner) => partner.Supplier && nameOf(partner) === name.trim());
  return String(theSupplier(suppliers, 'S/4HANA', name).Supplier);
}

const isTakenBack = ({ amount }: erp.PurchaseCommitmentState): boolean => Number(amount.amount) === 0;

const toPeriod = (state: erp.PurchaseCommitmentState) => ({
  ValidityStartDate: odataDate(state.startDate),
  ValidityEndDate: odataDate(state.endDate),
});

/** An item of nothing is refused: what is taken back expects neither delivery nor invoice, and commits to nothing. */
export const toItemState = (state: erp.PurchaseCommitmentState) =>
  isTakenBack(state)
    ? { IsCompletelyDelivered: true, IsFinallyInvoiced: true }
    : {
        PurchaseOrderItemText: shortened(`${state.workerNumber} ${state.description}`, 40),
        NetPriceAmount: new Decimal(state.amount.amount).toFixed(3),
        IsCompletelyDelivered: false,
        IsFinallyInvoiced: false,
      };

/** All of it is one activity of a contractor, borne by a cost centre. */
export const toOrder = (
  reference: string,
  supplier: string,
  state: erp.PurchaseCommitmentState,
  company: Company,
  settings: S4hanaSettings,
) => ({
  CompanyCode: company.companyCode,
  PurchaseOrderType: settings.purchaseOrderType,
  Supplier: supplier,
  PurchasingOrganization: company.purchasingOrganization ?? company.companyCode,
  PurchasingGroup: company.purchasingGroup,
  DocumentCurrency: state.amount.currency,
  CorrespncInternalReference: orderReferenceOf(reference),
  ...toPeriod(state),
  to_PurchaseOrderItem: [
    {
      PurchaseOrderItem: item,
      Plant: company.plant ?? company.companyCode,
      MaterialGroup: settings.contractorGroup,
      OrderQuantity: '1',
      PurchaseOrderQuantityUnit: settings.contractorUnit,
      NetPriceQuantity: '1',
      AccountAssignmentCategory: 'K',
      to_AccountAssignment: [{ CostCenter: codeOf('costCentre', state.costCentre, 10) }],
      ...toItemState(state),
    },
  ],
});

/** What the firm commits to pay for a contractor is a purchase order with one item. */
export const putPurchaseCommitment: DomainOperations['erp']['putPurchaseCommitment'] = createOnce({
  quarantineMs,
  find: (vendor, { reference }) => ordersOf(vendor, reference),
  create: async (vendor, { reference, state }) => {
    // What never was needs no taking back.
    if (isTakenBack(state)) return {};
    const supplier = await supplierNamed(vendor, state.supplier);
    const body = toOrder(reference, supplier, state, companyOf(vendor, state.legalEntity), settingsOf(vendor));
    return purchaseOrders.create(vendor, set, body);
  },
  tell: ({ PurchaseOrder: id }, vendor, { reference }) =>
    id ? vendor.recordRef('purchaseOrder', String(id)) : { id: reference, url: null },
  finish: async (vendor, { reference, state }, ref) => {
    const [order] = await ordersOf(vendor, reference);
    if (!order) return ref;
    const [first] = related(order.to_PurchaseOrderItem);
    if (!isTakenBack(state)) await requireSame(vendor, order, first!, state);
    await purchaseOrders.update(vendor, order, toPeriod(state));
    await purchaseOrders.update(vendor, first!, toItemState(state));
    return ref;
  },
});

/** What an order has for good: who is another supplier's, or borne elsewhere, needs another order. */
async function requireSame(
  vendor: Vendor,
  order: ODataEntity,
  first: ODataEntity,
  state: erp.PurchaseCommitmentState,
): Promise<void> {
  const [assignment] = related(first.to_AccountAssignment);
  const facts = [
    ['supplier', order.Supplier, await supplierNamed(vendor, state.supplier)],
    ['amount.currency', order.DocumentCurrency, state.amount.currency],
    ['costCentre', assignment?.CostCenter, codeOf('costCentre', state.costCentre, 10)],
  ];
  const other = facts.filter(([, has, wanted]) => has !== wanted);
  if (other.length === 0) return;
  throw new Failure('conflict', `purchase order ${String(order.PurchaseOrder)} in S/4HANA says otherwise`, {
    code: 'order-differs',
    remedy: 'take the commitment back and state a new one, or correct the order in SAP',
    fields: other.map(([field, has]) => ({ field: String(field), message: `is ${String(has)} on the order` })),
  });
}
