import type { Vendor, VendorRequest } from '#connector';

/** A tag as Float shows it, an object; text in some answers. */
export type Tag = string | { name: string; type?: number };

export interface Person {
  people_id: number;
  name: string | null;
  email: string | null;
  role_id: number | null;
  active: number | null;
  tags: Tag[] | null;
  /** Hours from Sunday to Saturday. */
  work_days_hours: number[] | null;
}

export interface Project {
  project_id: number;
  project_code: string | null;
}

export interface Role {
  id: number;
  name: string | null;
}

/** Time of people on a project; Float's path calls it a task. */
export interface Allocation {
  task_id: number;
  project_id: number;
  people_id?: number | null;
  people_ids?: number[] | null;
  name: string | null;
  start_date: string;
  end_date: string;
  /** A day; text in lists. */
  hours: number | string | null;
  notes: string | null;
  status?: number | null;
  repeat_state?: number | null;
  repeat_end_date?: string | null;
  created: string | null;
  modified: string | null;
}

export interface TimeOff {
  timeoff_id: number;
  people_ids: number[] | null;
  start_date: string;
  end_date: string;
  hours: number | string | null;
  full_day: number | null;
  timeoff_notes: string | null;
}

const largestPage = 200;

/**
 * Every record of a list. The names of the headers that count pages are not confirmed, so a short page ends it as well;
 * so does one that only repeats the page before, which some frameworks answer for pages behind the last.
 */
export async function listAll<T>(vendor: Vendor, resource: string, query: VendorRequest['query'] = {}): Promise<T[]> {
  const rows: T[] = [];
  let before = '';
  for (let page = 1; ; page += 1) {
    const { headers, body } = await vendor.send<T[]>({
      method: 'GET',
      path: `/v3/${resource}`,
      query: { ...query, page, 'per-page': largestPage },
    });
    const text = JSON.stringify(body);
    if (text === before) return rows;
    rows.push(...body);
    if (body.length < largestPage || Number(headers.get('x-pagination-page-count') ?? Infinity) <= page) return rows;
    before = text;
  }
}

export const get = <T>(vendor: Vendor, resource: string, id: string | number): Promise<T> =>
  vendor.get<T>(`/v3/${resource}/${encodeURIComponent(id)}`);

export async function create<T>(vendor: Vendor, resource: string, body: object): Promise<T> {
  return (await vendor.send<T>({ method: 'POST', path: `/v3/${resource}`, body })).body;
}

export async function update<T>(vendor: Vendor, resource: string, id: string | number, body: object): Promise<T> {
  return (await vendor.send<T>({ method: 'PATCH', path: `/v3/${resource}/${encodeURIComponent(id)}`, body })).body;
}
