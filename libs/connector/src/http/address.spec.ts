import { addressProblems } from './address.js';

const refused = (address: string, inOwnNetwork = false): string[] =>
  addressProblems('baseUrl', address, inOwnNetwork).map(({ message }) => message);

describe('a vendor’s address in production', () => {
  it.each(['https://meridian.bamboohr.com', 'https://api.mavenlink.com', 'https://8.8.8.8'])('may be %s', (address) => {
    expect(refused(address)).toEqual([]);
  });

  it('is never spoken to in the open', () => {
    expect(refused('http://meridian.bamboohr.com')).toEqual(['http://meridian.bamboohr.com is not https']);
  });

  it.each(['127.0.0.1', '127.1.2.3', 'localhost', 'api.localhost', '[::1]', '0.0.0.0', '2130706433', '0x7f.1'])(
    'is never this machine, however it is written: %s',
    (host) => expect(refused(`https://${host}`, true)).toHaveLength(1),
  );

  it.each(['10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '[fd00::1]', '[fe80::1]'])(
    'is in the own network only where that is said: %s',
    (host) => {
      expect(refused(`https://${host}`)).toHaveLength(1);
      expect(refused(`https://${host}`, true)).toEqual([]);
    },
  );
});
