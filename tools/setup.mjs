import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  openSync,
  closeSync,
  readFileSync,
} from 'node:fs';
import { join } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Throughline needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}

const lock = '.throughline/setup.lock';

/** Installs, builds and leaves a stamp for each, doing only what has changed since. */
export async function setUp() {
  mkdirSync('.throughline', { recursive: true });
  await withLock(async () => {
    await phase(
      'install',
      '.throughline/installed',
      ['package-lock.json', '.npmrc'],
      () => npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']),
      'node_modules',
    );
    await phase(
      'build',
      '.throughline/built',
      ['apps', 'libs', 'tools', '.swcrc'],
      () => {
        // What is no longer in the sources must not live on in the build.
        for (const part of ['apps', 'libs', 'tools']) rmSync(`dist/${part}`, { recursive: true, force: true });
        return npm(['run', '--silent', 'build']);
      },
      'dist/tools',
    );
    await phase(
      'portal',
      '.throughline/built-portal',
      ['apps/portal', 'libs/contracts/src/generated'],
      () => npm(['run', '--silent', 'build:portal']),
      'dist/portal',
    );
  });
}

async function phase(name, stamp, sources, work, product) {
  const made = existsSync(stamp) && existsSync(product) ? statSync(stamp).mtimeMs : 0;
  if (newest(sources) <= made) return;
  const began = Date.now();
  process.stdout.write(`${name} …`);
  const sign = setInterval(() => process.stdout.write('.'), 2_000);
  const { status, output } = await work();
  clearInterval(sign);
  if (status !== 0) {
    process.stdout.write(` failed\n${output}\n`);
    process.exit(1);
  }
  writeFileSync(stamp, '');
  utimesSync(stamp, new Date(began), new Date(began));
  process.stdout.write(` ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

function npm(args) {
  return new Promise((resolve) => {
    const child = spawn('npm', args, { shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ status: 1, output: error.message }));
    child.on('close', (status) => resolve({ status, output }));
  });
}

/** Time of the last change below these files and folders, in milliseconds. */
function newest(paths) {
  return Math.max(0, ...paths.filter((path) => existsSync(path)).map(newestIn));
}

function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).filter((name) => name !== 'node_modules');
  return Math.max(0, ...inside.map((name) => newestIn(join(path, name))));
}

/** Two set-ups at once would build over each other; a lock whose process is gone counts for nothing. */
async function withLock(work) {
  for (let waited = 0; !take(); waited += 1) {
    if (waited === 0) process.stdout.write('another set-up is running, waiting for it\n');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take() {
  try {
    closeSync(openSync(lock, 'wx'));
    writeFileSync(lock, String(process.pid));
    return true;
  } catch {
    const holder = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0);
    if (holder && !isAlive(holder)) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
