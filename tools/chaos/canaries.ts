import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Values nobody may ever see outside the systems they belong to; planted where the firm keeps such things. */
export const canaries = {
  pay: '913377.31',
  bankNumber: 'DE02120300000000202051',
  token: 'chaos-canary-token-7f3a9c51',
} as const;

/** Every credential of the installation, long enough not to be found by chance. */
export const credentials = (secretsDir: string): string[] =>
  readdirSync(secretsDir)
    .filter((file) => !file.includes('public'))
    .map((file) => readFileSync(join(secretsDir, file), 'utf8').trim())
    // Of a key, a line in its middle is enough.
    .map((secret) => secret.split('\n')[1] ?? secret)
    .filter((secret) => secret.length >= 16);
