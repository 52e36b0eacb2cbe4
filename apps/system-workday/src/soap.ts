import {
  type Content,
  type Element,
  refusedFields,
  retryAfter,
  soapBody,
  soapEnvelope,
  soapHeaders,
  usernameToken,
  type Vendor,
  type VendorReply,
} from '#connector';
import { Failure } from '#kernel';
import { settingsOf, type WorkdaySettings } from './settings.js';

/** Asks an operation of the Human_Resources service and answers its response element. */
export async function ask(vendor: Vendor, operation: string, content: Content): Promise<Element> {
  const settings = settingsOf(vendor);
  const { tenant, version = 'v44.0' } = settings;
  const path = `/ccx/service/${encodeURIComponent(tenant)}/Human_Resources/${version}`;
  const body = envelope(settings, `${operation}_Request`, { '@version': version, ...(content as object) });
  const headers = { ...soapHeaders, soapaction: '""' };
  const reply = await vendor.send({ method: 'POST', path, body, headers, asks: true, signed: true });
  const response = soapBody(reply)?.first(`${operation}_Response`);
  if (response) return response;
  const text = `${vendor.instance} answered without a ${operation}_Response to POST ${path}`;
  throw faultOf(reply) ?? new Failure('unavailable', text, { code: 'unreadable-reply' });
}

/** SOAP 1.1 with the user's name and password in it. */
export function envelope({ user, tenant, password }: WorkdaySettings, element: string, content: Content): string {
  const header = usernameToken(`${user}@${tenant}`, password);
  return soapEnvelope({ bsvc: 'urn:com.workday/bsvc' }, { [`bsvc:${element}`]: qualified(content) }, header);
}

/** Workday wants its prefix on elements and attributes alike. */
function qualified(content: Content): Content {
  if (Array.isArray(content)) return content.map(qualified);
  if (typeof content !== 'object') return content;
  const entries = Object.entries(content).map(([name, value]) => [
    name.startsWith('#') ? name : name.replace(/^@?/, '$&bsvc:'),
    qualified(value),
  ]);
  return Object.fromEntries(entries) as Content;
}

/** Every SOAP fault comes with HTTP 500; its code and text decide. Null where the reply is no fault. */
export function faultOf(reply: VendorReply): Failure | null {
  const fault = soapBody(reply)?.first('Fault');
  if (!fault) return null;
  const code = (fault.text('faultcode') ?? '').replace(/^.*:/, '');
  const problems = fault.all('detail', 'Validation_Fault', 'Validation_Error');
  const reason = fault.text('faultstring') ?? fault.text('detail', 'Processing_Fault', 'Detail_Message');
  const text = `Workday: ${reason ?? 'a fault without a reason'}`;
  if (/too many requests|throttl|rate limit/i.test(text)) return new Failure('throttled', text, retryAfter(reply));
  if (code === 'Client.authenticationError') return new Failure('forbidden', text, { code, remedy: checkUser });
  if (/not authorized/i.test(text)) return new Failure('forbidden', text, { code, remedy: grantDomain });
  if (/is not a valid ID value/i.test(text)) return new Failure('not-found', text, { code });
  if (!code.startsWith('Client')) return new Failure('unavailable', text, { code });
  const fields = refusedFields(
    problems.map((problem) => ({ field: problem.text('Xpath') ?? 'request', message: problem.text('Message') })),
  );
  return new Failure('rejected', text, { code, fields });
}

const checkUser = 'check user, tenant and password of the instance in estate.yaml against the integration system user';
const grantDomain =
  'give the integration system security group the domain; which ones, is in apps/system-workday/README.md';
