import { systemApp } from '#connector';
import { bamboohr } from './connector.js';

export const app = systemApp('system-bamboohr', bamboohr);
