import { BlockList, isIP } from 'node:net';
import type { FieldProblem } from '#kernel';

const ownNetwork = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
] as const)
  ownNetwork.addSubnet(net, bits, 'ipv4');
ownNetwork.addSubnet('fc00::', 7, 'ipv6');
ownNetwork.addSubnet('fe80::', 10, 'ipv6');

const thisMachine = new BlockList();
thisMachine.addSubnet('127.0.0.0', 8, 'ipv4');
thisMachine.addAddress('0.0.0.0', 'ipv4');
thisMachine.addAddress('::1', 'ipv6');
thisMachine.addAddress('::', 'ipv6');

/**
 * What speaks against calling a vendor at this address in production: an open line, this very machine, or the firm's
 * own network where the instance does not say that its product runs there (`inOwnNetwork`).
 */
export function addressProblems(field: string, address: string, inOwnNetwork: boolean): FieldProblem[] {
  const { protocol, hostname } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  const problems: FieldProblem[] = [];
  if (protocol !== 'https:') problems.push({ field, message: `${address} is not https` });
  if (isWithin(thisMachine, host) || /(^|\.)localhost$/.test(host))
    problems.push({ field, message: `${host} is this machine: production calls no vendor there` });
  if (isWithin(ownNetwork, host) && !inOwnNetwork)
    problems.push({ field, message: `${host} is in the firm's own network: say inOwnNetwork: true if it is meant` });
  return problems;
}

function isWithin(list: BlockList, host: string): boolean {
  const version = isIP(host);
  return version !== 0 && list.check(host, version === 4 ? 'ipv4' : 'ipv6');
}
