import type { World } from '../../core/simulator.js';
import { type EntitySet } from './edm.js';
import { entitySets } from './sets.js';
import { edmName } from './values.js';

const namespace = 'Microsoft.Dynamics.DataEntities';

/** The names of all entity sets. */
export const serviceDocument = (world: World): object => ({
  '@odata.context': `${world.origin}/data/$metadata`,
  value: Object.keys(entitySets).map((name) => ({ name, kind: 'EntitySet', url: name })),
});

/** The metadata document of a tenant: types with keys and properties, and their sets. */
export function metadata(): string {
  const sets = Object.values(entitySets);
  const types = sets.map(typeOf).join('');
  const container = sets
    .map(({ name, type }) => `<EntitySet Name="${name}" EntityType="${namespace}.${type}"/>`)
    .join('');
  const schema = `<Schema Namespace="${namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">${enumerations(sets)}${types}<EntityContainer Name="Resources">${container}</EntityContainer></Schema>`;
  return `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>${schema}</edmx:DataServices></edmx:Edmx>`;
}

function typeOf({ type, keys, properties }: EntitySet): string {
  const refs = keys.map((key) => `<PropertyRef Name="${key}"/>`).join('');
  const own = Object.entries(properties).map(([name, property]) => {
    const length = property.max === undefined ? '' : ` MaxLength="${property.max}"`;
    const nullable = keys.includes(name) ? ' Nullable="false"' : '';
    return `<Property Name="${name}" Type="${edmName(property)}"${length}${nullable}/>`;
  });
  return `<EntityType Name="${type}"><Key>${refs}</Key>${own.join('')}</EntityType>`;
}

function enumerations(sets: EntitySet[]): string {
  const members = new Map(
    sets.flatMap(({ properties }) =>
      Object.values(properties).flatMap(({ members: found }) => (found ? [[found.of, found.names] as const] : [])),
    ),
  );
  return [...members]
    .map(([name, names]) => {
      const values = names.map((member, index) => `<Member Name="${member}" Value="${index}"/>`);
      return `<EnumType Name="${name}">${values.join('')}</EnumType>`;
    })
    .join('');
}
