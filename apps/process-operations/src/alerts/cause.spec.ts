import type { ExceptionFacts } from '#contracts';
import { causeOf } from './cause.js';

const about = (
  code: string,
  business: Partial<ExceptionFacts['business']> = {},
  { role = 'finance-operations', system }: Partial<ExceptionFacts> = {},
) =>
  causeOf(
    { code, role, system, business: { project: null, legalEntity: null, ...business } } as ExceptionFacts,
    'process-x',
  );

const onP1 = { project: 'P-1', legalEntity: 'MER-US' };

describe('the cause of an exception', () => {
  it('is its project, where the type says nothing else', () => {
    expect(about('rate-mismatch', onP1)).toMatchObject({ scope: 'project P-1', system: null });
    expect(about('rate-mismatch', { ...onP1, project: 'P-2' }).key).not.toBe(about('rate-mismatch', onP1).key);
  });

  it('is the system that serves the legal entity, whatever the project', () => {
    const late = (business: object, system = 'netsuite') =>
      about('approved-not-posted', { ...onP1, ...business }, { system });
    expect(late({})).toMatchObject({ scope: 'netsuite for MER-US', system: 'netsuite' });
    expect(late({ project: 'P-2' }).key).toBe(late({}).key);
    expect(late({}, 's4').key).not.toBe(late({}).key);
  });

  it('is the legal entity, where the estate has to be mended', () => {
    expect(about('missing-window', onP1).scope).toBe('legal entity MER-US');
    expect(about('missing-window', { ...onP1, project: 'P-2' }).key).toBe(about('missing-window', onP1).key);
  });

  it('is the system that refused the work, where the type is not known', () => {
    expect(about('http-422', onP1, { system: 'kantata' })).toMatchObject({ scope: 'kantata', system: 'kantata' });
  });

  it('names the system beside a narrower cause', () => {
    expect(about('rate-mismatch', onP1, { system: 'kantata' })).toMatchObject({
      scope: 'project P-1',
      system: 'kantata',
    });
  });

  it('is the app, where nothing else is known', () => {
    expect(about('missing-attribute').scope).toBe('process-x');
    expect(about('http-422', onP1)).toMatchObject({ scope: 'process-x', system: null });
  });

  it('is another for another owner', () => {
    expect(about('rate-mismatch', onP1, { role: 'pmo' }).key).not.toBe(about('rate-mismatch', onP1).key);
  });
});
