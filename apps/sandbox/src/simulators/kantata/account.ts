/** How this firm's account is configured; other accounts use other keys, fields and rules. */
export const statusKeys = {
  inSetup: 210,
  active: 300,
  closed: 400,
} as const;

const statuses: Record<number, { key: number; message: string; color: string }> = {
  210: { key: 210, message: 'In Setup', color: 'yellow' },
  300: { key: 300, message: 'Active', color: 'green' },
  400: { key: 400, message: 'Closed', color: 'gray' },
};

export const statusOf = (key: unknown): { key: number; message: string; color: string } | undefined =>
  statuses[Number(key)];

/** People and time are admitted on active projects only. */
export const isOpen = (workspace: Record<string, unknown>): boolean =>
  (workspace.status as { key: number }).key === statusKeys.active && workspace.archived !== true;

/** The vendor publishes no list of what becomes of a resource request; this account knows these two. */
export const requestStatus = { pending: 'pending', approved: 'approved' } as const;

interface CustomField {
  name: string;
  type: 'string' | 'number';
  /** No two records of the subject may have the same value. */
  unique?: boolean;
}

const text = (name: string): CustomField => ({ name, type: 'string' });

/** Fields the firm added: subject → fields. */
export const customFields: Record<string, CustomField[]> = {
  Workspace: [
    text('Legal entity'),
    { ...text('ERP project'), unique: true },
    text('Cost centre'),
    text('Contract number'),
    text('Delivery model'),
  ],
  Resource: [{ name: 'Billed minutes', type: 'number' }],
  User: [text('Cost centre'), text('Grade'), { name: 'Weekly minutes', type: 'number' }],
};

const workweek = [0, 8, 8, 8, 8, 8, 0];

/** How long everybody here works on a day. Assumption, unconfirmed by the vendor: holidays take nothing off it. */
export const workdayHours = (date: string): number => workweek[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
