import { Failure } from '#kernel';
import type { Vendor } from '../http/vendor.js';
import { differences, type ODataEntity, odataText } from './values.js';

interface Page {
  value: ODataEntity[];
  '@odata.nextLink'?: string;
}

/** Numbers and moments stand as they are. */
const literal = (value: unknown): string =>
  typeof value === 'number' || /^\d{4}-\d{2}-\d{2}T/.test(String(value)) ? String(value) : odataText(String(value));

/** A test of a filter. */
export const odataIs = (field: string, value: string | number): string => `${field} eq ${literal(value)}`;

/** An OData V4 service; `option` goes with every question and change of a record, e.g. `cross-company=true`. */
export class ODataV4Service {
  constructor(
    readonly path: string,
    private readonly option: string,
  ) {}

  /** Every record that passes all tests. Only for lists that are short by nature. */
  async list(vendor: Vendor, set: string, ...tests: string[]): Promise<ODataEntity[]> {
    const found: ODataEntity[] = [];
    const filter = encodeURIComponent(tests.join(' and '));
    let path: string | undefined = `${this.path}/${set}?${this.option}&$filter=${filter}`;
    while (path) {
      const page: Page = await vendor.get(path);
      found.push(...page.value);
      path = page['@odata.nextLink'];
    }
    return found;
  }

  /** Creates a record; answers it as the vendor now has it. */
  async create(vendor: Vendor, set: string, body: object): Promise<ODataEntity> {
    const path = `${this.path}/${set}`;
    const { body: row } = await vendor.send<ODataEntity | null>({ method: 'POST', path, body });
    if (row && typeof row === 'object') return row;
    throw new Failure('outcome-unknown', `${vendor.instance} did not say what it made of ${set}`, {
      code: 'no-record',
    });
  }

  /** Brings a record that was read to what is wanted, where it is not so already and nobody changed it since. */
  async update(vendor: Vendor, set: string, read: ODataEntity, keys: readonly string[], wanted: object): Promise<void> {
    const body = differences(read, wanted);
    if (Object.keys(body).length === 0) return;
    const key = keys.map((name) => `${name}=${encodeURIComponent(literal(read[name]))}`).join(',');
    const path = `${this.path}/${set}(${key})?${this.option}`;
    const etag = read['@odata.etag'];
    await vendor.send({ method: 'PATCH', path, body, ...(etag && { headers: { 'if-match': etag } }) });
  }
}
