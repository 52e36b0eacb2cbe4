import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { readCode } from './lint/code.mjs';
import { checkCompose } from './lint/compose.mjs';
import { checkDockerfile, imageEnvironment } from './lint/dockerfile.mjs';

/** Checks the Dockerfile, compose.yaml and sandbox.env of a folder against the code: `node docker/lint.mjs [folder]`. */
const own = import.meta.dirname;
const root = dirname(own);
const folder = resolve(process.argv[2] ?? own);

if (existsSync(join(root, 'dist/tools'))) {
  const problems = await check();
  for (const { file, line, message } of problems)
    process.stdout.write(`${relative(process.cwd(), join(folder, file))}:${line} ${message}\n`);
  if (problems.length === 0) process.stdout.write('docker: nothing is wrong\n');
  process.exitCode = problems.length > 0 ? 1 : 0;
} else {
  process.stdout.write('docker: the code is not built, run first: npm run build\n');
  process.exitCode = 1;
}

async function check() {
  const [dockerfile, composeText, sandboxText] = ['Dockerfile', 'compose.yaml', 'sandbox.env'].map((file) =>
    readFileSync(join(folder, file), 'utf8'),
  );
  const code = await readCode(root);
  const imageEnv = imageEnvironment(dockerfile);
  const problems = [
    ...checkDockerfile(dockerfile, code).map((one) => ({ file: 'Dockerfile', ...one })),
    ...checkCompose({ composeText, sandboxText, imageEnv, code }),
  ];
  // The same line merged into many services is wrong once.
  const unique = new Map(problems.map((one) => [`${one.file}:${one.line} ${one.message}`, one]));
  return [...unique.values()].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
