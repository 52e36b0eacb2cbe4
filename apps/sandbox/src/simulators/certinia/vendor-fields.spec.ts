import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field } from '../salesforce/fields.js';
import { psaObjects } from './objects.js';
import { validations } from './rules.js';

/** The vendor's own field lists are not ours to publish: whoever has them says where. */
const folder = join(process.env.VENDOR_SPECS ?? '', 'certinia');
const isHere = (process.env.VENDOR_SPECS ?? '') !== '' && existsSync(folder);
const read = <T>(name: string): T =>
  (isHere ? JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) : { objects: {}, rules: {} }) as T;

interface Fact {
  type: string;
  required?: boolean;
  externalId?: boolean;
  unique?: boolean;
  calculated?: boolean;
  referenceTo?: string;
}

const kinds: Record<string, Field['type'][]> = {
  Text: ['string'],
  TextArea: ['textarea'],
  Checkbox: ['boolean'],
  Date: ['date'],
  Number: ['double'],
  Currency: ['currency'],
  Percent: ['percent'],
  Picklist: ['picklist'],
  Lookup: ['reference'],
  MasterDetail: ['reference'],
};

(isHere ? describe : describe.skip)('the package against what two orgs have (skipped without VENDOR_SPECS)', () => {
  const { objects } = read<{ objects: Record<string, { managedFields: Record<string, Fact> }> }>(
    'pse_object_field_facts',
  );
  const { rules } = read<{ rules: Record<string, Record<string, { field: string | null; activeIn: object }>> }>(
    'pse_validation_rule_facts',
  );
  const ours = psaObjects.filter(({ fields }) => fields.some(({ name }) => name.startsWith('pse__')));

  test.each(ours.map(({ name, fields }) => [name, fields] as const))(
    '%s has the package’s fields as they are',
    (name, fields) => {
      const facts = objects[name]!.managedFields;
      for (const field of fields.filter((one) => one.name.startsWith('pse__'))) {
        const fact = facts[field.name];
        expect([field.name, fact?.type]).not.toEqual([field.name, undefined]);
        if (fact!.type in kinds) expect([field.name, kinds[fact!.type]]).toEqual([field.name, [field.type]]);
        const is = [
          field.name,
          field.externalId,
          field.unique ?? false,
          field.formula !== undefined,
          field.referenceTo,
        ];
        const { externalId = false, unique = false, calculated = false, referenceTo } = fact!;
        expect(is).toEqual([field.name, externalId, unique, calculated, referenceTo]);
        if (fact!.required) expect([field.name, field.nillable]).toEqual([field.name, false]);
      }
    },
  );

  test.each(Object.entries(validations))(
    '%s is held to rules the package has, shown where it shows them',
    (object, own) => {
      for (const { name, field } of own) expect([name, field]).toEqual([name, rules[object]![`pse__${name}`]?.field]);
    },
  );
});
