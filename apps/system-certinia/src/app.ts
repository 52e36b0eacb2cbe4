import { systemApp } from '#connector';
import { certinia } from './connector.js';

export const app = systemApp('system-certinia', certinia);
