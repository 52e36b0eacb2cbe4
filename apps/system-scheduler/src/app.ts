import { systemApp } from '#connector';
import { scheduler } from './connector.js';

export const app = systemApp('system-scheduler', scheduler);
