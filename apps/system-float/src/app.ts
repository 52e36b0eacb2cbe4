import { systemApp } from '#connector';
import { float } from './connector.js';

export const app = systemApp('system-float', float);
