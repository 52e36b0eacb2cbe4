import 'reflect-metadata';
import { appContract, systemContracts } from './documents.js';
import { filesOf, update } from './generate.js';
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
  await appContract('process/workforce/v1', workforce),
  await appContract('process/projects/v1', projects),
  await appContract('process/billing/v1', billing),
  await appContract('process/staffing/v1', staffing),
  await appContract('process/operations/v1', operations),
  await appContract('process/governance/v1', governance),
  await appContract('experience/portal/v1', experience),
  await schedulerTool(),
];
const files = await filesOf(contracts);
files.set(...(await platformMatrix()));
const changed = await update(files, process.cwd(), check);
if (changed.length === 0) {
  process.stdout.write(`${contracts.length} contracts match the code\n`);
} else {
  process.stdout.write(
    `${check ? 'differs from the code' : 'written'}:\n${changed.map((name) => `  ${name}\n`).join('')}`,
  );
  if (check) process.exitCode = 1;
}
