import { events } from '#contracts';
import { deliverOnce, eventOf, publish, relayOnce, type Subscription } from '#events';
import { AppLogger, rows } from '#platform';
import { closeBench, database, openBench, runs, views } from './engine.fixture.js';
import { ExceptionRepository } from './exception.repository.js';
import { EventSettlement, quarantineInto } from './quarantine.js';
import { RunService } from './run.service.js';

beforeAll(openBench);
afterAll(closeBench);

describe('an event that a subscriber fails on again and again', () => {
  it('is an exception with its whole context, which is retried once the cause is mended', async () => {
    let broken = true;
    const seen: string[] = [];
    const subscription: Subscription = {
      name: 'orders',
      types: [events.projectActivated],
      handle: async (event) => {
        if (broken) throw new TypeError('x is not a function');
        seen.push(event.subject);
        return 'applied';
      },
    };
    const exceptions = new ExceptionRepository(database, 'process-test');
    const service = new RunService(runs, exceptions, { event: new EventSettlement() });
    const deliver = (): Promise<unknown> =>
      deliverOnce(database, new AppLogger('test', 'silent'), subscription, quarantineInto(exceptions));
    const event = eventOf({
      type: events.projectActivated,
      source: '/apps/test',
      subject: 'project/P-7',
      key: 'once',
      correlationId: 'c-7',
      data: { project: 'P-7', name: 'Seven', legalEntity: 'MER-US' },
    });
    await database.transaction((manager) => publish(manager, [event]));
    await relayOnce(database);
    for (let tried = 0; tried < 5; tried += 1) await deliver().catch(() => undefined);

    const [open] = (await views.exceptions({ state: 'open', code: 'poison-event' })).items;
    expect(open).toMatchObject({
      class: 'K22',
      owner: 'integration-operations',
      message: `"orders" fails on ${events.projectActivated.type}: x is not a function`,
      record: 'project/P-7',
      step: `event ${event.id} of /apps/test`,
      business: { project: 'P-7', legalEntity: 'MER-US' },
      correlationId: 'c-7',
    });
    expect(open!.fields).toHaveLength(5);

    const settle = (action: 'retry' | 'cancel'): Promise<void> =>
      service.resolve(open!.id, { action, reason: 'a new release runs' }, 'Theo');
    await expect(settle('cancel')).rejects.toThrow('cannot be settled by "cancel"');
    broken = false;
    await settle('retry');
    await deliver();
    expect(seen).toEqual(['project/P-7']);
    expect(await rows(database, `select outcome from inbox where subscription = 'orders'`)).toEqual([
      { outcome: 'applied' },
    ]);
  });
});
