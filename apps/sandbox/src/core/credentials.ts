import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Credentials } from './simulator.js';

/** Who the gateway is at each vendor; the same words stand in the example estate. */
export const salesforceUser = 'integration@meridian.example';
export const netsuiteAccount = 'TSTDRV1234567';
const s4hanaUser = 'THROUGHLINE';
const workdayTenant = 'meridian_dpt1';
const workdayUser = 'ISU_Throughline';

/**
 * Plays the vendors' administrators: makes the keys and tokens the gateway needs on first use, and afterwards gives
 * out the same ones. Private halves stay in `secretsDir`; simulators get what a vendor would hold.
 */
export function issueCredentials(secretsDir: string, bamboohrWebhookUrl: string): Credentials {
  const kept = (name: string, make: () => string): string => keep(secretsDir, name, make);
  const salesforceKey = keyPair(secretsDir, 'salesforce', () =>
    generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding, privateKeyEncoding }),
  );
  const certiniaKey = keyPair(secretsDir, 'certinia', () =>
    generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding, privateKeyEncoding }),
  );
  const netsuiteKey = keyPair(secretsDir, 'netsuite', () =>
    generateKeyPairSync('ec', { namedCurve: 'P-256', publicKeyEncoding, privateKeyEncoding }),
  );
  const id = (): string => randomBytes(16).toString('hex');
  return {
    salesforce: { clientId: kept('salesforce.client-id', id), username: salesforceUser, publicKey: salesforceKey },
    netsuite: {
      account: netsuiteAccount,
      clientId: kept('netsuite.client-id', id),
      certificateId: kept('netsuite.certificate-id', id),
      publicKey: netsuiteKey,
    },
    bamboohr: {
      apiKey: kept('bamboohr.api-key', id),
      webhookKey: kept('bamboohr.webhook-key', id),
      webhookUrl: bamboohrWebhookUrl,
    },
    kantata: { token: kept('kantata.token', id) },
    scim: { token: kept('scim.token', id) },
    s4hana: { user: s4hanaUser, password: kept('s4hana.password', id) },
    workday: {
      tenant: workdayTenant,
      username: workdayUser,
      password: kept('workday.password', id),
      clientId: kept('workday.client-id', id),
      clientSecret: kept('workday.client-secret', id),
      refreshToken: kept('workday.refresh-token', id),
    },
    float: { token: kept('float.token', id) },
    certinia: { clientId: kept('certinia.client-id', id), username: salesforceUser, publicKey: certiniaKey },
  };
}

const publicKeyEncoding = { type: 'spki', format: 'pem' } as const;
const privateKeyEncoding = { type: 'pkcs8', format: 'pem' } as const;

/** Answers the public half; the private one is written first, so that a half-made pair is made again. */
function keyPair(dir: string, name: string, make: () => { publicKey: string; privateKey: string }): string {
  const publicFile = join(dir, `${name}.public.pem`);
  if (existsSync(publicFile)) return readFileSync(publicFile, 'utf8');
  const pair = make();
  writeWhole(join(dir, `${name}.key.pem`), pair.privateKey);
  writeWhole(publicFile, pair.publicKey);
  return pair.publicKey;
}

/** A secret kept in a file, made when it is first asked for. */
export function keep(dir: string, name: string, make: () => string): string {
  const file = join(dir, name);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const value = make();
  writeWhole(file, value);
  return value;
}

/** Never leaves half a file behind. */
function writeWhole(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
