import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Company, newWorker, openCompany, webhookKey } from './company.fixture.js';

interface Received {
  body: string;
  timestamp: string;
  signature: string;
}

/** A gateway that keeps what it gets and answers as told. */
class Receiver {
  readonly received: Received[] = [];
  answers: number[] = [];
  private readonly server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      const { 'x-bamboohr-timestamp': timestamp, 'x-bamboohr-signature': signature } = request.headers;
      this.received.push({ body, timestamp: String(timestamp), signature: String(signature) });
      response.writeHead(this.answers.shift() ?? 200).end();
      this.server.emit('received');
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhooks/bamboohr`;
  }

  async until(count: number): Promise<{ type: string; data: { employeeId: string; changedFields: string[] } }[]> {
    while (this.received.length < count) await once(this.server, 'received');
    return this.received.map(({ body }) => JSON.parse(body) as never);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe('webhooks of a BambooHR company', () => {
  let receiver: Receiver;
  let company: Company;
  beforeEach(async () => {
    receiver = new Receiver();
    company = await openCompany({ webhookUrl: await receiver.open(), now: '2026-10-01T08:00:00Z' });
  });
  afterEach(async () => {
    await company.hosted.close();
    receiver.close();
  });

  const move = (fields: object = { location: 'Chicago' }): unknown =>
    company.act('editEmployee', { number: '1', fields });
  const log = (): Promise<Record<string, unknown>[]> => company.get('/api/v1/webhooks/1/log');
  /** Waits until the company has noted what became of its last try. */
  const logged = async (count: number): Promise<Record<string, unknown>[]> => {
    const deliveries = () => company.hosted.world.store.list<{ statusCode?: number }>('delivery');
    while (deliveries().filter(({ statusCode }) => statusCode !== undefined).length < count) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    return log();
  };

  test('what is sent is signed over the body followed by the timestamp', async () => {
    move();
    await receiver.until(1);
    const { body, timestamp, signature } = receiver.received[0]!;
    expect(body).toBe(
      '{"type":"employee.updated","timestamp":"2026-10-01T08:00:00+0000",' +
        '"data":{"companyId":"12345","employeeId":"101","changedFields":["location"]}}',
    );
    expect(timestamp).toBe('1790841600');
    expect(signature).toBe(createHmac('sha256', webhookKey).update(`${body}1790841600`).digest('hex'));
  });

  test('the seed tells nobody; a hire is told as created and then as updated', async () => {
    company.act('hire', { worker: newWorker() });
    const events = await receiver.until(3);
    expect(events.map(({ type }) => type)).toEqual(['employee.created', 'employee.updated', 'employee.updated']);
    expect(new Set(events.map(({ data }) => data.employeeId))).toEqual(new Set(['102']));
    expect(company.journal.entries).toEqual([expect.objectContaining({ operation: 'create', by: 'person' })]);
  });

  test('fields the company added are told apart from the vendor’s', async () => {
    move({ location: 'Chicago', jobLevel: 'Manager', customCostCenter: 'CC-2' });
    const events = await receiver.until(2);
    expect(events.map(({ data }) => data.changedFields)).toEqual([['location', 'jobLevel'], ['customCostCenter']]);
  });

  test('a change of pay, or of nothing, is not told', async () => {
    move({ payRate: '120000.00 USD' });
    move({ location: 'Boston' });
    move({ country: 'DE' });
    const [event] = await receiver.until(1);
    expect(event!.data.changedFields).toEqual(['country']);
  });

  test('a failing receiver is asked again after 5, 10, 20, 40 and 80 minutes, then given up', async () => {
    receiver.answers = [500, 502, 503, 500, 500, 500];
    move();
    await receiver.until(1);
    let seconds = 0;
    for (const [index, minutes] of [5, 10, 20, 40, 80].entries()) {
      await logged(1);
      // A minute of the vendor's passes in a second.
      seconds += minutes;
      company.at(new Date(Date.parse('2026-10-01T08:00:00Z') + seconds * 1000).toISOString());
      await receiver.until(index + 2);
    }
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    move({ country: 'DE' });
    company.at('2026-10-02T08:00:00Z');
    await receiver.until(7);
    expect(receiver.received[6]!.body).toContain('country');
  });

  test('a receiver that refuses is never asked again', async () => {
    receiver.answers = [422];
    move();
    expect(await logged(1)).toEqual([
      expect.objectContaining({ statusCode: '422', lastSuccess: 'Webhook Not Found', employeeIds: ['101'] }),
    ]);
    company.at('2026-10-02T08:00:00Z');
    move({ country: 'DE' });
    await receiver.until(2);
    expect(receiver.received[1]!.body).toContain('country');
  });

  test('what happens while webhooks are paused is lost to them, but not to polling', async () => {
    company.act('pauseWebhooks', { paused: true });
    company.at('2026-10-01T09:00:00Z');
    move();
    company.act('pauseWebhooks', { paused: false });
    company.act('editEmployee', { number: '2', fields: { country: 'DE' } });
    expect((await receiver.until(1)).map(({ data }) => data.employeeId)).toEqual(['100']);
    const changed = await company.get<{ employees: object }>('/api/v1/employees/changed?since=2026-10-01T08:30:00Z');
    expect(Object.keys(changed.employees)).toEqual(['100', '101']);
  });

  test('the last webhook can arrive again, word for word', async () => {
    expect(() => company.act('redeliverLast', { times: 1 })).toThrow('no webhook has been sent yet');
    move();
    company.act('redeliverLast', { times: 2 });
    await receiver.until(3);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  });

  test('a termination is told on its day and not before', async () => {
    company.act('terminateEmployee', { number: '1', date: '2026-10-31' });
    company.act('editEmployee', { number: '2', fields: { country: 'DE' } });
    expect((await receiver.until(1)).map(({ data }) => data.employeeId)).toEqual(['100']);
    company.at('2026-10-31T06:00:00Z');
    expect((await receiver.until(2))[1]!.data).toMatchObject({
      employeeId: '101',
      changedFields: ['status', 'employmentHistoryStatus', 'terminationDate'],
    });
  });

  describe('registration', () => {
    const valid = { name: 'Mine', url: 'https://mine.example/in', format: 'json', events: ['employee.created'] };
    const path = '/api/v1/webhooks';

    test('the key is told once, when the webhook is made', async () => {
      const reply = await company.call('POST', path, valid);
      expect(reply.status).toBe(201);
      const made = (await reply.json()) as { id: string; privateKey: string };
      expect(made).toMatchObject({ id: '2', privateKey: expect.stringMatching(/^[0-9a-f]{32}$/) as string });
      expect(await company.get(`${path}/2`)).not.toHaveProperty('privateKey');
      const { webhooks } = await company.get<{ webhooks: { id: string }[] }>(path);
      expect(webhooks.map(({ id }) => id)).toEqual(['1', '2']);
    });

    test('a change replaces everything, and what is deleted is gone', async () => {
      await company.call('POST', path, { ...valid, includeCompanyDomain: true });
      const reply = await company.call('PUT', `${path}/2`, { ...valid, name: 'Ours' });
      expect(await reply.json()).toMatchObject({ id: '2', name: 'Ours', includeCompanyDomain: false });
      expect(await (await company.call('DELETE', `${path}/2`)).text()).toBe('Web hook has been deleted.');
      const gone = await company.call('DELETE', `${path}/2`);
      expect(gone.status).toBe(404);
      expect(await gone.json()).toEqual({ errors: [{ error: 'No webhook was found with ID: 2.' }] });
    });

    test.each([
      ['an address without TLS', { url: 'http://mine.example/in' }],
      ['no format', { format: undefined }],
      ['updates without fields to watch', { events: ['employee.updated'] }],
      ['older events, which are what comes without any', { events: undefined }],
      ['old and new events together', { events: ['employee.created', 'employee_with_fields.created'] }],
    ])('%s: the issues are listed', async (_case, changes) => {
      const reply = await company.call('POST', path, { ...valid, ...changes });
      expect(reply.status).toBe(400);
      expect(await reply.json()).toEqual({
        errors: [{ error: 'Invalid request body', issues: expect.arrayContaining([expect.any(String)]) as string[] }],
      });
    });

    test('fields nobody knows cannot be watched', async () => {
      const reply = await company.call('POST', path, { ...valid, monitorFields: ['shoeSize'] });
      expect(reply.status).toBe(403);
    });

    test('a log that is read too often answers 200 with a refusal inside', async () => {
      for (let count = 0; count < 10; count += 1) expect(await log()).toEqual([]);
      const reply = await company.call('GET', `${path}/1/log`);
      expect(reply.status).toBe(200);
      expect(await reply.json()).toMatchObject({ error: { code: 429 } });
    });
  });
});
