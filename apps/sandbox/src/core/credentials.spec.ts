import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCredentials } from './credentials.js';

describe('issuing credentials', () => {
  let parent: string;
  let dir: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'secrets-'));
    dir = join(parent, 'secrets');
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  const issue = () => issueCredentials(dir, 'http://127.0.0.1:4600/webhooks');
  const read = (name: string): string => readFileSync(join(dir, name), 'utf8');

  test('the gateway finds its half of every secret', () => {
    issue();
    expect(readdirSync(dir).sort()).toEqual([
      'adp.ca.certificate.pem',
      'adp.ca.key.pem',
      'adp.certificate.pem',
      'adp.client-id',
      'adp.client-secret',
      'adp.key.pem',
      'bamboohr.api-key',
      'bamboohr.webhook-key',
      'certinia.client-id',
      'certinia.key.pem',
      'certinia.public.pem',
      'dynamics365.client-id',
      'dynamics365.client-secret',
      'entra.client-id',
      'entra.client-secret',
      'float.token',
      'kantata.token',
      'netsuite.certificate-id',
      'netsuite.client-id',
      'netsuite.key.pem',
      'netsuite.public.pem',
      's4hana.password',
      'salesforce.client-id',
      'salesforce.key.pem',
      'salesforce.public.pem',
      'scim.token',
      'workday.client-id',
      'workday.client-secret',
      'workday.password',
      'workday.refresh-token',
    ]);
    expect(read('bamboohr.webhook-key')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('products hold the public half of the keys the vendors ask for', () => {
    const { salesforce, netsuite } = issue();
    const rsa = createPrivateKey(read('salesforce.key.pem'));
    expect(rsa.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 });
    expect(createPublicKey(rsa).export({ type: 'spki', format: 'pem' })).toBe(salesforce.publicKey);
    const ec = createPrivateKey(read('netsuite.key.pem'));
    expect(ec.asymmetricKeyDetails).toMatchObject({ namedCurve: 'prime256v1' });
    expect(createPublicKey(ec).export({ type: 'spki', format: 'pem' })).toBe(netsuite.publicKey);
  });

  test('the gateway’s client certificate is for its key and signed by the authority that the product trusts', () => {
    const { adp } = issue();
    const certificate = new X509Certificate(read('adp.certificate.pem'));
    expect(certificate.checkPrivateKey(createPrivateKey(read('adp.key.pem')))).toBe(true);
    expect(certificate.checkIssued(new X509Certificate(adp.authority.certificate))).toBe(true);
    expect(certificate.verify(new X509Certificate(read('adp.ca.certificate.pem')).publicKey)).toBe(true);
  });

  test('a second start gives out the same', () => {
    expect(issue()).toEqual(issue());
  });

  test('a pair of which only the private half was written is made again', () => {
    const first = issue();
    rmSync(join(dir, 'netsuite.public.pem'));
    const second = issue();
    expect(second.netsuite.publicKey).not.toBe(first.netsuite.publicKey);
    expect(createPublicKey(read('netsuite.key.pem')).export({ type: 'spki', format: 'pem' })).toBe(
      second.netsuite.publicKey,
    );
  });

  test('nobody else on the machine can read them', () => {
    issue();
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
  });
});
