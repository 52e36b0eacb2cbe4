import type { kpiUnits } from '#contracts';

/** How records become a figure: for `share`, the sum of their values in percent of the sum of their bases. */
export type KpiAggregate = 'sum' | 'count' | 'median' | 'share';

/**
 * A figure of the firm, defined once. It is worked out of the very records that explain it, so that the two cannot
 * disagree.
 */
export interface Kpi {
  /** Stable name in addresses. */
  id: string;
  /** Requirements it answers, e.g. `J13`. */
  answers: string[];
  name: string;
  /** How it is worked out, in words. */
  formula: string;
  unit: (typeof kpiUnits)[number];
  aggregate: KpiAggregate;
  /** Systems whose records count. */
  sources: string[];
  /** Role that answers for it. */
  owner: string;
  /**
   * A query of the read models, with the columns `system, record, label, project, value, base, currency, at`, a row for
   * each record that counts. `base` is null unless the figure is a share, `currency` unless it is money.
   */
  records: string;
}
