import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connector } from '#connector';
import type { Simulator } from '../../../apps/sandbox/src/core/simulator.js';
import { payrollCsv as connector } from '../../../apps/system-payrollcsv/src/connector.js';
import type { Platform } from '../platform.js';

let folder = '';

/** A folder is the whole product: there is no wire, and so nobody to answer on it. */
const payrollOffice: Simulator<string> = {
  name: 'payrollcsv',
  routes: () => undefined,
  seed: () => undefined,
  actions: {
    takeFolderAway: () => renameSync(folder, `${folder}-away`),
    bringFolderBack: () => renameSync(`${folder}-away`, folder),
  },
  start: () => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-payroll-'));
    return () => Promise.resolve(rmSync(folder, { recursive: true, force: true }));
  },
};

export const payrollCsv: Platform = {
  connector: connector as unknown as Connector,
  simulator: payrollOffice,
  instance: 'payrollcsv',
  unlisted: {
    // Latin 1 has no Cyrillic letters: what cannot be written is refused.
    settings: () => ({
      folder,
      encoding: 'latin1',
      earnings: { regular: 'LOHN', overtime: 'UEST', leave: 'URL' },
    }),
    serves: ['payroll'],
  },
  payroll: {
    refused: [{ workerNumber: 'Ж-1042' }],
    nobodyPays: 'MER/XX',
    packages: () => readdirSync(folder).length,
  },
  asks: {},
  traces: {},
};
