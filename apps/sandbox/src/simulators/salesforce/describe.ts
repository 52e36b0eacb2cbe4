import type { World } from '../../core/simulator.js';
import type { Field } from './fields.js';
import type { ObjectType } from './objects.js';
import { wordsOf } from './picklists.js';

const isCustom = (name: string): boolean => name.endsWith('__c');
const label = (name: string): string =>
  name
    .replace(/__c$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2');

/** The description of an object that programs read before they rely on its fields. */
export function describe(world: World, type: ObjectType): object {
  return {
    name: type.name,
    label: label(type.name),
    keyPrefix: type.prefix,
    custom: false,
    createable: type.writable,
    updateable: type.writable,
    deletable: type.writable,
    queryable: true,
    childRelationships: type.children.map(({ relationshipName, object, field }) => ({
      relationshipName,
      childSObject: object,
      field,
    })),
    fields: type.fields.map((field) => describeField(world, type, field)),
  };
}

const describeField = (world: World, type: ObjectType, field: Field): object => ({
  name: field.name,
  label: label(field.name),
  type: field.type,
  length: field.length,
  custom: isCustom(field.name),
  externalId: field.externalId,
  idLookup: field.externalId || field.type === 'id',
  nillable: field.nillable,
  createable: type.writable && field.createable,
  updateable: type.writable && field.updateable,
  referenceTo: field.referenceTo ? [field.referenceTo] : [],
  relationshipName: field.relationshipName ?? null,
  picklistValues: (wordsOf(world, field) ?? []).map((value) => ({ value, label: value, active: true })),
});
