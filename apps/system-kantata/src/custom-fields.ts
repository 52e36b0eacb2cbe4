import type { Vendor } from '#connector';
import { Failure } from '#kernel';
import { create, listAll, update } from './api.js';

/** States the values of custom fields of one record. Writes only what differs, so a repeat does nothing. */
export async function putCustomFields(
  vendor: Vendor,
  subjectType: 'Workspace' | 'User' | 'Resource',
  subjectId: string,
  values: Record<string, string | number>,
): Promise<void> {
  const fields = await listAll(vendor, 'custom_fields', { subject_type: subjectType });
  const present = await listAll(vendor, 'custom_field_values', {
    subject_type: subjectType,
    with_subject_id: subjectId,
  });
  const missing = Object.keys(values).filter((name) => !fields.some((field) => field.name === name));
  if (missing.length > 0) {
    throw new Failure(
      'rejected',
      `Kantata has no ${subjectType} field ${missing.map((name) => `"${name}"`).join(', ')}`,
      {
        code: 'missing-custom-field',
        remedy: 'ask the account administrator to add the custom fields the system-kantata README lists',
        fields: missing.map((field) => ({ field, message: 'is not a custom field of this account' })),
      },
    );
  }
  for (const [name, value] of Object.entries(values)) {
    const existing = present.find((row) => row.custom_field_name === name);
    if (existing?.value === value) continue;
    if (existing) await update(vendor, 'custom_field_values', existing.id, { value });
    else {
      const field = fields.find((row) => row.name === name)!;
      const body = { subject_type: subjectType, subject_id: subjectId, custom_field_id: field.id, value };
      await createValue(vendor, name, body);
    }
  }
}

interface NewValue {
  subject_type: string;
  subject_id: string;
  custom_field_id: string;
  value: string | number;
}

/** Another write of ours may take the field between our reading and our writing; then its value is updated. */
async function createValue(vendor: Vendor, name: string, body: NewValue): Promise<void> {
  try {
    await create(vendor, 'custom_field_values', body);
  } catch (error) {
    const { subject_type, subject_id, value } = body;
    const rows = await listAll(vendor, 'custom_field_values', { subject_type, with_subject_id: subject_id });
    const taken = rows.find((row) => row.custom_field_name === name);
    if (!taken || Failure.from(error).kind !== 'rejected') throw error;
    await update(vendor, 'custom_field_values', taken.id, { value });
  }
}
