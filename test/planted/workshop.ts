import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bug } from './bugs.js';
import { copyOfCode } from './copy.js';

const longestMs = 180_000;

/** A copy of the code to write bugs into. */
export class Workshop {
  private readonly folder = copyOfCode('planted');

  close(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** What the tests of a bug say while it is in the code. */
  planted({ what, file, from, to, caughtBy }: Bug): string {
    const path = join(this.folder, file);
    const code = readFileSync(path, 'utf8');
    const parts = code.split(from);
    if (parts.length !== 2) {
      throw new Error(`"${what}" cannot be planted: ${file} has ${parts.length - 1} times \`${from}\`, not once`);
    }
    writeFileSync(path, parts.join(to));
    try {
      return this.test([caughtBy]);
    } finally {
      writeFileSync(path, code);
    }
  }

  /** Runs files of tests; answers jest's own sum, e.g. `1 failed, 4 passed, 5 total`. */
  test(files: string[]): string {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/jest/bin/jest.js', '--selectProjects', 'unit', 'sandbox', 'integration', '--runTestsByPath', ...files],
      { cwd: this.folder, encoding: 'utf8', timeout: longestMs, env: process.env },
    );
    const said = stdout + stderr;
    const [, sum] = /^Tests:\s+(.*)$/m.exec(said) ?? [];
    if (sum === undefined) throw new Error(`the tests did not come to an end:\n${said.slice(-2_000)}`);
    return sum;
  }
}
