import { Failure } from '#kernel';
import { loadConfig } from './config.js';

const environment = (more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  DATABASE_URL: 'postgres://localhost/throughline',
  ISSUER_URL: 'https://id.example.com',
  ESTATE_FILE: 'examples/meridian-consulting/estate.yaml',
  ...more,
});

function problems(more: NodeJS.ProcessEnv): string[] {
  try {
    loadConfig('process-billing', environment(more));
    return [];
  } catch (error) {
    return (Failure.from(error).detail.fields ?? []).map(({ field }) => field);
  }
}

describe('an app’s configuration', () => {
  it('may ask for a fault, outside production', () => {
    const { fault } = loadConfig('process-billing', environment({ FAILPOINT: 'after-intent:2:kill' }));
    expect(fault).toEqual({ failpoint: 'after-intent', hit: 2, kind: 'kill' });
    expect(loadConfig('process-billing', environment({})).fault).toBeNull();
  });

  it('is refused in production with a fault in it, and every other problem is listed too', () => {
    const weak = { NODE_ENV: 'production', FAILPOINT: 'after-intent:2:kill', ISSUER_URL: 'http://id.example.com' };
    expect(problems(weak)).toEqual(['ISSUER_URL', 'FAILPOINT']);
    expect(problems({ NODE_ENV: 'production' })).toEqual([]);
  });

  it('is refused with a fault nobody can read', () => {
    expect(problems({ FAILPOINT: 'after-lunch' })).toEqual(['FAILPOINT']);
  });
});
