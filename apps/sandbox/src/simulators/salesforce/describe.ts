import type { Field } from './fields.js';
import type { ObjectType, Org } from './org.js';
import { wordsOf } from './picklists.js';

const isCustom = (name: string): boolean => name.endsWith('__c');
const label = (name: string): string =>
  name
    .replace(/__c$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2');

/** The description of an object that programs read before they rely on its fields. */
export function describe(org: Org, type: ObjectType): object {
  return {
    name: type.name,
    label: label(type.name),
    keyPrefix: type.prefix,
    custom: isCustom(type.name),
    createable: type.writable,
    updateable: type.writable,
    deletable: type.writable,
    queryable: true,
    childRelationships: type.children.map(({ relationshipName, object, field }) => ({
      relationshipName,
      childSObject: object,
      field,
    })),
    fields: type.fields.map((field) => describeField(org, type, field)),
  };
}

const describeField = (org: Org, type: ObjectType, field: Field): object => ({
  name: field.name,
  label: label(field.name),
  type: field.type,
  length: field.length,
  custom: isCustom(field.name),
  externalId: field.externalId,
  idLookup: field.externalId || field.type === 'id',
  unique: field.unique ?? false,
  calculated: field.formula !== undefined,
  nillable: field.nillable,
  createable: type.writable && field.createable,
  updateable: type.writable && field.updateable,
  referenceTo: field.referenceTo ? [field.referenceTo] : [],
  relationshipName: field.relationshipName ?? null,
  picklistValues: (wordsOf(org, field) ?? []).map((value) => ({ value, label: value, active: true })),
});
