import { systemApp } from '#connector';
import { dynamics365 } from './connector.js';

export const app = systemApp('system-dynamics365', dynamics365);
