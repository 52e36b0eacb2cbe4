import { systemApp } from '#connector';
import { s4hana } from './connector.js';

export const app = systemApp('system-s4hana', s4hana);
