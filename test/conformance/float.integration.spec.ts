import { conform } from './conform.js';
import { float } from './platforms/float.js';

conform(float);
