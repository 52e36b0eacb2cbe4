import { sized } from './limit.js';

export const maxProperties = sized('max-properties', 'maxProperties');
