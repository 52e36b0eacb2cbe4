import type { psa, SwapDecision, SwapReport } from '#contracts';
import * as examples from '../conformance/examples.js';
import { SwapEstate, until } from './swap-estate.fixture.js';

jest.setTimeout(110_000);

let estate: SwapEstate;
beforeAll(async () => {
  estate = await SwapEstate.open();
});
afterAll(() => estate.close());

const target = { domain: 'erp', legalEntity: 'MER-DE' };
const swaps = '/v1/platform-swaps';
const ask = (who: string, step: object) =>
  estate.send(who, 'process-operations', 'post', swaps, { ...target, reason: 'finance moves to S/4HANA', ...step });
const confirm = (who: string, { id }: SwapDecision) =>
  estate.send(who, 'process-operations', 'post', `${swaps}/${id}/confirmations`, { reason: 'looked at the report' });
const report = async (): Promise<SwapReport> =>
  (await estate.send('mina', 'process-operations', 'get', `${swaps}/report?domain=erp&legalEntity=MER-DE`))
    .body as SwapReport;

const retry = () => estate.send('mina', 'process-operations', 'post', `${swaps}/retries`, target);

/** Nothing that begins before then follows the decision. */
const counts = ({ since }: SwapDecision): Promise<unknown> =>
  until(
    () => estate.rows<{ now: Date }>('select clock_timestamp() as now'),
    ([row]) => row!.now.getTime() > Date.parse(since!),
  );

const runOf = async (deal: string): Promise<{ state: string } | undefined> =>
  (
    await estate.rows<{ state: string }>(`select state from run where title like 'Mobilisation of ' || $1 || ' %'`, [
      deal,
    ])
  )[0];
const mobilised = (deal: string) =>
  until(
    () => runOf(deal),
    (run) => run?.state === 'completed' || run?.state === 'parked',
  );

/** What is written live and repeated: the record, what was done, in which direction, and what became of it. */
const writes = (project: string): Promise<{ operation: string; way: string; state: string }[]> =>
  estate.rows(
    `select operation, live || ' → ' || shadow as way, state from routing.shadow_write
      where record = 'project ' || $1 order by position`,
    [project],
  );
const repeated = () =>
  until(
    () => estate.rows(`select 1 from routing.shadow_write where state = 'waiting' and not aside`),
    (left) => left.length === 0,
  );

const ofProject = (project: string, way: string) =>
  ['putProject', 'setUpBilling', 'activateProject'].map((operation) => ({ operation, way, state: 'done' }));

const hours = (id: string, workerNumber: string, minutes: number): psa.TimeEntry => ({
  id,
  project: 'P-OPP-102',
  projectName: 'Grid data platform',
  workerNumber,
  workerEmail: null,
  roleName: 'Data Engineer',
  assignmentId: null,
  date: '2026-10-12',
  minutes,
  billable: true,
  approved: true,
  invoiced: false,
  hourlyRate: { amount: '190.00', currency: 'EUR' },
  notes: null,
  modifiedAt: '2026-11-02T09:00:00Z',
});

const person = (number: string) => ({ ...examples.employee(number), legalEntity: 'MER-DE', costCentre: 'DE-DAT' });

const setup = (taxCode: string) => ({
  ...examples.billingSetup,
  contractNumber: 'CT-2026-102',
  costCentre: 'DE-DAT',
  taxCode,
});

/** Nobody of the business hears of a shadow. */
const exceptions = async (): Promise<unknown[]> => {
  const lists = await Promise.all(
    (['process-projects', 'process-billing', 'process-operations'] as const).map((app) =>
      estate.send('mina', app, 'get', '/v1/exceptions?state=open'),
    ),
  );
  return lists.flatMap(({ body }) => (body as { items: unknown[] }).items);
};

/** A person sets the one run that stopped going again. */
const resume = async (): Promise<void> => {
  const [stopped] = (await exceptions()) as { id: string }[];
  const path = `/v1/exceptions/${stopped!.id}/resolutions`;
  const reply = await estate.send('mina', 'process-projects', 'post', path, { action: 'retry', reason: 'PSA is back' });
  expect(reply.status).toBe(202);
};

