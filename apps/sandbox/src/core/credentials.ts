import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Identity, makeAuthority, makeClient } from './certificates.js';
import type { Credentials } from './simulator.js';

/** Who the gateway is at each vendor; the same words stand in the example estate. */
export const salesforceUser = 'integration@meridian.example';
export const netsuiteAccount = 'TSTDRV1234567';
const s4hanaUser = 'THROUGHLINE';
const workdayTenant = 'meridian_dpt1';
const workdayUser = 'ISU_Throughline';
const entraTenant = '6f2a1d0c-5b7e-4c8a-9a3d-1e4f70b2c965';
const entraServicePrincipal = 'c41e7b52-0d9f-4a63-8e15-92d7a6f3b084';
const entraJob = 'API2AAD.6f2a1d0c5b7e4c8a9a3d1e4f70b2c965.3b9d5e17-62c4-4f0a-b8e1-7a50c2d9f436';
/** A directory is named by its id or by one of its domains. */
const directoryDomain = 'meridian.example';

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
    adp: {
      clientId: kept('adp.client-id', id),
      clientSecret: kept('adp.client-secret', id),
      authority: adpAuthority(secretsDir),
    },
    entra: {
      tenantId: entraTenant,
      clientId: kept('entra.client-id', id),
      clientSecret: kept('entra.client-secret', id),
      servicePrincipalId: entraServicePrincipal,
      jobId: entraJob,
    },
    dynamics365: {
      tenant: directoryDomain,
      clientId: kept('dynamics365.client-id', randomUUID),
      clientSecret: kept('dynamics365.client-secret', id),
    },
  };
}

/** Who signs certificates for ADP; the gateway's own is made on first use. */
function adpAuthority(dir: string): Identity {
  const authority = identity(dir, 'adp.ca', () => makeAuthority('ADP Sandbox CA'));
  identity(dir, 'adp', () => makeClient(authority, 'Throughline'));
  return authority;
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

/** A key with its certificate, in the same order and for the same reason. */
function identity(dir: string, name: string, make: () => Identity): Identity {
  const keyFile = join(dir, `${name}.key.pem`);
  const file = join(dir, `${name}.certificate.pem`);
  if (existsSync(file)) return { key: readFileSync(keyFile, 'utf8'), certificate: readFileSync(file, 'utf8') };
  const made = make();
  writeWhole(keyFile, made.key);
  writeWhole(file, made.certificate);
  return made;
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
