import { SchemaRule } from '../../compare/change.js';
import { additionalProperties } from './additional-properties.js';
import { allOf } from './all-of.js';
import { contains } from './contains.js';
import { containsCount } from './contains-count.js';
import { contentEncoding, contentMediaType, contentSchema } from './content.js';
import { defaults } from './default.js';
import { dependentRequired } from './dependent-required.js';
import { dependentSchemas } from './dependent-schemas.js';
import { description } from './description.js';
import { discriminator } from './discriminator.js';
import { alternative } from './else.js';
import { enumeration } from './enumeration.js';
import { extensibleEnumeration } from './extensible-enumeration.js';
import { format } from './format.js';
import { condition } from './if.js';
import { maxItems } from './max-items.js';
import { maxLength } from './max-length.js';
import { maxProperties } from './max-properties.js';
import { maximum } from './maximum.js';
import { minItems } from './min-items.js';
import { minLength } from './min-length.js';
import { minProperties } from './min-properties.js';
import { minimum } from './minimum.js';
import { multipleOf } from './multiple-of.js';
import { not } from './not.js';
import { patternProperties } from './pattern-properties.js';
import { pattern } from './pattern.js';
import { propertyAdded } from './property-added.js';
import { propertyNames } from './property-names.js';
import { propertyRemoved } from './property-removed.js';
import { propertyRequired } from './property-required.js';
import { consequence } from './then.js';
import { schemaDeprecated, schemaStability } from './schema-lifecycle.js';
import { type } from './type.js';
import { unevaluatedItems } from './unevaluated-items.js';
import { unevaluatedProperties } from './unevaluated-properties.js';
import { uniqueItems } from './unique-items.js';
import { visibility } from './visibility.js';

/** What is told of a schema even where its values cannot be compared. */
export const alwaysRules: readonly SchemaRule[] = [type, defaults, schemaDeprecated, schemaStability, description];

export const valueRules: readonly SchemaRule[] = [
  allOf,
  format,
  enumeration,
  extensibleEnumeration,
  maximum,
  minimum,
  multipleOf,
  maxLength,
  minLength,
  pattern,
  maxItems,
  minItems,
  uniqueItems,
  contains,
  containsCount,
  maxProperties,
  minProperties,
  propertyRequired,
  propertyAdded,
  propertyRemoved,
  additionalProperties,
  patternProperties,
  propertyNames,
  dependentRequired,
  dependentSchemas,
  unevaluatedProperties,
  unevaluatedItems,
  visibility,
  not,
  condition,
  consequence,
  alternative,
  contentEncoding,
  contentMediaType,
  contentSchema,
  discriminator,
];