describe('the swap of one ERP for another, for one legal entity (F13, L12, M10)', () => {
  it('needs a pair that is there, and names what is not', async () => {
    const unknown = await ask('mina', { action: 'dual-run', from: 'netsuite', to: 'sap' });
    expect([unknown.status, unknown.body]).toEqual([404, expect.objectContaining({ code: 'unknown-instance' })]);
    const other = await ask('mina', { action: 'dual-run', from: 'netsuite', to: 'kantata' });
    expect([other.status, other.body]).toEqual([501, expect.objectContaining({ code: 'other-domain' })]);
    const early = await ask('mina', { action: 'switch', from: 'netsuite', to: 's4hana' });
    expect([early.status, early.body]).toEqual([409, expect.objectContaining({ code: 'no-dual-run' })]);
  });

  it('repeats every write to the new ERP, in order, under its own ids, and holds nothing up while that is away', async () => {
    const begun = await ask('mina', { action: 'dual-run', from: 'netsuite', to: 's4hana' });
    expect([begun.status, begun.body]).toEqual([
      202,
      expect.objectContaining({ state: 'decided', live: 'netsuite', shadow: 's4hana' }),
    ]);
    await counts(begun.body as SwapDecision);
    estate.act('s4hana', 'setMaintenance', { active: true });
    await estate.win('OPP-102');
    expect(await mobilised('OPP-102')).toEqual({ state: 'completed' });
    expect(estate.created('s4hana', 'A_EnterpriseProject')).toEqual([]);
    expect((await report()).ready).not.toBe(true);
    estate.act('s4hana', 'setMaintenance', { active: false });
    await repeated();
    expect(await writes('P-OPP-102')).toEqual(ofProject('P-OPP-102', 'netsuite → s4hana'));
    expect(estate.created('s4hana', 'A_EnterpriseProject')).toHaveLength(1);
    expect(await exceptions()).toEqual([]);
  });

  it('finds a tax code somebody changed and a person nobody loaded, by record and field, and no more', async () => {
    for (const number of ['1034', '1035']) await estate.enter('netsuite', 'put', `employees/${number}`, person(number));
    await estate.enter('s4hana', 'put', 'employees/1034', person('1034'));
    await estate.approve(hours('71', '1034', 360));
    await estate.approve(hours('72', '1035', 90));
    await until(
      () => estate.rows(`select 1 from routing.shadow_write where kind = 'invoice' and aside`),
      (found) => found.length === 1,
    );
    estate.act('s4hana', 'runBilling');
    expect((await retry()).status).toBe(202);
    await repeated();
    const changed = await estate.enter('s4hana', 'put', 'projects/P-OPP-102/billing-setup', setup('DE-7'));
    expect(changed.status).toBe(200);

    const { ready, differences, verdicts, compared, unsupported } = await report();
    expect(ready).toBe(false);
    // By hand: 360 minutes at 190.00 are 1,140.00, 90 are 285.00.
    expect(
      differences.map(({ record, field, live, shadow }) => [record.replace(/-72\b.*/, '-72'), field, live, shadow]),
    ).toEqual([
      [expect.stringContaining('72'), 'postBillableLines', 'done', expect.stringContaining('refused')],
      ['project P-OPP-102', 'tax code', 'DE-19', 'DE-7'],
      ['charges of P-OPP-102', 'billed hours', '7.50 h', '6.00 h'],
      ['charges of P-OPP-102', 'billed amount', '1425.00 EUR', '1140.00 EUR'],
    ]);
    expect(verdicts.map(({ workflow, ready: is, waiting, failed }) => [workflow, is, waiting, failed])).toEqual([
      ['project-mobilisation', false, 0, 0],
      ['time-to-billing', false, 0, 1],
    ]);
    expect(compared).toEqual([
      { kind: 'project', same: 0, different: 1 },
      { kind: 'charges of a project', same: 0, different: 1 },
      { kind: 'invoice', same: 1, different: 0 },
    ]);
    expect(unsupported).toEqual([expect.stringMatching(/^putLabour is not supported by s4hana: /)]);
    expect(await exceptions()).toEqual([]);
    const refused = await ask('mina', { action: 'switch', from: 'netsuite', to: 's4hana' });
    expect([refused.status, refused.body]).toEqual([409, expect.objectContaining({ code: 'not-ready' })]);
  });

  it('switches when what differed is mended, with a second person, and what is under way ends where it began', async () => {
    await estate.enter('s4hana', 'put', 'projects/P-OPP-102/billing-setup', setup('DE-19'));
    await estate.enter('s4hana', 'put', 'employees/1035', person('1035'));
    expect((await retry()).body).toEqual({ writes: 1 });
    await repeated();
    const { differences, unsupported, reasons, selection } = await report();
    expect([differences, reasons]).toEqual([[], unsupported]);

    const mend = estate.fault('kantata', { kind: 'status', status: 422, method: 'POST' });
    await estate.win('OPP-104');
    await until(
      () => runOf('OPP-104'),
      (run) => run?.state === 'parked',
    );
    await repeated();
    const step = { action: 'switch', from: 'netsuite', to: 's4hana', accepted: selection };
    const asked = await ask('mina', step);
    expect([asked.status, asked.body]).toEqual([202, expect.objectContaining({ state: 'unconfirmed', since: null })]);
    const alone = await confirm('mina', asked.body as SwapDecision);
    expect([alone.status, alone.body]).toEqual([403, expect.objectContaining({ code: 'same-person' })]);
    const switched = await confirm('rafael', asked.body as SwapDecision);
    expect(switched.body).toMatchObject({
      state: 'decided',
      live: 's4hana',
      shadow: 'netsuite',
      confirmedBy: 'rafael',
    });
    await counts(switched.body as SwapDecision);
    mend();
    await resume();

    estate.sell('OPP-190', 'OPP-102');
    await estate.win('OPP-190');
    for (const deal of ['OPP-104', 'OPP-190']) expect(await mobilised(deal)).toEqual({ state: 'completed' });
    await repeated();
    expect(await writes('P-OPP-104')).toEqual(ofProject('P-OPP-104', 'netsuite → s4hana'));
    expect(await writes('P-OPP-190')).toEqual(ofProject('P-OPP-190', 's4hana → netsuite'));
    expect(estate.created('netsuite', 'job')).toHaveLength(3);
    expect(estate.created('s4hana', 'A_EnterpriseProject')).toHaveLength(3);
    expect((await report()).differences).toEqual([]);
  });

  it('goes back at once, and tells who decided what and why', async () => {
    const asked = await ask('rafael', {
      action: 'back',
      from: 's4hana',
      to: 'netsuite',
      reason: 'the bank file is late',
    });
    const decided = (await confirm('mina', asked.body as SwapDecision)).body as SwapDecision;
    expect(decided).toMatchObject({ live: 'netsuite', shadow: 's4hana' });
    await counts(decided);
    estate.sell('OPP-191', 'OPP-102');
    await estate.win('OPP-191');
    expect(await mobilised('OPP-191')).toEqual({ state: 'completed' });
    await repeated();
    expect(await writes('P-OPP-191')).toEqual(ofProject('P-OPP-191', 'netsuite → s4hana'));
    const again = await ask('mina', { action: 'back', from: 'netsuite', to: 's4hana' });
    expect(again.body).toMatchObject({ code: 'no-such-step' });
    const ended = await ask('mina', { action: 'end', from: 'netsuite', to: 's4hana', reason: 'not this year' });
    expect(ended.body).toMatchObject({ state: 'decided', live: 'netsuite', shadow: null });
    expect((await report()) as unknown).toMatchObject({ code: 'no-dual-run' });
    const log = await estate.rows(
      `select action, actor, reason, after ->> 'live' as live from process_operations.audit
        where subject = 'routing/erp/MER-DE' and action <> 'swap.retry' order by position`,
    );
    expect(log).toEqual([
      { action: 'swap.decide', actor: 'mina', reason: 'finance moves to S/4HANA', live: 'netsuite' },
      { action: 'swap.request', actor: 'mina', reason: 'finance moves to S/4HANA', live: 's4hana' },
      { action: 'swap.confirm', actor: 'rafael', reason: 'looked at the report', live: 's4hana' },
      { action: 'swap.request', actor: 'rafael', reason: 'the bank file is late', live: 'netsuite' },
      { action: 'swap.confirm', actor: 'mina', reason: 'looked at the report', live: 'netsuite' },
      { action: 'swap.decide', actor: 'mina', reason: 'not this year', live: 'netsuite' },
    ]);
  });
});
