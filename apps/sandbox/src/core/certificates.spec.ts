import { createPrivateKey, X509Certificate } from 'node:crypto';
import { request, createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Identity, makeAuthority, makeClient, makeServer } from './certificates.js';

describe('certificates', () => {
  const authority = makeAuthority('Vendor CA');

  test('an authority vouches for itself and may sign', () => {
    const certificate = new X509Certificate(authority.certificate);
    expect(certificate).toMatchObject({ subject: 'CN=Vendor CA', issuer: 'CN=Vendor CA', ca: true });
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(authority.key))).toBe(true);
  });

  test('a client’s certificate is for its key, signed by the authority, and for nothing but being a client', () => {
    const { key, certificate: pem } = makeClient(authority, 'gateway');
    const certificate = new X509Certificate(pem);
    expect(certificate).toMatchObject({ subject: 'CN=gateway', issuer: 'CN=Vendor CA', ca: false });
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
    expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(certificate.verify(new X509Certificate(authority.certificate).publicKey)).toBe(true);
    expect(certificate.checkIssued(new X509Certificate(authority.certificate))).toBe(true);
  });

  test('a server’s certificate names every host it answers as', () => {
    const certificate = new X509Certificate(makeServer(authority, ['127.0.0.1', 'vendors.example']).certificate);
    expect(certificate.subjectAltName).toBe('IP Address:127.0.0.1, DNS:vendors.example');
    expect([certificate.checkIP('127.0.0.1'), certificate.checkHost('elsewhere.example')]).toEqual([
      '127.0.0.1',
      undefined,
    ]);
  });

  describe('mutual TLS with them', () => {
    let server: Server;
    beforeEach(async () => {
      const { key, certificate: cert } = makeServer(authority, ['127.0.0.1']);
      const demand = { requestCert: true, rejectUnauthorized: true, ca: authority.certificate };
      server = createServer({ key, cert, ...demand }, (_request, reply) => reply.end('in'));
      await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    });
    afterEach(() => server.close());

    const ask = (client: Partial<Identity>, trusted: Identity = authority): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const { port } = server.address() as AddressInfo;
        const { key, certificate: cert } = client;
        const identity = { ...(key && { key }), ...(cert && { cert }) };
        request({ host: '127.0.0.1', port, ca: trusted.certificate, agent: false, ...identity }, (reply) => {
          reply.resume();
          resolve(reply.statusCode);
        })
          .on('error', reject)
          .end();
      });

    test('lets in whom the authority vouches for, and nobody else', async () => {
      expect(await ask(makeClient(authority, 'gateway'))).toBe(200);
      await expect(ask({})).rejects.toThrow();
      await expect(ask(makeClient(makeAuthority('Vendor CA'), 'gateway'))).rejects.toThrow();
    });

    test('the client in turn finds out a server that somebody else vouches for', async () => {
      await expect(ask(makeClient(authority, 'gateway'), makeAuthority('Vendor CA'))).rejects.toThrow();
    });
  });
});
