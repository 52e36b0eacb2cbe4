/** How this firm's account is configured; other accounts use other keys and fields. */
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

/** Fields the firm added: subject → names. */
export const customFields: Record<string, { name: string; type: 'string' | 'number' }[]> = {
  Workspace: ['Legal entity', 'ERP project', 'Cost centre', 'Contract number', 'Delivery model'].map((name) => ({
    name,
    type: 'string',
  })),
  Resource: [{ name: 'Billed minutes', type: 'number' }],
  User: [
    { name: 'Cost centre', type: 'string' },
    { name: 'Grade', type: 'string' },
    { name: 'Weekly minutes', type: 'number' },
  ],
};
