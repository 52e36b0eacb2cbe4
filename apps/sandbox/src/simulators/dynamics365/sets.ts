import { contracts, fundingSources } from './contracts.js';
import { customers, taxNumbers } from './customers.js';
import type { EntitySet } from './edm.js';
import * as finance from './finance-sets.js';
import { hourForecasts } from './forecasts.js';
import { hourJournals, hourLines } from './hour-journals.js';
import { invoiceLines, invoices } from './invoices.js';
import { postedTransactions } from './posting.js';
import { costPrices, salesPrices } from './prices.js';
import { projects } from './projects.js';
import { orderLines, purchaseOrders } from './purchases.js';
import { employments, workers } from './workers.js';

/**
 * What the data service has. The names and keys of ProjectPostTransViews, ProjHour…PricesV2, ProjectContractHeaders,
 * ProjectFundingSources, ProjectResources, ResourceCategories, ProjectJournalNames, ProjectEmplForecasts, VendorsV2 and
 * PurchaseOrder…V2 are those public clients of the product use; no set of project invoice proposals is known.
 */
export const entitySets: Record<string, EntitySet> = Object.fromEntries(
  [
    ...Object.values(finance),
    customers,
    taxNumbers,
    workers,
    employments,
    contracts,
    fundingSources,
    projects,
    salesPrices,
    costPrices,
    hourJournals,
    hourLines,
    postedTransactions,
    invoices,
    invoiceLines,
    purchaseOrders,
    orderLines,
    hourForecasts,
  ].map((set) => [set.name, set]),
);
