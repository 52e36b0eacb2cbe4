import type { FastifyInstance } from 'fastify';
import type { World } from '../../core/simulator.js';
import { getHolidayCalendars } from './get-holiday-calendars.js';
import { getOrganizations } from './get-organizations.js';
import { getWorkers } from './get-workers.js';
import { maySee } from './permissions.js';
import { isSet, type Operation } from './request.js';
import * as shapes from './request-shapes.js';
import { authenticate } from './security.js';
import { problemsIn, type Shape } from './shape.js';
import { permissionFault, SoapFault, validationFault, type Wrong } from './soap-fault.js';
import { momentText } from './tenant-time.js';
import { admitSoap } from './throttle.js';
import { envelope, field, group, soapNamespace, workdayNamespace } from './wire.js';
import { attributeOf, readXml, XmlError, type XmlNode } from './xml.js';

interface Task {
  shape: Shape;
  run: Operation;
}

const reading: Record<string, Task> = {
  Get_Workers: { shape: shapes.getWorkers, run: getWorkers },
  Get_Organizations: { shape: shapes.getOrganizations, run: getOrganizations },
};

const services: Record<string, Record<string, Task>> = {
  Staffing: reading,
  Human_Resources: {
    ...reading,
    Get_Holiday_Calendars: { shape: shapes.getHolidayCalendars, run: getHolidayCalendars },
    Get_Server_Timestamp: {
      shape: {},
      run: (world) => [field('Server_Timestamp_Data', momentText(world.now()))],
    },
  },
};

/** The SOAP services: one address each, the operation is named by the body. Every refusal is HTTP 500. */
export function soapRoutes(app: FastifyInstance, world: World): void {
  app.addContentTypeParser('text/xml', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const fault = error instanceof SoapFault ? error : new SoapFault('Server', error.message);
    const status = error instanceof SoapFault ? 500 : (error.statusCode ?? 500);
    return reply.code(status).type('text/xml;charset=UTF-8').send(fault.body);
  });
  app.post<{ Params: { tenant: string; service: string; version: string }; Body: string }>(
    '/ccx/service/:tenant/:service/:version',
    ({ params, body }, reply) => {
      const { header, request } = open(body);
      authenticate(world, header, params.tenant);
      admitSoap(world);
      const operation = request.name.replace(/_Request$/, '');
      const task = taskOf(params, request, operation);
      if (operation === 'Get_Holiday_Calendars' && !maySee(world, operation)) throw permissionFault();
      const answer = group(`${operation}_Response`, task.run(world, request), { version: params.version });
      const common = header?.children.find(({ name }) => name === 'Workday_Common_Header');
      // Assumption, unconfirmed by the vendor: without being asked it tells no descriptors.
      const descriptors = isSet(common, 'Include_Reference_Descriptors_In_Response');
      return reply.type('text/xml;charset=UTF-8').send(envelope(answer, { descriptors }));
    },
  );
}

/** The header and the one element of the body of a SOAP 1.1 envelope. */
function open(source: string): { header: XmlNode | undefined; request: XmlNode } {
  const root = parsed(source);
  const part = (name: string): XmlNode | undefined =>
    root.children.find((child) => child.name === name && child.namespace === soapNamespace);
  const requests = part('Body')?.children ?? [];
  if (root.name !== 'Envelope' || root.namespace !== soapNamespace || requests.length !== 1) {
    throw new SoapFault('VersionMismatch', 'a SOAP 1.1 envelope with one request in its body is expected');
  }
  return { header: part('Header'), request: requests[0]! };
}

function parsed(source: string): XmlNode {
  try {
    return readXml(source);
  } catch (error) {
    if (error instanceof XmlError) throw new SoapFault('Client', `The request is not valid XML: ${error.message}`);
    throw error;
  }
}

const oldestVersion = 30;
const newestVersion = 47;

/** What the request asks for, held against the schema of its version. */
function taskOf(params: { service: string; version: string }, request: XmlNode, operation: string): Task {
  const number = Number(/^v(\d\d)\.[0-2]$/.exec(params.version)?.[1] ?? 0);
  if (number < oldestVersion || number > newestVersion) {
    throw validationFault([{ message: `Invalid version '${params.version}'`, xpath: '' }]);
  }
  const xpath = `/bsvc:${request.name}[1]`;
  const task = services[params.service]?.[operation];
  const isRequest = request.name.endsWith('_Request') && request.namespace === workdayNamespace;
  if (!task || !isRequest) {
    throw validationFault([
      { message: `Invalid request.  '${request.name}' is no operation of ${params.service}`, xpath },
    ]);
  }
  const wrongs: Wrong[] = [...wrongVersion(request, params.version, xpath)];
  wrongs.push(...problemsIn(request, { kind: 'group', of: task.shape }, xpath));
  if (wrongs.length > 0) throw validationFault(wrongs as [Wrong, ...Wrong[]]);
  return task;
}

/** Attributes are qualified; the version may be left to the address. Assumption, unconfirmed: it must not differ. */
function wrongVersion(request: XmlNode, version: string, xpath: string): Wrong[] {
  const others = request.attributes.filter(
    ({ namespace, name }) => namespace !== workdayNamespace || name !== 'version',
  );
  const own = attributeOf(request, workdayNamespace, 'version') ?? version;
  return [
    ...others.map(({ name }) => ({ message: `Invalid request.  Attribute '${name}' is not expected here`, xpath })),
    ...(own === version ? [] : [{ message: `Invalid version '${own}' for ${version}`, xpath }]),
  ];
}
