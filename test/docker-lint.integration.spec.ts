import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { appNames } from '#platform';

type File = 'Dockerfile' | 'compose.yaml' | 'sandbox.env';

/** A change to one of the files; `at` begins on the line the linter should point to. */
interface Change {
  file: File;
  from: string | RegExp;
  to: string;
  at: string | RegExp;
  problem: string;
}

const ours = (file: File): string => readFileSync(join('docker', file), 'utf8');

/** The linter's exit code and what it says of a copy of our files, `file:line problem` each. */
function lint(changes: Pick<Change, 'file' | 'from' | 'to'>[] = []): { code: number | null; problems: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'docker-lint-'));
  for (const file of ['Dockerfile', 'compose.yaml', 'sandbox.env']) cpSync(join('docker', file), join(folder, file));
  for (const { file, from, to } of changes) {
    const before = readFileSync(join(folder, file), 'utf8');
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`${file} does not hold ${from}`);
    writeFileSync(join(folder, file), after);
  }
  const { status, stdout } = spawnSync(process.execPath, ['docker/lint.mjs', folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const mark = `${basename(folder)}/`;
  const lines = stdout.split('\n').filter((line) => line.includes(mark));
  return { code: status, problems: lines.map((line) => line.slice(line.indexOf(mark) + mark.length)) };
}

const expected = ({ file, at, problem }: Change): string => {
  const text = ours(file);
  const offset = typeof at === 'string' ? text.indexOf(at) : text.search(at);
  return `${file}:${text.slice(0, offset).split('\n').length} ${problem}`;
};

/** Each breaks something else and leaves every other line where it is, so that one copy can hold them all. */
const broken: Record<string, Change> = {
  'an image that may change under us': {
    file: 'Dockerfile',
    from: 'FROM node:20.20.2-bookworm-slim AS base',
    to: 'FROM node:latest AS base',
    at: 'AS base',
    problem: 'node:latest is not pinned: name a version, e.g. node:20.20.2',
  },
  'install scripts of strangers': {
    file: 'Dockerfile',
    from: 'npm install --no-save --ignore-scripts\n',
    to: 'npm ci\n',
    at: 'RUN npm install --no-save --ignore-scripts',
    problem: 'npm runs install scripts: add --ignore-scripts',
  },
  'an image that runs as root': {
    file: 'Dockerfile',
    from: 'USER 1000:1000',
    to: '',
    at: /^FROM \S+$/m,
    problem: 'the last stage has no USER: it would run as root',
  },
  'a secret that stays in the image': {
    file: 'Dockerfile',
    from: '# Alive, not ready',
    to: 'ARG NPM_TOKEN # Alive, not ready',
    at: '# Alive, not ready',
    problem: 'ARG NPM_TOKEN would stay in the image: give it to the container instead',
  },
  'a variable of the image that nothing reads': {
    file: 'Dockerfile',
    from: 'HOST=0.0.0.0',
    to: 'HOST=0.0.0.0 COLOUR=red',
    at: 'ENV NODE_ENV',
    problem: 'ENV COLOUR is read by nothing',
  },
  'a shell that keeps SIGTERM to itself': {
    file: 'Dockerfile',
    from: 'CMD ["node", "docker/run.mjs"]',
    to: 'CMD node docker/run.mjs',
    at: 'CMD ["node", "docker/run.mjs"]',
    problem: 'CMD is no JSON list: a shell would be process 1 and keep SIGTERM to itself',
  },
  'an address on which nobody answers': {
    file: 'compose.yaml',
    from: 'http://system-netsuite:4624',
    to: 'http://system-netsuite:4625',
    at: 'URL_SYSTEM_NETSUITE',
    problem: 'URL_SYSTEM_NETSUITE is http://system-netsuite:4625, not http://system-netsuite:4624',
  },
  'a port that is not the app’s': {
    file: 'compose.yaml',
    from: "expose: ['4613']",
    to: "expose: ['4612']",
    at: "expose: ['4613']",
    problem: 'process-billing exposes 4612, but answers on 4613',
  },
  'a port published twice': {
    file: 'compose.yaml',
    from: '127.0.0.1:4622:4622',
    to: '127.0.0.1:4600:4622',
    at: '127.0.0.1:4600:4600',
    problem: "experience-api: port 4600 is already system-bamboohr's",
  },
  'a port open to everybody': {
    file: 'compose.yaml',
    from: '127.0.0.1:4641:4641',
    to: '4641:4641',
    at: '127.0.0.1:4641:4641',
    problem: 'issuer: port "4641:4641" is open to everybody: write 127.0.0.1:<port>:<port>',
  },
  'a variable that nothing reads': {
    file: 'compose.yaml',
    from: '  LOG_LEVEL:',
    to: '  LOGLEVEL:',
    at: '  LOG_LEVEL:',
    problem: 'LOGLEVEL is read by nothing',
  },
  'a password with a default': {
    file: 'compose.yaml',
    from: '      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set it to letters and digits}',
    to: '      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-postgres}',
    at: '      POSTGRES_PASSWORD:',
    problem: 'postgres: POSTGRES_PASSWORD holds a secret: write ${NAME:?what to set}',
  },
  'an image without a version': {
    file: 'compose.yaml',
    from: 'redis:7.4.5-bookworm',
    to: 'redis',
    at: 'redis:7.4.5-bookworm',
    problem: 'redis: image "redis" is not pinned: name a version',
  },
  'a sandbox that needs what it lacks': {
    file: 'compose.yaml',
    from: "SANDBOX_SCIM_PORT: '4655'",
    to: "SANDBOX_SCIM_PORT: 'scim'",
    at: /environment:\n +APP: sandbox$/m,
    problem: 'sandbox cannot start: SANDBOX_SCIM_PORT is not a port',
  },
  'a sandbox that would use production’s database': {
    file: 'sandbox.env',
    from: 'COMPOSE_PROJECT_NAME=throughline-sandbox',
    to: 'COMPOSE_PROJECT_NAME=throughline',
    at: '#',
    problem: "COMPOSE_PROJECT_NAME is not another than throughline: the sandbox would share production's database",
  },
};

describe('the check of the container files', () => {
  test('finds nothing wrong with ours', () => {
    expect(lint()).toEqual({ code: 0, problems: [] });
  });

  describe('of files in which much is wrong', () => {
    let found: ReturnType<typeof lint>;
    beforeAll(() => (found = lint(Object.values(broken))));

    test.each(Object.entries(broken))('refuses %s', (_what, change) => {
      expect(found.problems).toContain(expected(change));
    });

    test('says all of it at once and nothing else, and fails', () => {
      expect(found.code).toBe(1);
      expect([...found.problems].sort()).toEqual(Object.values(broken).map(expected).sort());
    });
  });

  test('misses an app whose service has another name or runs another app', () => {
    const { code, problems } = lint([
      { file: 'compose.yaml', from: '  system-scim:', to: '  system-directory:' },
      { file: 'compose.yaml', from: 'APP: process-operations', to: 'APP: process-surgery' },
    ]);
    expect(code).toBe(1);
    for (const problem of [
      'apps/system-scim has no service: add services.system-scim with APP: system-scim',
      'system-directory runs APP system-scim: others reach an app by its name',
      'APP "process-surgery" is no app: dist/apps/process-surgery/src/main.js does not exist',
    ])
      expect(problems.join('\n')).toContain(problem);
  });

  test('names what an app cannot start without, app by app', () => {
    const { code, problems } = lint([{ file: 'compose.yaml', from: /^ {2}ISSUER_URL:.*$/m, to: '' }]);
    expect(code).toBe(1);
    expect(problems).toHaveLength(appNames.length);
    expect(problems[0]).toMatch(/^compose\.yaml:\d+ system-salesforce cannot start: ISSUER_URL is not set: /);
  });

  test('keeps production apart from the sandbox', () => {
    const { code, problems } = lint([
      { file: 'compose.yaml', from: '  SANDBOX_SCIM_URL:', to: '  SANDBOX_SCIM_URL: http://sandbox:4655' },
      { file: 'compose.yaml', from: 'THROUGHLINE_NODE_ENV:-production', to: 'THROUGHLINE_NODE_ENV:-development' },
    ]);
    expect(code).toBe(1);
    expect(problems.join('\n')).toContain('SANDBOX_SCIM_URL leads production to the sandbox');
    expect(problems.join('\n')).toContain('system-netsuite must run with NODE_ENV production');
  });

  test('lets no container of ours do more than it needs', () => {
    const { code, problems } = lint([
      { file: 'compose.yaml', from: 'read_only: true', to: 'read_only: false' },
      { file: 'compose.yaml', from: 'cap_drop: [ALL]', to: 'cap_drop: []' },
      { file: 'compose.yaml', from: 'no-new-privileges:true', to: 'apparmor:unconfined' },
      { file: 'compose.yaml', from: 'stop_grace_period: 30s', to: 'stop_grace_period: 10s' },
    ]);
    const netsuite = problems
      .filter((problem) => / system-netsuite /.test(problem))
      .map((line) => line.split(' needs ')[1]);
    expect(code).toBe(1);
    expect(netsuite).toEqual([
      'read_only: true',
      'cap_drop: [ALL]',
      'no-new-privileges:true',
      'a stop_grace_period of 30s: an app drains for up to 25 s',
    ]);
  });
});
