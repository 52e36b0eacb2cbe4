import { systemApp } from '#connector';
import { salesforce } from './connector.js';

export const app = systemApp('system-salesforce', salesforce);
