import {
  fieldNamed,
  objectNamed,
  type ObjectType,
  type Org,
  type Row,
  type Value,
  valueOf,
} from '../salesforce/org.js';
import { own } from './package-fields.js';

/** A row read by the package's names without its prefix. */
export class View {
  constructor(
    private readonly org: Org,
    private readonly type: ObjectType,
    readonly row: Row,
  ) {}

  get id(): string {
    return String(this.row.Id);
  }

  get currency(): Value {
    return this.row.CurrencyIsoCode ?? null;
  }

  value(name: string): Value {
    return valueOf(this.org, this.row, fieldNamed(this.type, own(name))!);
  }

  is(name: string): boolean {
    return this.value(name) === true;
  }

  has(name: string): boolean {
    return this.value(name) !== null;
  }

  number(name: string): number {
    return Number(this.value(name) ?? 0);
  }

  text(name: string): string {
    return String(this.value(name) ?? '');
  }

  /** The row a lookup points to, null where it points to none. */
  parent(name: string): View | null {
    const type = objectNamed(this.org, fieldNamed(this.type, own(name))!.referenceTo!)!;
    const row = this.org.store.get<Row>(type.name, this.text(name));
    return row ? new View(this.org, type, row) : null;
  }
}
