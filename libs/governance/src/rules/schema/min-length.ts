import { sized } from './limit.js';

export const minLength = sized('min-length', 'minLength');
