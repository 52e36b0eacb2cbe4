import { sized } from './limit.js';

export const maxItems = sized('max-items', 'maxItems');
