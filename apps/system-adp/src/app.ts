import { systemApp } from '#connector';
import { adp } from './connector.js';

export const app = systemApp('system-adp', adp);
