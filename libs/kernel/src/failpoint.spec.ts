import { spawnSync } from 'node:child_process';
import { armFailpoint, failpoint, type Failpoint, parseFault, watchFailpoints } from './failpoint.js';

afterEach(() => watchFailpoints(null));

describe('a failpoint', () => {
  it('does nothing where nothing is armed', () => {
    expect(() => failpoint('after-intent')).not.toThrow();
  });

  it('fails at its hit, once, and nowhere else', () => {
    armFailpoint({ failpoint: 'after-intent', hit: 2, kind: 'error' });
    failpoint('before-intent');
    failpoint('after-intent');
    expect(() => failpoint('after-intent')).toThrow('the failpoint after-intent was armed');
    expect(() => failpoint('after-intent')).not.toThrow();
  });

  it('can be counted only', () => {
    const passed: Failpoint[] = [];
    watchFailpoints((name) => passed.push(name));
    failpoint('after-ack');
    failpoint('after-ack');
    expect(passed).toEqual(['after-ack', 'after-ack']);
  });

  it('kills the process it is in', () => {
    const path = new URL(`file://${process.cwd()}/dist/libs/kernel/src/index.js`).href;
    const program = `import { armFailpoint, failpoint } from '${path}';
      armFailpoint({ failpoint: 'after-ack', hit: 1, kind: 'kill' });
      failpoint('after-ack');
      console.log('still here');`;
    const { signal, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program]);
    expect([signal, String(stdout)]).toEqual(['SIGKILL', '']);
  });
});

describe('a fault', () => {
  it('is written as failpoint, hit and kind', () => {
    expect(parseFault('after-intent:2:kill')).toEqual({ failpoint: 'after-intent', hit: 2, kind: 'kill' });
  });

  it.each(['after-lunch:1:kill', 'after-intent:0:kill', 'after-intent:x:kill', 'after-intent:1:sulk', ''])(
    'is not "%s"',
    (text) => {
      expect(() => parseFault(text)).toThrow(`"${text}" is no fault`);
    },
  );
});
