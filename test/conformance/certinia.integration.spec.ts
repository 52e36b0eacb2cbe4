import { conform } from './conform.js';
import { certinia } from './platforms/certinia.js';

conform(certinia);
