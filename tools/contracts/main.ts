import type { Outcome } from './outcome.js';
import type { Registry } from './registry.js';

const usage = `usage: npm run contracts -- diff|check|changelog …   (each explains itself when asked without arguments)\n`;

/** The client of the command line, asked for when a name leads to the registry: what it needs is slow to load. */
const registry = async (): Promise<Registry> => (await import('../cli/connect.js')).connect().governance;

/** Judges contracts: `diff` two of them, `check` all against a base, `changelog` in words for consumers; loads only what that needs. */
async function run([command, ...args]: string[]): Promise<Outcome> {
  if (command === 'diff') return (await import('./difference.js')).difference(args, registry);
  if (command === 'check') return (await import('./check.js')).check(args, registry);
  if (command === 'changelog') return (await import('./changelog.js')).changelogBetween(args, registry);
  return { text: '', errors: usage, code: 2 };
}

const { text, errors, code } = await run(process.argv.slice(2));
process.stdout.write(text);
process.stderr.write(errors);
process.exitCode = code;
