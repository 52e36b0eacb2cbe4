import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { stringify } from 'yaml';
import type { Published } from './documents.js';
import { lasting } from './lasting.js';

const header = '// Generated from openapi/ by `npm run contracts:print`; do not edit.\n';

/** Every file a set of contracts stands for: the specification and, where we serve it, the typed client's half of each. */
export async function filesOf(contracts: Published[]): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const names: string[] = [];
  for (const { path, document, byOthers } of contracts) {
    files.set(`openapi/${path}.yaml`, specification(document));
    if (byOthers) continue;
    const name = clientName(path);
    names.push(name);
    files.set(`libs/contracts/src/generated/${name}.ts`, await clientSource(lasting(document)));
  }
  const index = names.sort().map((name) => `export * as ${name} from './${name}.js';`);
  files.set('libs/contracts/src/generated/index.ts', `${header}${index.join('\n')}\n`);
  return files;
}

/** A contract as it is committed. */
export const specification = (document: object): string =>
  stringify(document, { lineWidth: 110, aliasDuplicateObjects: false });

/** `system/erp/v1` → `erpV1`. */
const clientName = (path: string): string => {
  const [, api, version] = path.split('/');
  return `${api}${version!.replace('v', 'V')}`;
};

async function clientSource(document: Published['document']): Promise<string> {
  const types = astToString(await openapiTypes(document as never, { alphabetize: true, exportType: false }));
  const routes = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const { operationId } = operation as { operationId: string };
      return `  ${operationId}: ['${method.toUpperCase()}', '${path}'],`;
    }),
  );
  const table = `/** operationId → method and path. */\nexport const routes = {\n${routes.sort().join('\n')}\n} as const;\n`;
  return `${header}/* oxlint-disable */\n${types}\n${table}`;
}

/** Writes what differs; answers the names of the files that did. */
export async function update(files: Map<string, string>, root: string, check: boolean): Promise<string[]> {
  const changed: string[] = [];
  for (const [name, content] of files) {
    const file = join(root, name);
    const before = await readFile(file, 'utf8').catch(() => null);
    if (before === content) continue;
    changed.push(name);
    if (check) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return changed;
}
