import { format, resolveConfig } from 'prettier';
import type { Connector, DomainOperations, Read, Unsupported, Write } from '#connector';
import { connectors } from './connectors.js';

type Operation = Read<unknown, unknown> | Write<unknown, unknown> | Unsupported;

const path = 'docs/platforms.md';

const beginning = `# What each platform can do

Printed from the connectors by \`npm run contracts:print\`; do not edit. A question is asked as often as one likes. A change
says how it is made to happen once: [the strategies](integrator.md), [why](adr/0005-effects.md). What a platform cannot do
is answered with 501 and the reason below. Every promise behind this table is held against every platform by
\`test/conformance\`.
`;

/** The page that shows platforms side by side, by domain contract. */
export async function platformMatrix(): Promise<[path: string, page: string]> {
  const served = [...new Set(connectors.flatMap(({ domains }) => Object.keys(domains)))].sort();
  const page = [beginning, ...served.map((domain) => section(domain as keyof DomainOperations))].join('\n');
  return [path, await format(page, { ...(await resolveConfig(path)), parser: 'markdown' })];
}

function section(domain: keyof DomainOperations): string {
  const platforms = connectors.filter(({ domains }) => domains[domain]);
  const names = Object.keys(platforms[0]!.domains[domain]!);
  const rows = names.map((name) => [
    `\`${name}\``,
    ...platforms.map((platform) => cell(operationOf(platform, domain, name))),
  ]);
  const head = ['Operation', ...platforms.map(({ title }) => title)];
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [`## ${domain}`, '', ...table, '', ...reasons(platforms, domain, names), ''].join('\n');
}

const operationOf = ({ domains }: Connector, domain: keyof DomainOperations, name: string): Operation =>
  (domains[domain] as unknown as Record<string, Operation>)[name]!;

function cell(operation: Operation): string {
  if (operation.kind === 'read') return 'question';
  return operation.kind === 'write' ? operation.safety.strategy : 'no';
}

const reasons = (platforms: Connector[], domain: keyof DomainOperations, names: string[]): string[] =>
  platforms.flatMap((platform) =>
    names.flatMap((name) => {
      const operation = operationOf(platform, domain, name);
      return operation.kind === 'unsupported' ? [`- ${platform.title}, \`${name}\`: ${operation.reason}`] : [];
    }),
  );
