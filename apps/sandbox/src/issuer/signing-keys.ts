import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { keep } from '../core/credentials.js';

/** The issuer's signing key, made once: tokens stay good over a restart. */
export async function signingKeys(dir: string): Promise<{ keys: JWK[] }> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const fresh = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: randomBytes(8).toString('hex') };
  return { keys: [JSON.parse(keep(dir, 'issuer.jwk', () => JSON.stringify(fresh))) as JWK] };
}
