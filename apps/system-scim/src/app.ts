import { systemApp } from '#connector';
import { scim } from './connector.js';

export const app = systemApp('system-scim', scim);
