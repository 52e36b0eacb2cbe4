import { Failure } from '#kernel';
import type { ExceptionView } from '#contracts';
import { rows, verifyAudit } from '#platform';
import {
  begin,
  closeBench,
  database,
  engine,
  openBench,
  refused,
  resolve,
  runs,
  service,
  views,
} from './engine.fixture.js';
import { ExceptionRepository } from './exception.repository.js';
import { exceptionTypes } from './exception-types.js';

beforeAll(openBench);
afterAll(closeBench);

const business = {
  project: 'P-7',
  client: 'Ardent',
  legalEntity: 'MER-US',
  billingCycle: '2026-10',
  moneyAtRisk: { amount: '1250.50', currency: 'USD' },
};

async function raised(
  code: string,
  about: Partial<typeof business> = business,
  system?: string,
): Promise<ExceptionView> {
  const id = `${code}-${Math.random()}`;
  const exceptions = new ExceptionRepository(database, 'process-test');
  await database.transaction((manager) =>
    exceptions.raise(manager, {
      subject: { kind: 'billing-line', id },
      failure: new Failure('rejected', `${code} happened`, { code, ...(system && { system }) }),
      record: 'line 1',
      business: about,
      correlationId: 'c-1',
    }),
  );
  return views.exception((await exceptions.openOn({ kind: 'billing-line', id }))!);
}

/** A run that stopped, and its exception. */
async function stopped(): Promise<{ runId: string; id: string }> {
  const run = engine((flow) =>
    flow.step('refused', { act: () => Promise.reject(refused('rate-mismatch')), corrects: 'order' }),
  );
  const runId = await begin();
  await run.advance(runId);
  const exceptions = new ExceptionRepository(database, 'process-test');
  return { runId, id: (await exceptions.openOn({ kind: 'run', id: runId }))! };
}

interface Entry {
  actor: string;
  action: string;
  reason: string | null;
  before: Record<string, string>;
  after: Record<string, string>;
}

const audited = (id: string): Promise<Entry[]> =>
  rows(database, 'select actor, action, reason, before, after from audit where subject = $1 order by position', [
    `exception/${id}`,
  ]);

describe('every type of exception', () => {
  it.each(Object.keys(exceptionTypes))(
    '%s has class, owner, context, money at risk, cause, next action',
    async (code) => {
      const found = await raised(code);
      expect(found.class).toMatch(/^K([1-9]|1\d|2[0-8])$/);
      expect(found.owner).toMatch(/^(pmo|resource-management|(hr|finance|sales|integration)-operations)$/);
      expect(found.business).toEqual(business);
      expect(found.cause).toMatch(/^[A-Z].+\.$/);
      expect(found.remedy).toMatch(/\w+ .+/);
      expect(Date.parse(found.dueAt!)).toBeGreaterThan(Date.parse(found.createdAt));
    },
  );
});

