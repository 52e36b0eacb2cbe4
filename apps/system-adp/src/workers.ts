import type { Vendor } from '#connector';

/** What we look at of somebody whom ADP employs. */
interface AdpWorker {
  associateOID: string;
  workerID?: { idValue?: string };
  workAssignments?: { payrollGroupCode?: string | { codeValue?: string }; payrollFileNumber?: string }[];
}

const largestPage = 100;

/** Where nobody is left, the product answers 204 or an empty list. */
async function* workers(vendor: Vendor): AsyncGenerator<AdpWorker> {
  for (let skip = 0; ; skip += largestPage) {
    const page = await vendor.get<{ workers?: AdpWorker[] } | null>('/hr/v2/workers', {
      $top: largestPage,
      $skip: skip,
    });
    const found = page?.workers ?? [];
    yield* found;
    if (found.length < largestPage) return;
  }
}

/** The file numbers of somebody in one company; where ADP tells none, the worker's own number is it. */
function fileNumbersOf({ workerID, workAssignments = [] }: AdpWorker, company: string): string[] {
  const assigned = workAssignments
    .filter(({ payrollGroupCode: code }) => (typeof code === 'string' ? code : code?.codeValue) === company)
    .flatMap(({ payrollFileNumber }) => payrollFileNumber ?? []);
  const own = workerID?.idValue?.padStart(6, '0');
  return assigned.length > 0 || !own ? assigned : [own];
}

/** ADP's own id of each person who has one of these file numbers in a company. */
export async function associatesOf(
  vendor: Vendor,
  company: string,
  wanted: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const associates = new Map<string, string>();
  for await (const worker of workers(vendor)) {
    for (const fileNumber of fileNumbersOf(worker, company)) {
      if (wanted.has(fileNumber)) associates.set(fileNumber, worker.associateOID);
    }
    if (associates.size === wanted.size) break;
  }
  return associates;
}
