import { systemApp } from '#connector';
import { workday } from './connector.js';

export const app = systemApp('system-workday', workday);
