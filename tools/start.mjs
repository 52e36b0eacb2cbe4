import { spawn } from 'node:child_process';
import { setUp } from './setup.mjs';

await setUp();
const estate = spawn(process.execPath, ['dist/tools/estate/main.js', ...process.argv.slice(2)], { stdio: 'inherit' });
// A terminal's Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => estate.kill('SIGTERM'));
estate.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
