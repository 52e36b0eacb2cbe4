import type { NewSystem } from './request.js';

export const titleOf = (platform: string): string => platform[0]!.toUpperCase() + platform.slice(1);

/** The files of a new system app, by path: they compile, and say what is to be built. */
export function newFiles(system: NewSystem): Map<string, string> {
  const { platform } = system;
  const app = `apps/system-${platform}`;
  return new Map([
    [`${app}/src/main.ts`, main],
    [`${app}/src/app.ts`, appOf(platform)],
    [`${app}/src/connector.ts`, connectorOf(system)],
    [`${app}/src/operations.ts`, operationsOf(system)],
    [`${app}/README.md`, readmeOf(system)],
    [`test/conformance/platforms/${platform}.ts`, platformOf(system)],
    [`test/conformance/${platform}.integration.spec.ts`, specOf(platform)],
  ]);
}

const main = `import 'reflect-metadata';
import { runApp } from '#platform';
import { app } from './app.js';

await runApp(app);
`;

const appOf = (platform: string): string => `import { systemApp } from '#connector';
import { ${platform} } from './connector.js';

export const app = systemApp('system-${platform}', ${platform});
`;

function connectorOf({ platform, domain }: NewSystem): string {
  const settings = `${titleOf(platform)}Settings`;
  return `import { IsString, IsUrl } from 'class-validator';
import { defineConnector } from '#connector';
import { operations } from './operations.js';

/** What an operator says about one account. */
export class ${settings} {
  @IsUrl({ require_tld: false, require_protocol: true }) baseUrl!: string;
  @IsString() token!: string;
}

export const ${platform} = defineConnector<${settings}>({
  platform: '${platform}',
  title: '${titleOf(platform)}',
  settings: ${settings},
  address: ({ baseUrl }) => baseUrl,
  // To do: how the product knows us, docs/integrator.md#settings-address-sign-in
  signIn: ({ token }) => Promise.resolve({ headers: { authorization: \`Bearer \${token}\` } }),
  // To do: the product's own error codes, docs/integrator.md#errors
  classify: () => null,
  // To do: what the product publishes of its limits, docs/integrator.md#operations
  limits: { concurrency: 2, timeoutMs: 30_000 },
  domains: { ${domain}: operations },
  // To do, or nothing where it reports nothing: docs/integrator.md#changes-feeds-and-webhooks
  feeds: [],
});
`;
}

function operationsOf({ domain, questions, changes }: NewSystem): string {
  const toDo = (name: string, anchor: string, users: string[]): string =>
    users.length > 0 ? `const ${name} = unsupported('not built yet: see docs/integrator.md#${anchor}');\n` : '';
  return `import { type DomainOperations, unsupported } from '#connector';

${toDo('question', 'operations', questions)}${toDo('change', 'choose-the-safety-of-each-write', changes)}
/** Each becomes \`read(…)\`, \`write(…)\`, or \`unsupported\` with the reason why the product cannot. */
export const operations: DomainOperations['${domain}'] = {
${[...questions.map((name) => `${name}: question,`), ...changes.map((name) => `${name}: change,`)].join('\n')}
};
`;
}

function platformOf({ platform, domain, changes }: NewSystem): string {
  const toDo = `
const toDo: Trace = {
  sends: { method: 'POST', path: '/not-built-yet' },
  entity: 'not-built-yet',
  settledBy: 'reading',
  losses: ['commit-then-reset', 'truncate'],
};
`;
  return `import type { Connector } from '#connector';
import { ${platform} as connector } from '../../../apps/system-${platform}/src/connector.js';
import type { Platform${changes.length > 0 ? ', Trace' : ''} } from '../platform.js';
${changes.length > 0 ? toDo : ''}
export const ${platform}: Platform = {
  connector: connector as unknown as Connector,
  // To do: docs/integrator.md#write-its-simulator
  simulator: null,
  instance: '${platform}',
  // To do: a part of the path that the first question asks.
  asks: { ${domain}: '/not-built-yet' },
  // To do: where each change shows at the product.
  traces: { ${domain}: { ${changes.map((name) => `${name}: toDo`).join(', ')} } },
};
`;
}

const specOf = (platform: string): string => `import { conform } from './conform.js';
import { ${platform} } from './platforms/${platform}.js';

conform(${platform});
`;

function readmeOf({ platform, domain, offset, questions, changes }: NewSystem): string {
  const title = titleOf(platform);
  const listed = [...questions, ...changes].map((name) => `| \`${name}\` | to do |`).join('\n');
  return `# system-${platform}

Serves ${title} under the \`${domain}\` contract (\`openapi/system/${domain}/v1.yaml\`).

| Operation | Sent to ${title} |
| --- | --- |
${listed}

## Set it up

To do: how to get credentials, and the least rights they need. In \`estate.yaml\`:

\`\`\`yaml
instances:
  - name: ${platform}
    platform: ${platform}
    settings:
      baseUrl: https://api.${platform}.example # no trailing slash
      token: secret:${platform}.token
routing:
  ${domain}: ${platform}
\`\`\`

\`secret:<name>\` is the file \`<name>\` in \`SECRETS_DIR\` (mode 0600). Of the environment, \`DATABASE_URL\` (PostgreSQL; the tables
are in schema \`system_${platform}\`) and \`ISSUER_URL\` are needed; \`PORT\` is ${4600 + offset} (\`BASE_PORT\`, 4600, plus ${offset}).

## Objects and fields

To do: what is read and written, and where our references are kept.

## Exactly once

To do: the safety of each write, what it is found by, and what a repeat does.

## How changes are noticed

To do: feeds and webhooks, or that there are none.

## Limits

To do: what the product publishes, with its source.

## Not supported

To do: what the product cannot do, and what was left out.

## Sources

To do: where each claim on this page is documented, and what is a guess until it is tried.
`;
}
