import { ContractRule, OperationRule, ParameterRule, ResponseRule } from '../compare/pairs.js';
import { info, schemasRemoved, servers } from './api/document.js';
import { operationDescription, operationId, operationTags } from './api/operation-identity.js';
import { operationDeprecated, operationStability } from './api/operation-lifecycle.js';
import { globalSecurity, operationSecurity } from './api/security.js';
import { securitySchemes } from './api/security-schemes.js';
import { bodyPresence } from './messages/body.js';
import { responseHeaders } from './messages/headers.js';
import { responseLinks } from './messages/links.js';
import { parameterDeprecated } from './parameters/parameter-lifecycle.js';
import { parameterRequired } from './parameters/parameter-required.js';
import { parameterDescription, parameterStyle } from './parameters/parameter-style.js';

export const contractRules: readonly ContractRule[] = [info, servers, globalSecurity, securitySchemes, schemasRemoved];

export const operationRules: readonly OperationRule[] = [
  operationDeprecated,
  operationStability,
  operationId,
  operationTags,
  operationDescription,
  operationSecurity,
];

export const parameterRules: readonly ParameterRule[] = [
  parameterRequired,
  parameterDeprecated,
  parameterStyle,
  parameterDescription,
];
export const messageRules: readonly OperationRule[] = [bodyPresence];
export const responseRules: readonly ResponseRule[] = [responseHeaders, responseLinks];
