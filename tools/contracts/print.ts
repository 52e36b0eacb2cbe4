import 'reflect-metadata';
import { systemContracts } from './documents.js';
import { filesOf, update } from './generate.js';

/**
 * Prints every contract to openapi/ and its typed client to libs/contracts. With `--check` nothing is written and a
 * difference is an error: the code and its published contract must say the same.
 */
const check = process.argv.includes('--check');
const contracts = [...(await systemContracts())];
const changed = await update(await filesOf(contracts), process.cwd(), check);
if (changed.length === 0) {
  process.stdout.write(`${contracts.length} contracts match the code\n`);
} else {
  process.stdout.write(
    `${check ? 'differs from the code' : 'written'}:\n${changed.map((name) => `  ${name}\n`).join('')}`,
  );
  if (check) process.exitCode = 1;
}
