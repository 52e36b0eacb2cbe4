import { explain } from '#platform';
import { type Gateway, gateway } from '../estate/gateway.js';
import { estateSettings, issuerPort } from '../estate/settings.js';

/** The running estate's APIs, as the command line's own client. */
export function connect(env: NodeJS.ProcessEnv = process.env): Gateway {
  const { secretsDir, basePort } = estateSettings(env);
  const issuer = env.ISSUER_URL ?? `http://127.0.0.1:${issuerPort(basePort)}`;
  return gateway({ issuer, secretsDir, basePort, env });
}

/** Runs a command and ends with 1 and an explanation where it fails. */
export async function command(work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  });
}

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', () => process.exit());

export const print = (line = ''): void => void process.stdout.write(`${line}\n`);
