/** A disconnect between systems that the firm would otherwise learn of from its customers. */
export interface Detector {
  /** Row of the requirements, `Q1` to `Q19`. */
  id: string;
  name: string;
  /** What it looks at, and when it lights. */
  watches: string;
  /** Role that acts. */
  owner: string;
  /** What to do: `docs/runbooks/<name>.md`. */
  runbook: string;
  /**
   * A query of the read models with the columns `record, label, project, since, amount, currency`, a row for each thing
   * that is apart now; it is dark without rows. What is merely under way has `patience`, an interval, to come through.
   */
  findings: (patience: string) => string;
}

const columns = `app || '/' || exception.id as record, exception.code || ': ' || record as label, exception.project, raised_at as since,
  exception.amount, exception.currency`;

const quoted = (values: string[]): string => values.map((value) => `'${value}'`).join(', ');

/** Open exceptions of classes of the catalogue, of one process API where it is named. */
export const openExceptions = (classes: string[], app?: string): string =>
  `select ${columns} from exception where settled_at is null and class in (${quoted(classes)})${app ? ` and app = '${app}'` : ''}`;

/** Longer ago than the patience there is. */
export const longSince = (moment: string, patience: string): string => `${moment} < clock_timestamp() - ${patience}`;

/** Everything several queries find, each thing once. */
export const together = (...queries: string[]): string => queries.map((query) => `(${query})`).join(' union ');
