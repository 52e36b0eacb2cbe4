import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntitySet, Property } from './edm.js';
import { services } from './services.js';

/** The vendor's own metadata is not ours to publish: whoever has it says where. */
const folder = process.env.VENDOR_SPECS ?? '';
const files: Record<string, string> = {
  API_ENTERPRISE_PROJECT_SRV: 'S4HC_API_ENTERPRISE_PROJECT_SRV_0002.edmx',
  API_BUSINESS_PARTNER: 'S4HC_API_BUSINESS_PARTNER.edmx',
  API_MANAGE_WORKFORCE_TIMESHEET: 'API_MANAGE_WORKFORCE_TIMESHEET.edmx',
};
const pathOf = (service: string): string => join(folder, 'sap', files[service]!);
const isHere = folder !== '' && Object.keys(files).every((service) => existsSync(pathOf(service)));

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries([...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));

/** The types of a metadata document: name → property → attributes. */
function typesOf(edmx: string): Map<string, Map<string, Record<string, string>>> {
  const types = [...edmx.matchAll(/<(?:Entity|Complex)Type Name="(\w+)"[\s\S]*?<\/(?:Entity|Complex)Type>/g)];
  return new Map(
    types.map(([text, name]) => {
      const properties = [...text.matchAll(/<Property [^>]*>/g)].map(([tag]) => attributesOf(tag));
      return [name!, new Map(properties.map((attributes) => [attributes.Name!, attributes]))];
    }),
  );
}

const accessOf = (attributes: Record<string, string>): Property['access'] => {
  if (attributes['sap:updatable'] !== 'false') return 'write';
  return attributes['sap:creatable'] === 'false' ? 'read' : 'create';
};

const served = services
  .filter(({ name }) => name in files)
  .flatMap(({ name, sets }) => Object.values(sets).map((set): [string, string, EntitySet] => [name, set.type, set]));

(isHere ? describe : describe.skip)('entity sets against the vendor metadata (skipped without VENDOR_SPECS)', () => {
  const metadata = new Map(
    (isHere ? Object.keys(files) : []).map((service) => [service, typesOf(readFileSync(pathOf(service), 'utf8'))]),
  );

  test.each(served)('%s %s has only the vendor’s properties, as long and as writable', (service, type, set) => {
    const vendor = metadata.get(service)!.get(type)!;
    const parts = Object.values(set.properties).flatMap((property) => property.parts ?? []);
    const complex = parts.flatMap((part) =>
      Object.entries(part.properties).map((entry) => [part.type.split('.')[1]!, ...entry] as const),
    );
    const own = Object.entries(set.properties).map((entry) => [type, ...entry] as const);
    for (const [owner, name, property] of [...own, ...complex]) {
      if (name.startsWith('YY1_') || property.parts) continue;
      const theirs = metadata.get(service)!.get(owner)!.get(name);
      expect([name, theirs?.Type]).toEqual([name, `Edm.${property.type}`]);
      expect([name, theirs!.MaxLength]).toEqual([name, property.max?.toString()]);
      if (owner === type) expect([name, property.access]).toEqual([name, accessOf(theirs!)]);
      expect([name, property.filterable]).toEqual([name, theirs!['sap:filterable'] !== 'false']);
      expect([name, property.sortable]).toEqual([name, theirs!['sap:sortable'] !== 'false']);
    }
    expect(set.keys.every((key) => vendor.has(key))).toBe(true);
  });

  test.each(served)('%s %s has only the vendor’s navigations', (service, type, set) => {
    const [text = ''] =
      new RegExp(`<EntityType Name="${type}"[\\s\\S]*?</EntityType>`).exec(readFileSync(pathOf(service), 'utf8')) ?? [];
    for (const name of Object.keys(set.navigations)) expect(text).toContain(`<NavigationProperty Name="${name}"`);
  });
});
