import { sized } from './limit.js';

export const minItems = sized('min-items', 'minItems');
