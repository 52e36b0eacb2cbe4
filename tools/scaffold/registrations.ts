import { Failure } from '#kernel';
import { type NewSystem } from './request.js';
import { titleOf } from './new-files.js';

interface Registration {
  file: string;
  /** The file with the new app in it. */
  add: (text: string, system: NewSystem) => string;
}

/** Puts `addition` behind the last match of a pattern; `rejected` where the file has nothing like it. */
function behindLast(text: string, pattern: RegExp, addition: string): string {
  const last = [...text.matchAll(pattern)].at(-1);
  if (!last) throw new Failure('rejected', `has no line like ${pattern.source}`, { code: 'unknown-shape' });
  const end = last.index + last[0].length;
  return text.slice(0, end) + addition + text.slice(end);
}

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |\n`;

/** Every place that lists system apps. */
export const registrations: Registration[] = [
  {
    file: 'libs/platform/src/addresses.ts',
    add: (text, { platform, offset }) =>
      behindLast(text, /const platformOffsets = \{\n(?: {2}\w+: \d+,\n)+/g, `  ${platform}: ${offset},\n`),
  },
  {
    file: 'tools/estate/apps.ts',
    add: (text, { platform }) =>
      behindLast(
        behindLast(
          text,
          /import .* from '.*\/apps\/system-.*';\n/g,
          `import { app as ${platform} } from '../../apps/system-${platform}/src/app.js';\n`,
        ),
        /apps: AppDefinition\[\] = \[\n/g,
        `  ${platform},\n`,
      ),
  },
  {
    file: 'tools/contracts/connectors.ts',
    add: (text, { platform }) =>
      behindLast(
        behindLast(
          text,
          /import .* from '.*\/apps\/system-.*';\n/g,
          `import { ${platform} } from '../../apps/system-${platform}/src/connector.js';\n`,
        ),
        /const connectors = \[\n(?: {2}\w+,\n)+/g,
        `  ${platform},\n`,
      ),
  },
  { file: 'nest-cli.json', add: inNestCli },
  {
    file: 'docker/compose.yaml',
    add: (text, { platform, offset }) =>
      behindLast(
        behindLast(
          text,
          / {2}URL_SYSTEM_\w+: .*\n/g,
          `  URL_SYSTEM_${platform.toUpperCase()}: http://system-${platform}:${4600 + offset}\n`,
        ),
        / {6}- \S+:\?.*\$\{SHARED_SECRETS:-system-\w+\}:\/run\/secrets:ro\n/g,
        service(platform, offset),
      ),
  },
  {
    file: 'docker/README.md',
    add: (text, { platform, offset }) =>
      behindLast(
        text,
        /^\| `system-\w+` +\| \d+ +\| PostgreSQL +\| .*\|\n/gm,
        row(
          `\`system-${platform}\``,
          String(4600 + offset),
          'PostgreSQL',
          `the vendor, the issuer; \`--profile ${platform}\``,
        ),
      ),
  },
  {
    file: 'docs/operator.md',
    add: (text, { platform, offset }) =>
      behindLast(
        text,
        /^\| `system-\w+` +\| +\d+ .*\|\n/gm,
        row(
          `\`system-${platform}\``,
          String(offset),
          String(4600 + offset),
          `PostgreSQL, issuer, ${titleOf(platform)}`,
        ),
      ),
  },
  {
    file: 'README.md',
    add: (text, { platform }) =>
      behindLast(
        text,
        /\]\(apps\/system-\w+\/README\.md\)(?= *\|)/g,
        `, [${titleOf(platform)}](apps/system-${platform}/README.md)`,
      ),
  },
];

function inNestCli(text: string, { platform }: NewSystem): string {
  const settings = JSON.parse(text) as { projects: Record<string, object> };
  const root = `apps/system-${platform}`;
  const added = { type: 'application', root, entryFile: 'main', sourceRoot: `${root}/src` };
  const projects = Object.entries({ ...settings.projects, [`system-${platform}`]: added });
  const sorted = Object.fromEntries(projects.sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ ...settings, projects: sorted }, null, 2);
}

const service = (platform: string, offset: number): string => `
  system-${platform}:
    <<: *app
    profiles: [${platform}]
    environment: { <<: *environment, APP: system-${platform} }
    expose: ['${4600 + offset}']
    volumes:
      - *estate
      - \${SECRETS_FOLDER:?set it to the folder of secrets}/\${SHARED_SECRETS:-system-${platform}}:/run/secrets:ro
`;
