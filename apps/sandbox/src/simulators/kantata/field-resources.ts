import { among, byUpdate, equal, need, one, type Resource, stamps } from './resource.js';

/** Custom fields and their values. */
export const fieldResources: Record<string, Resource> = {
  custom_fields: {
    singular: 'custom_field',
    attributes: ['name', 'value_type', 'unique_constraint', ...stamps],
    associations: {},
    create: [],
    update: [],
    required: [],
    filters: { subject_type: equal('subject_type') },
    orders: { name: 'name', updated_at: 'updated_at' },
    defaultOrder: 'name:asc',
  },
  custom_field_values: {
    singular: 'custom_field_value',
    attributes: ['subject_type', 'subject_id', 'custom_field_name', 'value', 'display_value', 'type', ...stamps],
    associations: { custom_field: one('custom_field_id', 'custom_fields') },
    create: ['subject_type', 'subject_id', 'custom_field_id', 'value'],
    update: ['value'],
    required: [
      need('subject_type', "Subject type can't be blank"),
      need('subject_id', "Subject can't be blank"),
      need('custom_field_id', 'Custom field must exist'),
    ],
    filters: {
      subject_type: equal('subject_type'),
      with_subject_id: among('subject_id'),
      with_custom_field_id: among('custom_field_id'),
    },
    orders: { ...byUpdate.orders, subject_id: 'subject_id' },
    defaultOrder: 'created_at:asc',
  },
};
