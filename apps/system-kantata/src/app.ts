import { systemApp } from '#connector';
import { kantata } from './connector.js';

export const app = systemApp('system-kantata', kantata);
