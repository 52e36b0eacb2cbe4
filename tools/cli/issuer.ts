import 'reflect-metadata';
import { startIssuer } from '../../apps/sandbox/src/issuer/issuer.js';
import { issuerOptions } from '../estate/issuer.js';
import { estateSettings } from '../estate/settings.js';
import { command, print } from './connect.js';

/** Runs the development issuer as a process of its own; `ISSUER_URL` is what the others call it. */
await command(async () => {
  const { env } = process;
  const options = issuerOptions(estateSettings(env));
  const issuer = await startIssuer({ ...options, ...(env.ISSUER_URL && { url: env.ISSUER_URL }) });
  print(`the development issuer answers on ${issuer.url}`);
  const stop = (): void => void issuer.close();
  process.once('SIGTERM', stop).once('SIGINT', stop);
});
