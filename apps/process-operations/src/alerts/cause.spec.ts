import type { ExceptionFacts } from '#contracts';
import type { EstateView } from '#platform';
import { causeOf } from './cause.js';

const estate = { estate: { routing: { erp: { 'MER-US': 'netsuite', 'MER-DE': 's4' } } } } as unknown as EstateView;

const about = (code: string, business: Partial<ExceptionFacts['business']> = {}, role = 'finance-operations') =>
  causeOf(
    { code, role, business: { project: null, legalEntity: null, ...business } } as ExceptionFacts,
    'process-x',
    estate,
  );

const onP1 = { project: 'P-1', legalEntity: 'MER-US' };

describe('the cause of an exception', () => {
  it('is its project, where the type says nothing else', () => {
    expect(about('rate-mismatch', onP1)).toMatchObject({ scope: 'project P-1', system: null });
    expect(about('rate-mismatch', { ...onP1, project: 'P-2' }).key).not.toBe(about('rate-mismatch', onP1).key);
  });

  it('is the system that serves the legal entity, whatever the project', () => {
    expect(about('approved-not-posted', onP1)).toMatchObject({ scope: 'netsuite for MER-US', system: 'netsuite' });
    expect(about('approved-not-posted', { ...onP1, project: 'P-2' }).key).toBe(about('approved-not-posted', onP1).key);
    expect(about('approved-not-posted', { ...onP1, legalEntity: 'MER-DE' }).system).toBe('s4');
  });

  it('is the legal entity, where the estate has to be mended', () => {
    expect(about('missing-window', onP1).scope).toBe('legal entity MER-US');
    expect(about('missing-window', { ...onP1, project: 'P-2' }).key).toBe(about('missing-window', onP1).key);
  });

  it('is the app, where nothing else is known', () => {
    expect(about('missing-attribute').scope).toBe('process-x');
    expect(about('http-422', onP1).scope).toBe('process-x');
    expect(about('approved-not-posted', { legalEntity: 'MER-FR' }).system).toBeNull();
  });

  it('is another for another owner', () => {
    expect(about('rate-mismatch', onP1, 'pmo').key).not.toBe(about('rate-mismatch', onP1).key);
  });
});
