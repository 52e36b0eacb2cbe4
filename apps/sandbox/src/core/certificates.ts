import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { isIP } from 'node:net';
import { der } from './der.js';

/** A key and the certificate that speaks for it, both in PEM. */
export interface Identity {
  key: string;
  certificate: string;
}

interface Wanted {
  subject: string;
  publicKey: KeyObject;
  issuer: string;
  issuerKey: KeyObject;
  extensions: Buffer[];
}

const days = 24 * 60 * 60 * 1000;
const lifeDays = 3650;

/** A certificate authority of its own: an EC key and a certificate that it signed itself. */
export function makeAuthority(subject: string): Identity {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = createPublicKey(privateKey);
  const extensions = [
    extension('2.5.29.19', true, der.sequence(der.boolean(true))), // basicConstraints: an authority
    extension('2.5.29.15', true, der.bits(Buffer.from([0b0000_0110]), 1)), // keyUsage: signs certificates and CRLs
  ];
  return {
    key: pemOf(privateKey),
    certificate: certificate({ subject, publicKey, issuer: subject, issuerKey: privateKey, extensions }),
  };
}

/** A new key and certificate for a client, as an administrator is given them. */
export const makeClient = (authority: Identity, subject: string): Identity =>
  leaf(authority, subject, [purpose('1.3.6.1.5.5.7.3.2')]);

/** A new key and certificate for a server that is reached by these host names or addresses. */
export function makeServer(authority: Identity, hosts: string[]): Identity {
  const names = der.sequence(...hosts.map(generalName));
  return leaf(authority, hosts[0]!, [purpose('1.3.6.1.5.5.7.3.1'), extension('2.5.29.17', false, names)]);
}

function leaf(authority: Identity, subject: string, extensions: Buffer[]): Identity {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = createPublicKey(privateKey);
  const issuerKey = createPrivateKey(authority.key);
  const issuer = commonName(authority);
  return { key: pemOf(privateKey), certificate: certificate({ subject, publicKey, issuer, issuerKey, extensions }) };
}

/** X.509 version 3, signed by ECDSA with SHA-256 (RFC 5280, RFC 5758). */
function certificate({ subject, publicKey, issuer, issuerKey, extensions }: Wanted): string {
  const algorithm = der.sequence(der.oid('1.2.840.10045.4.3.2'));
  const now = Date.now();
  const validity = der.sequence(der.moment(new Date(now - days)), der.moment(new Date(now + lifeDays * days)));
  const body = der.sequence(
    der.context(0, der.integer(Buffer.from([2]))),
    der.integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    nameOf(issuer),
    validity,
    nameOf(subject),
    spkiOf(publicKey),
    der.context(3, der.sequence(...extensions, ...keyIds(publicKey, createPublicKey(issuerKey)))),
  );
  const whole = der.sequence(body, algorithm, der.bits(sign('sha256', body, issuerKey)));
  const lines = whole.toString('base64').match(/.{1,64}/g)!;
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

const nameOf = (common: string): Buffer => der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), der.text(common))));

const extension = (oid: string, isCritical: boolean, value: Buffer): Buffer =>
  der.sequence(der.oid(oid), ...(isCritical ? [der.boolean(true)] : []), der.octets(value));

/** subjectKeyIdentifier and authorityKeyIdentifier, which strict callers demand (RFC 5280, 4.2.1). */
function keyIds(subject: KeyObject, issuer: KeyObject): Buffer[] {
  const idOf = (key: KeyObject): Buffer => createHash('sha1').update(spkiOf(key)).digest();
  return [
    extension('2.5.29.14', false, der.octets(idOf(subject))),
    extension('2.5.29.35', false, der.sequence(der.context(0, idOf(issuer), false))),
  ];
}

const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** extendedKeyUsage: what the key may be used for. */
const purpose = (oid: string): Buffer => extension('2.5.29.37', false, der.sequence(der.oid(oid)));

function generalName(host: string): Buffer {
  return isIP(host) === 4
    ? der.context(7, Buffer.from(host.split('.').map(Number)), false)
    : der.context(2, Buffer.from(host, 'ascii'), false);
}

const commonName = ({ certificate: pem }: Identity): string => new X509Certificate(pem).subject.replace(/^CN=/, '');

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
