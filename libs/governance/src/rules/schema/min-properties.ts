import { sized } from './limit.js';

export const minProperties = sized('min-properties', 'minProperties');
