import { schedulerTool, scheduling } from '#contracts';
import { Failure } from '#kernel';
import { checked, classify } from './reply.js';

const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  body,
  headers: new Headers(headers),
});

const failureOf = (work: () => unknown): Failure | null => {
  try {
    work();
    return null;
  } catch (error) {
    return Failure.from(error);
  }
};

describe('what a scheduling tool refuses', () => {
  it('is told in its own words, with code, remedy and fields', () => {
    const errors = [{ field: 'roleName', message: '"Wizard" is no role here' }];
    const problem = {
      status: 422,
      kind: 'rejected',
      code: 'unknown-role',
      detail: 'no role "Wizard"',
      remedy: 'add it',
    };
    const failure = classify(reply(422, { ...problem, errors }));
    expect([failure?.kind, failure?.message]).toEqual(['rejected', 'the scheduling tool says: no role "Wizard"']);
    expect(failure?.detail).toEqual({ code: 'unknown-role', remedy: 'add it', fields: errors });
  });

  it('is believed to be undone only where kind and status agree', () => {
    expect(classify(reply(503, { kind: 'unavailable', detail: 'maintenance' }))?.kind).toBe('unavailable');
    expect(classify(reply(500, { kind: 'unavailable', detail: 'maintenance' }))).toBeNull();
  });

  it.each(['defect', 'outcome-unknown', 'nonsense', undefined])(
    'as %s says nothing about what was done: the common table decides',
    (kind) => {
      for (const status of [422, 500, 504]) expect(classify(reply(status, { kind, detail: 'oops' }))).toBeNull();
    },
  );

  it.each(['<html>', '', null, ['a'], 7])('without problem details, as %j, is left to the common table', (body) => {
    expect(classify(reply(502, body))).toBeNull();
  });

  it('for a while waits as long as it says', () => {
    const problem = { kind: 'throttled', detail: 'slow down' };
    expect(classify(reply(429, problem, { 'retry-after': '7' }))?.detail.retryAfterMs).toBe(7000);
  });
});

describe('an answer of a scheduling tool', () => {
  const resource = { id: 'R-1', reference: '1042', name: 'Ada Rowe', email: null, active: true };

  it('is read as the contract has it; what it has not is left out', () => {
    const read = checked(scheduling.Resource, { ...resource, salary: '1' }, 'GET /v1/resources/1042', 'unavailable');
    expect(read).toEqual(resource);
  });

  it('against the contract names the request and everything that is wrong', () => {
    const wrong = { ...resource, id: 7, active: 'yes' };
    const failure = failureOf(() => checked(scheduling.Resource, wrong, 'PUT /v1/resources/1042', 'outcome-unknown'));
    expect([failure?.kind, failure?.detail.code]).toEqual(['outcome-unknown', 'contract-violation']);
    expect(failure?.message).toContain('PUT /v1/resources/1042');
    expect([...new Set(failure?.detail.fields?.map(({ field }) => field))]).toEqual(['id', 'active']);
  });

  it.each([null, [], 'done', 7])('as %j is no record, and said to be none', (body) => {
    const failure = failureOf(() => checked(schedulerTool.ChangePage, body, 'GET /v1/changes', 'unavailable'));
    expect(failure?.detail.fields?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['items', 'cursor', 'more']),
    );
  });
});
