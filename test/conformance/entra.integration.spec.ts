import { conform } from './conform.js';
import { entra } from './platforms/entra.js';

conform(entra);
