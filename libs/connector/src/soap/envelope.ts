import type { VendorReply } from '../http/vendor.js';
import { type Content, type Element, parseXml, toXml } from './xml.js';

/** What every SOAP 1.1 request says of itself. */
export const soapHeaders = { accept: 'text/xml', 'content-type': 'text/xml;charset=UTF-8' };

/** A SOAP 1.1 envelope; `namespaces` by prefix. */
export const soapEnvelope = (namespaces: Record<string, string>, body: Content, header?: Content): string =>
  toXml({
    'soapenv:Envelope': {
      '@xmlns:soapenv': 'http://schemas.xmlsoap.org/soap/envelope/',
      ...Object.fromEntries(Object.entries(namespaces).map(([prefix, name]) => [`@xmlns:${prefix}`, name])),
      ...(header !== undefined && { 'soapenv:Header': header }),
      'soapenv:Body': body,
    },
  });

/** What a reply says; null where it is no envelope. */
export const soapBody = ({ body }: VendorReply): Element | null =>
  typeof body === 'string' ? (parseXml(body)?.first('Envelope', 'Body') ?? null) : null;
