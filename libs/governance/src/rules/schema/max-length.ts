import { sized } from './limit.js';

export const maxLength = sized('max-length', 'maxLength');
