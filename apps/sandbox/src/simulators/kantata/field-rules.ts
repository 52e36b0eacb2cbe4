import type { World } from '../../core/simulator.js';
import { required } from './checks.js';
import { invalid } from './errors.js';
import type { Stored } from './resource.js';
import type { Rule } from './rules.js';

/** What custom fields call a resource; external references call a place `WorkspaceResource`. */
const subjects: Record<string, string> = {
  Workspace: 'workspaces',
  WorkspaceGroup: 'workspace_groups',
  Story: 'stories',
  User: 'users',
  Resource: 'workspace_resources',
};

/** A new value takes the place of the one its subject had, under a new id. */
export const fieldValue: Rule = (world, values, before) => {
  const field = required(
    world,
    'custom_fields',
    before?.custom_field_id ?? values.custom_field_id,
    'custom_field_id',
    'Custom field',
  );
  const subject = { type: before?.subject_type ?? values.subject_type, id: before?.subject_id ?? values.subject_id };
  checkSubject(world, field, subject);
  checkValue(world, field, String(subject.id), values.value);
  const shown = { value: values.value, display_value: String(values.value) };
  if (before) return shown;
  const old = world.store
    .where<Stored>('custom_field_values', 'subject_id', String(subject.id))
    .find((other) => other.custom_field_id === field.id);
  if (old) world.store.delete('custom_field_values', old.id);
  return {
    ...values,
    ...shown,
    subject_id: String(subject.id),
    custom_field_name: field.name,
    type: field.value_type,
  };
};

const valuesOf = (world: World, field: Stored): Stored[] =>
  world.store.where<Stored>('custom_field_values', 'custom_field_id', field.id);

function checkSubject(world: World, field: Stored, subject: { type: unknown; id: unknown }): void {
  if (field.subject_type !== subject.type) throw invalid('custom_field_id', 'Custom field must exist');
  required(world, subjects[String(subject.type)] ?? '', subject.id, 'subject_id', 'Subject');
}

function checkValue(world: World, field: Stored, subjectId: string, value: unknown): void {
  const fits = field.value_type === 'number' ? Number.isInteger(value) : typeof value === 'string';
  if (!fits) throw invalid('value', `Value must be a ${String(field.value_type)}`);
  const taken = valuesOf(world, field).some((other) => other.subject_id !== subjectId && other.value === value);
  if (field.unique_constraint === true && taken) throw invalid('value', 'Value has already been taken');
}
