import type { Operation, Parameter } from './operations.js';

/** An operation with what somebody filled in, by parameter; what is empty is left out. */
export interface Request {
  operation: Operation;
  values: Readonly<Record<string, string>>;
}

export const languages = ['curl', 'TypeScript', 'Python'] as const;
export type Language = (typeof languages)[number];

/** Path and query as they are sent. */
export function addressOf({ operation, values }: Request): string {
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const query = new URLSearchParams(filled(operation, values, 'query').map(({ name }) => [name, values[name]!]));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The request as code to take along. The token is never in it: it is read from the environment. */
export const sampleOf = (language: Language, request: Request, baseUrl: string): string =>
  ({ curl, TypeScript: typescript, Python: python })[language](request, baseUrl);

const curl = (request: Request, baseUrl: string): string =>
  `curl -sS -H "Authorization: Bearer $TOKEN" \\\n  '${`${baseUrl}${addressOf(request)}`.replaceAll("'", String.raw`'\''`)}'\n`;

function typescript({ operation, values }: Request, baseUrl: string): string {
  const group = (place: Parameter['in']): string[] => {
    const fields = filled(operation, values, place).map(
      (one) => `${keyOf(one.name)}: ${literal(one, values[one.name]!)}`,
    );
    return fields.length > 0 ? [`${place}: { ${fields.join(', ')} }`] : [];
  };
  const groups = [...group('path'), ...group('query')];
  const params = groups.length > 0 ? `, {\n  params: { ${groups.join(', ')} },\n}` : '';
  return [
    '// npx openapi-typescript openapi/experience/portal/v1.yaml -o throughline.d.ts',
    "import createClient from 'openapi-fetch';",
    "import type { paths } from './throughline.js';",
    '',
    'const headers = { authorization: `Bearer ${process.env.TOKEN}` };',
    `const api = createClient<paths>({ baseUrl: ${JSON.stringify(baseUrl)}, headers });`,
    `const { data, error } = await api.GET(${JSON.stringify(operation.path)}${params});`,
    'console.log(error ?? data);',
    '',
  ].join('\n');
}

const python = (request: Request, baseUrl: string): string =>
  [
    'import json, os, urllib.request',
    '',
    'request = urllib.request.Request(',
    `    ${JSON.stringify(`${baseUrl}${addressOf(request)}`)},`,
    '    headers={"Authorization": "Bearer " + os.environ["TOKEN"]},',
    ')',
    'with urllib.request.urlopen(request) as answer:',
    '    print(json.dumps(json.load(answer), indent=2))',
    '',
  ].join('\n');

const filled = ({ parameters }: Operation, values: Request['values'], place: Parameter['in']): Parameter[] =>
  parameters.filter((one) => one.in === place && (values[one.name] ?? '') !== '');

const keyOf = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));

/** A number only where the contract asks for one and it is one. */
const literal = ({ type }: Parameter, value: string): string =>
  /^(integer|number)$/.test(type) && /^-?\d+(\.\d+)?$/.test(value) ? value : JSON.stringify(value);
