import { systemApp } from '#connector';
import { netsuite } from './connector.js';

export const app = systemApp('system-netsuite', netsuite);
