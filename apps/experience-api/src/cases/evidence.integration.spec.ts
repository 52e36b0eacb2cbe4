import { type CaseView, events, type PlatformHealth, type RunView } from '#contracts';
import { Failure } from '#kernel';
import { EstateView, loadEstate } from '#platform';
import { Told, usd } from '../experience.fixture.js';
import { Parts } from '../sources.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceService } from './evidence.service.js';

const estate = new EstateView(loadEstate('examples/meridian-consulting/estate.yaml', {}));
let told: Told;
let run: RunView | null;
let away: string[];

beforeAll(async () => {
  told = await Told.open();
});
beforeEach(async () => {
  [run, away] = [null, []];
  await told.clear();
});
afterAll(() => told.close());

const caseOf = (stopped: string, more: Partial<CaseView> = {}): CaseView =>
  ({
    app: 'process-billing',
    stopped,
    runId: null,
    correlationId: 'c-1',
    business: { project: 'P-OPP-1', client: null, legalEntity: 'MER-US', billingCycle: null, moneyAtRisk: null },
    ...more,
  }) as CaseView;

/** The platforms as the test says they do, and the run that stopped. */
function service(): EvidenceService {
  const of = (names: string[]) =>
    Promise.resolve(
      names.map(
        (instance) =>
          ({
            instance,
            state: away.includes(instance) ? 'away' : 'up',
            since: '2026-11-01T09:00:00Z',
          }) as PlatformHealth,
      ),
    );
  const getRun = () => (run ? Promise.resolve(run) : Promise.reject(new Failure('unavailable', 'no answer')));
  const sources = { of: () => ({ getRun }) } as never;
  return new EvidenceService({ told: new EvidenceRepository(told.database), sources, estate, platforms: { of } });
}

async function evidenceOf(one: CaseView) {
  const answers = new Parts();
  const { sources, evidence } = await service().of(one, answers);
  const say = (field: string) =>
    Object.fromEntries(
      evidence.find((row) => row.field === field)?.values.map(({ system, value }) => [system, value]) ?? [],
    );
  return { sources, evidence, say, missing: answers.missing };
}

