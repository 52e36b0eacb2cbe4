import type { Content, Element, Vendor } from '#connector';
import { Failure } from '#kernel';
import { ask } from './soap.js';

/**
 * What is asked of each worker. One flag turns the defaults off, and with them pay: `Include_Compensation` is nowhere.
 * Order is the schema's.
 */
export const everything = {
  Include_Reference: true,
  Include_Personal_Information: true,
  Include_Employment_Information: true,
  Include_Organizations: true,
  Exclude_Organization_Support_Role_Data: true,
  Include_Management_Chain_Data: true,
  Include_Skills: true,
  Include_Transaction_Log_Data: true,
};

/** Which workers, and which page of them. */
export interface WorkerSearch {
  /** Workday ids; absent: all. */
  ids?: string[];
  /** Only workers who changed as these say. */
  transactions?: TransactionSpan[];
  /** Pages belong together only as of one moment. */
  asOf: string;
  page?: number;
  /** Workers a page, up to 999. */
  count?: number;
  include?: Partial<typeof everything>;
}

/** Transactions entered and effective within these moments. */
export interface TransactionSpan {
  entered: [from: string, through: string];
  effective: [from: string, through: string];
}

export interface WorkerPage {
  workers: Element[];
  more: boolean;
}

export async function getWorkers(vendor: Vendor, search: WorkerSearch): Promise<WorkerPage> {
  const response = await ask(vendor, 'Get_Workers', getWorkersRequest(search));
  return {
    workers: response.all('Response_Data', 'Worker'),
    more: Number(response.text('Response_Results', 'Total_Pages') ?? 0) > (search.page ?? 1),
  };
}

/** One worker as they are today; somebody who has yet to start is not there. */
export async function findWorker(vendor: Vendor, id: string, include: WorkerSearch['include'] = everything) {
  const search = { ids: [id], asOf: new Date().toISOString(), include };
  const { workers } = await getWorkers(vendor, search).catch((error: unknown) => {
    const failure = Failure.from(error);
    if (failure.kind !== 'not-found') throw failure;
    return { workers: [] };
  });
  if (workers[0]) return workers[0];
  throw new Failure('not-found', `Workday has no worker ${id}`, { code: 'unknown-worker' });
}

export const getWorkersRequest = (search: WorkerSearch): { [name: string]: Content } => ({
  Request_References: search.ids && {
    Worker_Reference: search.ids.map((id) => ({ ID: { '@type': 'WID', '#text': id } })),
  },
  Request_Criteria: search.transactions && {
    Transaction_Log_Criteria_Data: search.transactions.map(({ entered, effective }) => ({
      Transaction_Date_Range_Data: {
        Updated_From: entered[0],
        Updated_Through: entered[1],
        Effective_From: effective[0],
        Effective_Through: effective[1],
      },
    })),
  },
  Response_Filter: { As_Of_Entry_DateTime: search.asOf, Page: search.page ?? 1, Count: search.count ?? 100 },
  Response_Group: search.include ?? everything,
});
