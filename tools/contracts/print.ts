import 'reflect-metadata';
import { appContracts, systemContracts } from './documents.js';
import { eventContract } from './event-contract.js';
import { filesOf, specification, update } from './generate.js';
import { schedulerTool } from './scheduler-tool.js';
import { platformMatrix } from './platform-matrix.js';
import { app as experience } from '../../apps/experience-api/src/app.js';
import { app as billing } from '../../apps/process-billing/src/app.js';
import { app as governance } from '../../apps/process-governance/src/app.js';
import { app as operations } from '../../apps/process-operations/src/app.js';
import { app as projects } from '../../apps/process-projects/src/app.js';
import { app as staffing } from '../../apps/process-staffing/src/app.js';
import { app as workforce } from '../../apps/process-workforce/src/app.js';

/**
 * Prints every contract to openapi/, its typed client to libs/contracts, and what each platform can do of them to
 * docs/platforms.md. With `--check` nothing is written and a
 * difference is an error: the code and its published contract must say the same.
 */
const check = process.argv.includes('--check');
const contracts = [
  ...(await systemContracts()),
  ...(await appContracts('process/workforce', workforce)),
  ...(await appContracts('process/projects', projects)),
  ...(await appContracts('process/billing', billing)),
  ...(await appContracts('process/staffing', staffing)),
  ...(await appContracts('process/operations', operations)),
  ...(await appContracts('process/governance', governance)),
  ...(await appContracts('experience/portal', experience)),
  await schedulerTool(),
];
const files = await filesOf(contracts);
files.set('openapi/events/v1.yaml', specification(await eventContract()));
files.set(...(await platformMatrix()));
const changed = await update(files, process.cwd(), check);
if (changed.length === 0) {
  process.stdout.write(`${contracts.length + 1} contracts match the code\n`);
} else {
  process.stdout.write(
    `${check ? 'differs from the code' : 'written'}:\n${changed.map((name) => `  ${name}\n`).join('')}`,
  );
  if (check) process.exitCode = 1;
}