describe('the evidence of a case', () => {
  it('of a billing line is the entry worked, the role sold and what was charged, with age and source', async () => {
    await told.won('OPP-1');
    await told.project('Created', 'OPP-1');
    await told.project('Activated', 'OPP-1', '2026-10-02T09:00:00.000Z');
    await told.time('1', { hourlyRate: usd('195.00') }, '2026-10-30T08:00:00.000Z');
    await told.line('1', { state: 'stopped', hourlyRate: null, amount: null, erpId: null, invoice: null });
    const { sources, evidence, say } = await evidenceOf(caseOf('billing-line/TE-kantata-1'));
    expect(say('rate')).toEqual({ PSA: '195.00 USD', CRM: '180.00 USD', Throughline: null });
    expect(evidence[0]).toMatchObject({ field: 'rate', differs: true });
    expect(say('role')).toEqual({ PSA: 'Consultant', CRM: 'Consultant', Throughline: 'Consultant' });
    expect(say('billing line')).toEqual({ Throughline: 'stopped' });
    expect(say('active since')).toEqual({ ERP: '2026-10-02' });
    expect(sources.map(({ system, instance, record }) => [system, instance, record])).toEqual([
      ['PSA', 'kantata', '1'],
      ['CRM', 'salesforce', 'OPP-1'],
      ['ERP', 'netsuite', null],
      ['Throughline', null, null],
    ]);
    expect(sources[0]).toMatchObject({ asOf: '2026-10-30T08:00:00.000000Z', silent: null });
  });

  it('says that a role was not sold', async () => {
    await told.won('OPP-1');
    await told.project('Created', 'OPP-1');
    await told.time('1', { roleName: 'Partner' });
    await told.line('1', { state: 'stopped', roleName: 'Partner' });
    const { say } = await evidenceOf(caseOf('billing-line/TE-kantata-1'));
    expect(say('role')).toEqual({ PSA: 'Partner', CRM: 'not sold', Throughline: 'Partner' });
    expect(say('roles sold')).toEqual({ CRM: 'Consultant at 180.00 USD' });
  });

  it('names the system that is out of reach, and shows what it said last', async () => {
    await told.won('OPP-1');
    await told.project('Created', 'OPP-1');
    await told.time('1');
    await told.line('1');
    away = ['kantata'];
    const { sources, say } = await evidenceOf(caseOf('billing-line/TE-kantata-1'));
    expect(sources.map(({ system, silent }) => [system, silent])).toEqual([
      ['PSA', 'kantata has been out of reach since 2026-11-01T09:00:00Z'],
      ['CRM', null],
      ['ERP', null],
      ['Throughline', null],
    ]);
    expect(say('rate')).toMatchObject({ PSA: '180.00 USD' });
  });

  it('of a run is its deal and the records it made, with links', async () => {
    await told.won('OPP-1', { legalEntity: 'MER-DE' });
    const made = { kind: 'act', state: 'done', startedAt: '2026-10-02T09:00:00.000Z', attempts: [] };
    const refs = { id: '8812', url: 'https://erp.example/8812' };
    run = {
      workflow: 'deal-to-project',
      waits: [],
      steps: [
        { ...made, name: 'create project shell in ERP', finishedAt: '2026-10-02T09:00:01.000Z', refs },
        { ...made, name: 'set up billing in ERP', state: 'intent', finishedAt: null, refs: null },
      ],
    } as unknown as RunView;
    const { sources, say } = await evidenceOf(caseOf('run/7', { app: 'process-projects', runId: '7' }));
    expect(say('client')).toEqual({});
    expect(say('legal entity')).toEqual({ CRM: 'MER-DE', ERP: null });
    expect(say('value')).toEqual({ CRM: '10000.00 USD' });
    expect(say('done there last')).toEqual({ ERP: 'create project shell in ERP' });
    expect(sources.find(({ system }) => system === 'ERP')).toMatchObject({
      instance: 'netsuite',
      record: '8812',
      url: 'https://erp.example/8812',
    });
  });

  it('of a run whose owner is away names it, and shows what was told', async () => {
    await told.won('OPP-1');
    const { say, missing } = await evidenceOf(caseOf('run/7', { app: 'process-projects', runId: '7' }));
    expect(missing).toEqual([{ part: 'process-projects', reason: 'no answer' }]);
    expect(say('value')).toEqual({ CRM: '10000.00 USD' });
  });

  it('of somebody who was hired is what the HR system told', async () => {
    const hired = { instance: 'bamboohr', id: '100' };
    await told.that(events.workerHired, 'worker/100', hired, '2026-10-02T09:00:00.000Z', 'work-100');
    const business = { project: null, client: null, legalEntity: null, billingCycle: null, moneyAtRisk: null };
    const { sources, say } = await evidenceOf(caseOf('record/x', { correlationId: 'work-100', business }));
    expect(say('told of the hire')).toEqual({ HR: '2026-10-02' });
    expect(sources).toMatchObject([{ system: 'HR', instance: 'bamboohr', record: '100' }]);
  });

  it('of an assignment is what the scheduler promised', async () => {
    const assignment = {
      id: '7',
      workerNumber: '1005',
      roleName: 'Consultant',
      minutes: 1_200,
      project: 'P-OPP-1',
      startDate: '2026-12-01',
      endDate: '2026-12-31',
      status: 'confirmed' as const,
    };
    await told.that(events.assignmentConfirmed, 'assignment/7', { instance: 'float', id: '7', assignment });
    const { say } = await evidenceOf(caseOf('assignment/float/7', { app: 'process-staffing' }));
    expect([say('worker'), say('days'), say('time')]).toEqual([
      { scheduling: '1005' },
      { scheduling: '2026-12-01 to 2026-12-31' },
      { scheduling: '1200 min' },
    ]);
  });

  it('that nobody told is empty, not wrong', async () => {
    const { sources, evidence } = await evidenceOf(caseOf('billing-line/TE-kantata-9'));
    expect([sources, evidence]).toEqual([[], []]);
  });
});
