import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntitySet } from './edm.js';
import { entitySets } from './sets.js';
import { edmName } from './values.js';

/** Field lists drawn from the vendor's metadata are not ours to publish: whoever has them says where. */
const folder = join(process.env.VENDOR_SPECS ?? '', 'd365', 'ballerina-openapi');
const isHere = (process.env.VENDOR_SPECS ?? '') !== '' && existsSync(folder);

interface Schema {
  type?: string;
  format?: string;
  enum?: string[];
  $ref?: string;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
}
interface Specification {
  paths: Record<string, Record<string, object>>;
  components: { schemas: Record<string, Schema> };
}

const files = ['asset', 'core', 'hr', 'ledger', 'receivable'];
const specifications = (isHere ? files : []).map(
  (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Specification,
);

const nameOf = ({ $ref, allOf }: Schema): string | undefined => ($ref ?? allOf?.[0]?.$ref)?.split('/').at(-1);

/** The vendor's words for what a field holds, in ours. */
const typesOf: Record<string, string[]> = {
  String: ['string'],
  Date: ['string'],
  DateTime: ['string'],
  Decimal: ['number decimal', 'number'],
  Int32: ['integer int32'],
  Int64: ['integer int64'],
  Boolean: ['boolean'],
};

const published = Object.values(entitySets).flatMap((set): [string, EntitySet, Specification][] => {
  const found = specifications.find(({ paths }) => paths[`/${set.name}`]);
  return found ? [[set.name, set, found]] : [];
});

(isHere ? describe : describe.skip)('entity sets against the vendor’s fields (skipped without VENDOR_SPECS)', () => {
  test('most of the sets are published', () => {
    expect(published.map(([name]) => name).toSorted()).toEqual([
      'Categories',
      'CostCenters',
      'CustomerGroups',
      'CustomersV3',
      'Employments',
      'FinancialDimensionValues',
      'JournalTables',
      'JournalTrans',
      'LegalEntities',
      'ProjectGroups',
      'ProjectsV2',
      'VATNumTables',
    ]);
  });

  test.each(published)(
    '%s has only the vendor’s type, keys, fields and members',
    (_name, set, { paths, components }) => {
      const [address = ''] = Object.keys(paths).filter((path) => path.startsWith(`/${set.name}(`));
      const keys = [...address.matchAll(/(\w+)=\{/g)].map(([, key]) => key!);
      if (keys.length > 0) expect(set.keys.toSorted()).toEqual(keys.toSorted());
      const schema = components.schemas[set.type]!;
      const theirs = Object.assign(
        {},
        schema.properties,
        ...(schema.allOf ?? []).map((part) => part.properties),
      ) as Record<string, Schema>;
      for (const [name, property] of Object.entries(set.properties)) {
        if (name.endsWith('_Custom')) continue;
        const field = theirs[name];
        expect([name, field !== undefined]).toEqual([name, true]);
        const named = nameOf(field!);
        if (property.members) {
          expect([name, edmName(property)]).toEqual([name, `Microsoft.Dynamics.DataEntities.${named}`]);
          expect(components.schemas[named!]!.enum).toEqual(property.members.names);
        } else {
          const told = [field!.type, field!.format].filter(Boolean).join(' ');
          expect([name, typesOf[property.type], told]).toEqual([name, expect.arrayContaining([told]), told]);
        }
      }
    },
  );
});
