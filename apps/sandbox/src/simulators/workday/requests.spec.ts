import { envelope, getWorkers, openTenant, servicePath, type Tenant, workerReference } from './tenant.fixture.js';

describe('how a Workday tenant reads requests', () => {
  let tenant: Tenant;
  beforeAll(async () => {
    tenant = await openTenant();
  });
  afterAll(() => tenant.hosted.close());

  const messages = async (content: string): Promise<string[]> =>
    (await tenant.fault(envelope(getWorkers(content)))).messages;

  test('a request is known by its namespace, whatever its prefix', async () => {
    const request =
      '<Get_Workers_Request xmlns="urn:com.workday/bsvc" xmlns:x="urn:com.workday/bsvc" x:version="v44.0"/>';
    expect((await tenant.ask(request)).name).toBe('Get_Workers_Response');
  });

  test.each([
    ['another namespace', envelope(getWorkers()).replace('urn:com.workday/bsvc', 'urn:com.workday/bsvc2')],
    ['an attribute without a prefix', envelope(getWorkers().replace('bsvc:version', 'version'))],
    ['another version than the address', envelope(getWorkers().replace('v44.0', 'v43.0'))],
    ['an operation the service does not have', envelope(getWorkers().replaceAll('Get_Workers', 'Get_Wages'))],
  ])('%s is a validation fault', async (_case, source) => {
    const fault = await tenant.fault(source);
    expect(fault).toMatchObject({ status: 500, code: 'SOAP-ENV:Client.validationError' });
    expect(fault.text).toBe(`Validation error occurred. ${fault.messages[0]}`);
  });

  test.each(['v9', 'v48.0', 'v44', 'latest'])('version %s does not exist', async (version) => {
    const source = envelope(getWorkers().replace('v44.0', version));
    const fault = await tenant.fault(source, servicePath.replace('v44.0', version));
    expect(fault.messages).toEqual([`Invalid version '${version}'`]);
  });

  test('the same worker operations stand in both services, others in one', async () => {
    const staffing = servicePath.replace('Human_Resources', 'Staffing');
    expect((await tenant.ask(getWorkers(), { path: staffing })).name).toBe('Get_Workers_Response');
    const timestamp = envelope('<bsvc:Get_Server_Timestamp_Request bsvc:version="v44.0"/>');
    expect((await tenant.fault(timestamp, staffing)).code).toBe('SOAP-ENV:Client.validationError');
  });

  test.each([
    ['a document type, and so entities that grow', `<!DOCTYPE a [<!ENTITY e "${'x'.repeat(99)}">]>${envelope('&e;')}`],
    ['an entity nobody declared', envelope(getWorkers('&nbsp;'))],
    ['an ampersand that stands for itself', envelope(getWorkers('a & b'))],
    ['tags that cross', envelope('<bsvc:a><bsvc:b></bsvc:a></bsvc:b>')],
    ['a prefix nobody bound', envelope('<wd:Get_Workers_Request/>')],
    ['half a document', envelope(getWorkers()).slice(0, 300)],
    ['no XML', '{"query": "workers"}'],
    ['nothing', ''],
  ])('%s is no request', async (_case, source) => {
    const fault = await tenant.fault(source);
    expect(fault).toMatchObject({ status: 500, code: 'SOAP-ENV:Client' });
    expect(fault.text).toMatch(/^The request is not valid XML: ./);
  });

  test.each([
    [
      'the envelope of SOAP 1.2',
      envelope(getWorkers()).replaceAll('schemas.xmlsoap.org/soap/envelope/', 'www.w3.org/2003/05/soap-envelope'),
    ],
    ['a body with nothing in it', envelope('')],
    [
      'a request without its envelope',
      getWorkers()
        .replace('<bsvc:Get', '<bsvc:Get')
        .replace(' bsvc:version', ' xmlns:bsvc="urn:com.workday/bsvc" bsvc:version'),
    ],
  ])('%s is a version mismatch', async (_case, source) => {
    expect(await tenant.fault(source)).toMatchObject({ status: 500, code: 'SOAP-ENV:VersionMismatch' });
  });

  test('JSON is no media type of SOAP', async () => {
    const reply = await tenant.post(envelope(getWorkers()), servicePath, { 'content-type': 'application/soap+xml' });
    expect(reply.status).toBe(415);
  });

  test.each([
    ['an element nobody knows', '<bsvc:Request_Filter/>', "Element 'Request_Filter' is not expected here"],
    ['an element of no namespace', '<Response_Filter xmlns=""/>', "Element 'Response_Filter' is not expected here"],
    ['a wrong order', '<bsvc:Response_Filter/><bsvc:Request_Criteria/>', "Element 'Request_Criteria' is out of order"],
    [
      'the same twice',
      '<bsvc:Response_Filter/><bsvc:Response_Filter/>',
      "Element 'Response_Filter' may not be repeated",
    ],
    [
      'a day that does not exist',
      filter('As_Of_Effective_Date', '2026-02-30'),
      "'2026-02-30' is not a valid value for 'As_Of_Effective_Date'",
    ],
    [
      'a date for a moment',
      filter('As_Of_Entry_DateTime', '2026-02-01'),
      "'2026-02-01' is not a valid value for 'As_Of_Entry_DateTime'",
    ],
    ['page zero', filter('Page', '0'), "'0' is not a valid value for 'Page'"],
    ['more than 999 a page', filter('Count', '1000'), "'1000' is not a valid value for 'Count'"],
    [
      'a word for a boolean',
      '<bsvc:Response_Group><bsvc:Include_Skills>yes</bsvc:Include_Skills></bsvc:Response_Group>',
      "'yes' is not a valid value for 'Include_Skills'",
    ],
    [
      'an id of another type',
      references(workerReference('1', 'Position_ID')),
      "'Position_ID' is not a valid ID type for 'Worker_Reference'",
    ],
    [
      'an id whose type has no prefix',
      references(workerReference('1').replace('bsvc:type', 'type')),
      "'' is not a valid ID type for 'Worker_Reference'",
    ],
  ])('%s is refused', async (_case, content, message) => {
    expect(await messages(content)).toEqual([`Invalid request.  ${message}`]);
  });

  test('everything that is wrong is told at once, each with its place', async () => {
    const fault = await tenant.fault(envelope(getWorkers(filter('Count', '0') + '<bsvc:Other/><bsvc:Other/>')));
    expect(fault.xpaths).toEqual([
      '/bsvc:Get_Workers_Request[1]/bsvc:Response_Filter[1]/bsvc:Count[1]',
      '/bsvc:Get_Workers_Request[1]/bsvc:Other[1]',
      '/bsvc:Get_Workers_Request[1]/bsvc:Other[2]',
    ]);
  });

  test('what the vendor has and this sandbox does not play is not ignored', async () => {
    const content = '<bsvc:Response_Group><bsvc:Include_Photo>true</bsvc:Include_Photo></bsvc:Response_Group>';
    expect(await messages(content)).toEqual(['Include_Photo is not played by this sandbox']);
  });

  test('numbered characters and literal text are read for what they stand for', async () => {
    expect(await messages(filter('Page', '&#65;&#x42;&amp;#67;<![CDATA[<&]]>'))).toEqual([
      "Invalid request.  'AB&#67;<&' is not a valid value for 'Page'",
    ]);
  });
});

function filter(name: string, value: string): string {
  return `<bsvc:Response_Filter><bsvc:${name}>${value}</bsvc:${name}></bsvc:Response_Filter>`;
}

function references(content: string): string {
  return `<bsvc:Request_References>${content}</bsvc:Request_References>`;
}