describe('an exception', () => {
  it('says at which system it was met, can be found by it, and tells it (K1)', async () => {
    const { id, system, code } = await raised('rate-mismatch', business, 'erp-west');
    expect(system).toBe('erp-west');
    expect((await raised('rate-mismatch')).system).toBeNull();
    expect((await views.exceptions({ system: 'erp-west' })).items.map((item) => item.id)).toEqual([id]);
    const told = await rows<{ data: { exception: object } }>(database, 'select data from outbox where subject = $1', [
      `exception/${id}`,
    ]);
    expect(told).toMatchObject([{ data: { exception: { code, system: 'erp-west' } } }]);
  });

  it('is assigned to a person with a due moment, and says how old it is', async () => {
    const { id } = await stopped();
    await service.assign(id, { assignee: 'Rafael', dueAt: '2030-01-31T12:00:00Z', reason: 'knows the client' }, 'Dana');
    const view = await views.exception(id);
    expect(view.assignee).toBe('Rafael');
    expect(new Date(view.dueAt!).toISOString()).toBe('2030-01-31T12:00:00.000Z');
    await database.query(`update exception set created_at = created_at - interval '2 hours' where id = $1`, [id]);
    expect((await views.exception(id)).ageSeconds).toBeGreaterThanOrEqual(7200);
    expect(await audited(id)).toEqual([
      {
        actor: 'Dana',
        action: 'exception.assign',
        reason: 'knows the client',
        before: { assignee: 'nobody' },
        after: { assignee: 'Rafael', dueAt: '2030-01-31T12:00:00Z' },
      },
    ]);
  });

  it('keeps notes, also after it is settled, and the audit log says that there are some but not what they say', async () => {
    const { runId, id } = await stopped();
    await service.note(id, 'the client agreed by phone', 'Dana');
    await resolve(runId, { action: 'retry' });
    await service.note(id, 'and by letter', 'Rafael');
    expect((await views.exception(id)).notes).toMatchObject([
      { by: 'Dana', text: 'the client agreed by phone' },
      { by: 'Rafael', text: 'and by letter' },
    ]);
    expect(JSON.stringify(await audited(id))).not.toContain('phone');
    expect((await audited(id)).map(({ action }) => action)).toEqual([
      'exception.note',
      'exception.retry',
      'exception.note',
    ]);
  });

  it('says who did what with it, in the order of the log, with the hashes that chain it', async () => {
    const { runId, id } = await stopped();
    await service.assign(id, { assignee: 'Rafael', reason: 'knows the client' }, 'Dana');
    await service.note(id, 'the client agreed', 'Rafael');
    await resolve(runId, { action: 'retry', reason: 'agreed' });
    const { items } = await views.auditOfException(id);
    expect(items.map(({ by, action, reason }) => [by, action, reason])).toEqual([
      ['Dana', 'exception.assign', 'knows the client'],
      ['Rafael', 'exception.note', null],
      ['Dana', 'exception.retry', 'agreed'],
    ]);
    expect(items[0]!.changes).toEqual([{ name: 'assignee', before: 'nobody', after: 'Rafael' }]);
    const chain = await rows(database, 'select hash from audit where subject = $1 order by position', [
      `exception/${id}`,
    ]);
    expect(items.map(({ hash }) => ({ hash }))).toEqual(chain);
    await expect(views.auditOfException(runId)).rejects.toThrow('no exception');
  });

  it('keeps no note with restricted data', async () => {
    const { id } = await stopped();
    await expect(service.note(id, 'to DE89370400440532013000', 'Dana')).rejects.toMatchObject({
      detail: { fields: [{ field: 'text', message: 'holds a bank account' }] },
    });
    expect(await views.exception(id)).toMatchObject({ notes: [] });
    expect(await audited(id)).toEqual([]);
  });

  it('that is settled is assigned to nobody any more', async () => {
    const { runId, id } = await stopped();
    await resolve(runId, { action: 'retry' });
    await expect(service.assign(id, { assignee: 'Dana' }, 'Dana')).rejects.toThrow('settled already');
  });

  it.each([['retry'], ['cancel'], ['correct']] as const)('settled by %s is audited in that commit', async (action) => {
    const { runId, id } = await stopped();
    await resolve(runId, { action, reason: 'agreed', ...(action === 'correct' && { changes: { rate: '99.17' } }) });
    const entries = await audited(id);
    expect(entries).toEqual([
      {
        actor: 'Dana',
        action: `exception.${action}`,
        reason: 'agreed',
        before: { state: 'open' },
        after: { state: 'settled', run: runId, ...(action === 'correct' && { corrected: 'rate' }) },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('99.17');
  });

  it('mended at its source is audited as settled by the product', async () => {
    const { runId, id } = await stopped();
    await database.transaction((manager) => service.nudge(manager, runId, 'changed at its source'));
    expect(await audited(id)).toMatchObject([
      { actor: 'throughline', action: 'exception.settle', reason: 'changed at its source' },
    ]);
  });

  it('that is refused its settlement leaves no trace of one', async () => {
    const { runId, id } = await stopped();
    await expect(resolve(runId, { action: 'skip' })).rejects.toThrow('cannot leave a step out');
    expect(await audited(id)).toEqual([]);
  });

  it('rehearsed says whether it could be settled so, and changes nothing', async () => {
    const { runId, id } = await stopped();
    const before = await views.exception(id);
    await resolve(runId, { action: 'retry', dryRun: true });
    await expect(resolve(runId, { action: 'skip', dryRun: true })).rejects.toThrow('cannot leave a step out');
    expect({ ...(await views.exception(id)), ageSeconds: 0 }).toEqual({ ...before, ageSeconds: 0 });
    expect((await runs.find(runId))!.state).toBe('parked');
    expect(await audited(id)).toEqual([]);
  });

  it('leaves one unbroken chain behind, whatever was done', async () => {
    expect(await verifyAudit(database, 'process_test')).toMatchObject({ problem: null });
  });
});

describe('a list of exceptions', () => {
  it('shows those that meet every filter', async () => {
    const small = { amount: '99.99', currency: 'USD' };
    const wanted = await raised('rate-mismatch', { ...business, client: 'Borealis' });
    await raised('rate-mismatch', { ...business, client: 'Borealis', moneyAtRisk: small });
    await raised('posting-refused', { ...business, client: 'Borealis', project: 'P-8', legalEntity: 'MER-DE' });
    await service.assign(wanted.id, { assignee: 'Mina' }, 'Dana');
    const ids = async (filter: Parameters<typeof views.exceptions>[0]): Promise<string[]> =>
      (await views.exceptions({ client: 'Borealis', ...filter })).items.map(({ id }) => id);
    expect(await ids({})).toHaveLength(3);
    expect(await ids({ class: 'K8' })).toHaveLength(2);
    expect(await ids({ class: 'K8', minMoneyAtRisk: 100 })).toEqual([wanted.id]);
    expect(await ids({ assignee: 'Mina' })).toEqual([wanted.id]);
    expect(await ids({ project: 'P-8', legalEntity: 'MER-DE', owner: 'finance-operations' })).toHaveLength(1);
    expect(await ids({ project: 'P-8', owner: 'pmo' })).toEqual([]);
    expect(await ids({ state: 'settled' })).toEqual([]);
    expect(await ids({ code: `x' or '1'='1` })).toEqual([]);
  });
});
