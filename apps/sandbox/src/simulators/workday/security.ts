import type { World } from '../../core/simulator.js';
import { authenticationFault } from './soap-fault.js';
import { attributeOf, type XmlNode } from './xml.js';

const securityNamespace = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const passwordText = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText';

/** Lets in who knows the integration's password, sent as it is, for the tenant called. */
export function authenticate(world: World, header: XmlNode | undefined, tenant: string): void {
  const own = world.credentials.workday;
  const secured = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
    node?.children.find((child) => child.namespace === securityNamespace && child.name === name);
  const token = secured(secured(header, 'Security'), 'UsernameToken');
  const password = secured(token, 'Password');
  const isOwn =
    tenant === own.tenant &&
    secured(token, 'Username')?.text === `${own.username}@${own.tenant}` &&
    password?.text === own.password &&
    attributeOf(password, '', 'Type') === passwordText;
  // Assumption, unconfirmed by the vendor: a bearer token does not open the SOAP services.
  if (!isOwn) throw authenticationFault();
}
