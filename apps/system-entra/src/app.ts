import { systemApp } from '#connector';
import { entra } from './connector.js';

export const app = systemApp('system-entra', entra);
