import type { Batch } from './batches.js';
import { type Answer, type Company, openCompany, type Row } from './company.fixture.js';

const path = '/events/payroll/v1/pay-data-input.modify';

describe('pay data input of ADP', () => {
  let company: Company;
  let ben: string;
  let eva: string;
  beforeEach(async () => {
    company = await openCompany();
    const { workers } = await company.get<{ workers: { associateOID: string }[] }>('/hr/v2/workers');
    [ben, eva] = workers.map(({ associateOID }) => associateOID) as [string, string];
  });
  afterEach(() => company.close());

  const regular = { earningCode: { codeValue: 'R' }, numberOfHours: 80 };
  const payee = (associateOID: string, payrollFileNumber: string, input: object = {}, payNumber = '1'): object => ({
    associateOID,
    payNumber,
    payrollProfilePayInputs: [
      { payrollFileNumber, payInputs: [{ _modificationTypeCode: 'Add', earningInputs: [regular], ...input }] },
    ],
  });
  const event = (payees: object[], name: unknown = 'PSA_2026_36', group: unknown = 'NUS'): object => ({
    events: [
      {
        data: {
          eventContext: { payrollGroupCode: { codeValue: group }, payrollProcessingJobID: name },
          transform: { payDataInput: { payeePayInputs: payees } },
        },
      },
    ],
  });
  const post = (body: object): Promise<Answer> => company.call('POST', path, body);
  const batches = (): Batch[] => company.hosted.world.store.list<Batch>('batch');
  /** The texts of a refusal in the form of the pay data application. */
  const problemsOf = ({ status, text }: Answer): string[] => {
    expect(status).toBe(400);
    const body = JSON.parse(text) as {
      wfnRestfulResponseType: string;
      resourceMessageInfoList: { processMessageInfoList: { messageText: string }[] }[];
    };
    expect(body.wfnRestfulResponseType).toBe('HTTP_BAD_REQUEST');
    return body.resourceMessageInfoList.map(({ processMessageInfoList: [first] }) => first!.messageText);
  };
  /** The text of a refusal in the form of the gateway in front. */
  const confirmed = ({ status, text }: Answer): string => {
    expect(status).toBe(400);
    const { confirmMessage: message } = JSON.parse(text) as {
      confirmMessage: { resourceMessages: { processMessages: { userMessage: { messageTxt: string } }[] }[] };
    };
    return message.resourceMessages[0]!.processMessages[0]!.userMessage.messageTxt;
  };

  test('what was taken is echoed as output, without whose it is and under which pay number', async () => {
    const input = {
      earningInputs: [
        { ...regular, earnedPayPeriodWeekNumber: 1 },
        { earningCode: { codeValue: 'O' }, numberOfHours: '4.5', rate: { rateValue: '40.456' } },
      ],
      codedHoursEarningInputs: [{ hoursEarningCode: { codeValue: 'V' }, numberOfHours: 8 }],
      reportableEarningAndBenefitInputs: [{ reportableEarningAndBenefitCode: { codeValue: 'T' } }],
    };
    const reply = await post(event([payee(ben, '000011', input)]));
    const context = { payrollGroupCode: { codeValue: 'NUS' }, payrollProcessingJobID: 'PSA_2026_36' };
    const echoed = {
      earningInputs: [
        { earningCode: { codeValue: 'R' }, numberOfHours: 80, earnedPayPeriodWeekNumber: '1', memoInputs: [] },
        { earningCode: { codeValue: 'O' }, numberOfHours: 4.5, rate: { rateValue: 40.456 }, memoInputs: [] },
      ],
      codedHoursEarningInputs: [{ hoursEarningCode: { codeValue: 'V' }, numberOfHours: 8 }],
      memoInputs: [],
      deductionInputs: [],
      reimbursementInputs: [],
      payAllocation: {},
    };
    const payeePayInputs = [
      { configurationTags: [], payrollProfilePayInputs: [{ payrollFileNumber: '000011', payInputs: [echoed] }] },
    ];
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      200,
      {
        events: [
          {
            data: { eventContext: context, output: { payDataInput: { ...context, payeePayInputs } } },
            links: [],
          },
        ],
      },
    ]);
  });

  test('a batch gets digits of the vendor’s behind its name, and no reply tells them', async () => {
    const reply = await post(event([payee(ben, '000011')]));
    const [batch] = batches();
    expect(batch).toMatchObject({ name: 'PSA_2026_36', group: 'NUS', status: 'open' });
    expect(batch!.id).toMatch(/^PSA_2026_36_\d{6}$/);
    expect(reply.text).not.toContain(batch!.id);
  });

  test('a naive client pays twice: the same request again is another batch', async () => {
    const body = event([payee(ben, '000011')]);
    for (const _ of [1, 2]) expect((await post(body)).status).toBe(200);
    expect(new Set(batches().map(({ id }) => id)).size).toBe(2);
    expect(company.journal.entries.map(({ operation }) => operation)).toEqual(['create', 'create']);
  });

  describe('appending', () => {
    const append = (name: string, group = 'NUS'): Promise<Answer> =>
      post(event([payee(ben, '000011', { _modificationTypeCode: 'Append' })], name, group));
    const sizes = (): number[] => batches().map(({ entries }) => entries.length);

    test('is to the latest batch of that name, or to the one of that full name', async () => {
      for (const _ of [1, 2]) await post(event([payee(ben, '000011')]));
      await append('PSA_2026_36');
      expect(sizes()).toEqual([1, 2]);
      await append(batches()[0]!.id);
      expect(sizes()).toEqual([2, 2]);
    });

    test('to what is not there, or has been paid, is invalid', async () => {
      const unknown = ['eventContext/payrollProcessingJobID is invalid.  eventContext/payrollProcessingJobID'];
      expect(problemsOf(await append('Ratexx'))).toEqual(unknown);
      await post(event([payee(ben, '000011')]));
      company.act('runPayroll', { group: 'NUS', payDate: '2026-09-11' });
      expect(problemsOf(await append('PSA_2026_36'))).toEqual(unknown);
    });

    test('and adding in one request is neither', async () => {
      const mixed = event([payee(ben, '000011'), payee(eva, '000012', { _modificationTypeCode: 'Append' })]);
      expect(problemsOf(await post(mixed))).toHaveLength(1);
    });
  });

  test('every mistake of everybody is told at once, and one holds up the whole batch', async () => {
    const wrongCodes = {
      earningInputs: [{ earningCode: { codeValue: 'XX' }, numberOfHours: 1 }],
      codedHoursEarningInputs: [{ hoursEarningCode: { codeValue: 'VV' }, numberOfHours: 'many' }],
    };
    const reply = await post(
      event([
        payee(ben, '000011'),
        payee('G3E82PE9GT1Q8VENN', '000011'),
        payee(ben, '8118799'),
        payee(ben, '000011', {}, '100'),
        payee(eva, '000012', wrongCodes),
      ]),
    );
    expect(problemsOf(reply)).toEqual([
      'Label not found, missing following key: access.invalid  associateOid: G3E82PE9GT1Q8VENN',
      'payrollFileNumber:000011 is invalid.  payrollFileNumber:000011',
      'payrollFileNumber:8118799 is invalid.  payrollFileNumber:8118799',
      'payNumber:100 is invalid.  payNumber:100',
      'payrollProfilePayInputs/payInputs/earningInputs/earningCode/codeValue: XX is invalid.  payrollProfilePayInputs/payInputs/earningInputs/earningCode/codeValue: XX',
      'codedHoursEarning: VV is invalid.  codedHoursEarning: VV',
      'payrollProfilePayInputs/payInputs/earningInputs/numberOfHours: many is invalid.  payrollProfilePayInputs/payInputs/earningInputs/numberOfHours: many',
    ]);
    expect([batches(), company.journal.entries]).toEqual([[], []]);
  });

  test('a rate and a rate code are one too many', async () => {
    const input = { earningInputs: [{ ...regular, rate: { rateValue: 10 }, rateCode: { codeValue: '2' } }] };
    expect(problemsOf(await post(event([payee(ben, '000011', input)])))).toEqual([
      'Label not found, missing following key: A paydata transaction may contain either temporary rate or temporary rate code.  ',
    ]);
  });

  test('somebody of another company is not this one’s', async () => {
    expect(problemsOf(await post(event([payee(ben, '000011')], 'B', 'NCA')))).toHaveLength(1);
    expect(problemsOf(await post(event([payee(ben, '000011')], 'B', 'ZZZ')))).toEqual([
      'eventContext/payrollGroupCode is invalid.  eventContext/payrollGroupCode',
    ]);
  });

  test.each([
    ['batch name', (): object => event([payee(ben, '000011')], ''), 'payrollProcessingJobID'],
    ['company', (): object => event([payee(ben, '000011')], 'B', ''), 'payrollGroupCode'],
    ['payee', (): object => event([]), 'payeePayInputs'],
    ['worker', (): object => event([payee('', '000011')]), 'associateOID'],
    ['pay number', (): object => event([payee(ben, '000011', {}, '')]), 'payNumber'],
    ['file number', (): object => event([payee(ben, '')]), 'payrollFileNumber'],
  ])('without a %s the gateway in front refuses, in another form', async (_case, body, field) => {
    expect(confirmed(await post(body()))).toBe(`${field} is required.`);
  });

  test.each([
    ['no events', {}],
    ['a list', []],
    ['two events', { events: [{}, {}] }],
  ])('%s are refused', async (_case, body) => {
    expect((await post(body)).status).toBe(400);
  });

  test('while payroll is processed nothing is taken; corrections are', async () => {
    company.act('setCycle', { group: 'NUS', cycle: 'Processing' });
    const [problem] = problemsOf(await post(event([payee(ben, '000011')])));
    expect(problem).toContain('unless the payroll cycle status =');
    company.act('setCycle', { group: 'NUS', cycle: 'Correcting Input' });
    expect((await post(event([payee(ben, '000011')]))).status).toBe(200);
    expect(() => company.act('setCycle', { group: 'ZZZ', cycle: 'Preview' })).toThrow('no payroll group ZZZ');
  });

  test('an arranged refusal turns down so many batches, and the next is taken', async () => {
    company.act('failNext', { errorCode: 'PSA', detail: 'Hours exceed the limit.', times: 1 });
    expect(problemsOf(await post(event([payee(ben, '000011')])))).toEqual(['Hours exceed the limit.  PSA']);
    expect((await post(event([payee(ben, '000011')]))).status).toBe(200);
  });

  test('a request may be answered before it is done', async () => {
    company.act('answerLater', { times: 1 });
    const reply = await post(event([payee(ben, '000011')]));
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([
      202,
      { confirmMessage: { processingStatusCode: { codeValue: 'received' } } },
    ]);
    expect(batches()).toHaveLength(1);
    expect((await post(event([payee(ben, '000011')]))).status).toBe(200);
  });

  test('the ledger says who asked, and holds hours but no money', async () => {
    const input = { earningInputs: [{ ...regular, rate: { rateValue: 98765 } }] };
    const headers = { 'x-correlation-id': 'c-1', 'x-effect-id': 'e-1' };
    await company.call('POST', path, event([payee(ben, '000011', input)]), headers);
    expect(company.journal.entries).toMatchObject([
      {
        operation: 'create',
        entity: 'batch',
        by: 'api',
        correlationId: 'c-1',
        effectId: 'e-1',
        data: { group: 'NUS', name: 'PSA_2026_36', entries: [{ fileNumber: '000011', hours: [['R', 80]] }] },
      },
    ]);
    expect(JSON.stringify(company.journal.entries)).not.toContain('98765');
  });

  test('the event’s meta names companies and earnings codes', async () => {
    const { meta } = await company.get<{ meta: Record<string, Record<string, Row>> }>(`${path}/meta`);
    expect(meta['/data/eventContext']!['/payrollGroupCode']).toMatchObject({
      optional: false,
      codeList: { listItems: [{ codeValue: 'NUS', shortName: 'Northwind Inc.' }, { codeValue: 'NCA' }] },
    });
    expect(JSON.stringify(meta['/data/transforms'])).toContain('"codeValue":"V"');
  });

  test('what was paid is seen in statements, by hours, of the latest pay dates', async () => {
    const input = {
      earningInputs: [{ earningCode: { codeValue: 'R' }, numberOfHours: 0.1 }],
      codedHoursEarningInputs: [{ hoursEarningCode: { codeValue: 'S' }, numberOfHours: 0.2 }],
    };
    const list = (query = ''): Promise<{ payStatements: { payDetailUri: { href: string } }[] }> =>
      company.get(`/payroll/v1/workers/${ben}/pay-statements${query}`);
    for (const payDate of ['2026-09-11', '2026-09-25']) {
      await post(event([payee(ben, '000011', input), payee(ben, '000011')]));
      expect(company.act('runPayroll', { group: 'NUS', payDate })).toEqual({ paid: [batches().at(-1)!.id] });
    }
    expect((await list()).payStatements).toMatchObject([
      { payDate: '2026-09-25', totalHours: 80.3 },
      { payDate: '2026-09-11', totalHours: 80.3 },
    ]);
    const { payStatements } = await list('?numberoflastpaydates=1');
    expect(payStatements).toHaveLength(1);
    expect(await company.get(payStatements[0]!.payDetailUri.href)).toEqual({
      payStatement: {
        payDate: '2026-09-25',
        totalHours: 80.3,
        earnings: [
          { earningCodeName: 'Regular', payPeriodHours: 80.1 },
          { earningCodeName: 'SICK', payPeriodHours: 0.2 },
        ],
      },
    });
    expect((await company.call('GET', `/payroll/v1/workers/${eva}/pay-statements/x`)).status).toBe(404);
    expect(() => company.act('runPayroll', { group: 'NUS', payDate: 'soon' })).toThrow('say the pay date');
  });
});
