import { loadFirm } from '../../apps/sandbox/src/firm/load-firm.js';
import { salesforce } from '../../apps/sandbox/src/simulators/salesforce/salesforce.simulator.js';
import { app } from '../../apps/system-salesforce/src/app.js';
import { spares, SystemApp, until } from './system-app.fixture.js';

let system: SystemApp;
beforeAll(async () => (system = await SystemApp.open(app, salesforce, { pollEvery: '1s' })));
afterAll(() => system.close());

const { opportunities, opportunityLines } = loadFirm('examples/meridian-consulting');
const sample = opportunities.find(({ code }) => code === 'OPP-101')!;
const lines = opportunityLines.filter(({ opportunity }) => opportunity === sample.code);

function win(code: string): void {
  const opportunity = { ...sample, code, name: `Deal ${code}` };
  system.act('createOpportunity', { opportunity, lines: lines.map((line) => ({ ...line, opportunity: code })) });
  system.act('closeOpportunity', { code, outcome: 'win' });
}

interface LoggedEvent {
  subject: string;
  code: string | null;
  reason: string | null;
  correlationId: string;
}

/** What the first of the instances told of deals with these codes. */
const told = (type: string): Promise<LoggedEvent[]> =>
  system.rows(
    `select subject, data -> 'opportunity' ->> 'code' as code, data ->> 'reason' as reason,
            correlation_id as "correlationId" from events.log
      where type = $1 and source = '/instances/salesforce'`,
    [`com.throughline.${type}.v1`],
  );

describe('a change feed', () => {
  it('gets through any number of deals that were won within one second, telling each once', async () => {
    const codes = Array.from({ length: 450 }, (_, at) => `BULK-${at}`);
    codes.forEach(win);
    const seen = await until(
      () => told('opportunity.won'),
      (events) => new Set(events.map(({ code }) => code)).size >= codes.length,
    );
    expect(seen.map(({ code }) => code).filter((code) => code?.startsWith('BULK-'))).toHaveLength(codes.length);
  });

  it('publishes a change once, however often the overlap of its polls shows it again', async () => {
    win('ONLY-ONCE');
    const [first] = await until(
      () => told('opportunity.won'),
      (events) => events.some(({ code }) => code === 'ONLY-ONCE'),
    ).then((events) => events.filter(({ code }) => code === 'ONLY-ONCE'));
    await until(
      () => system.rows(`select 1 from events.log where data -> 'opportunity' ->> 'code' = 'ONLY-ONCE'`),
      (events) => events.length === 1 + spares.length,
    );
    // Numbers are taken by whatever was ever put into the outbox, also by what the log then refused.
    const published = () => system.rows('select last_value from outbox_position_seq');
    const before = [await published(), first];
    const polls = system.callsTo('/query').length;
    await until(
      () => Promise.resolve(system.callsTo('/query').length),
      (count) => count >= polls + 12,
    );
    const [again] = (await told('opportunity.won')).filter(({ code }) => code === 'ONLY-ONCE');
    expect([await published(), again]).toEqual(before);
  });

  it('tells of a record that does not fit its contract, and goes on with the next', async () => {
    win('NOT A CODE');
    win('AFTER-IT');
    await until(
      () => told('opportunity.won'),
      (events) => events.some(({ code }) => code === 'AFTER-IT'),
    );
    const unreadable = await told('record.unreadable');
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]!.subject).toMatch(/^opportunity\//);
    expect(unreadable[0]!.reason).toMatch(/opportunity\.code/);
  });
});
