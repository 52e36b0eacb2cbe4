import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Failure } from '#kernel';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

/** How an operation leaves: what its contract says of it. */
export interface Leaving {
  state: 'deprecated' | 'retired';
  /** Day of the deprecation, YYYY-MM-DD (UTC). */
  since: string;
  /** First day on which it may be gone, YYYY-MM-DD (UTC). */
  sunset: string;
  /** Path that takes its place, with the same placeholders. */
  successor: string;
}

/** An operation as it is published. */
export interface PublishedOperation {
  /** E.g. `process/projects/v1`. */
  contract: string;
  /** Version of the contract. */
  version: string;
  method: string;
  /** With placeholders in braces, e.g. `/v1/projects/{code}`. */
  path: string;
  leaving: Leaving | null;
  definition: JsonObject;
}

/** A contract as it lies in `openapi/`. */
export interface PublishedContract {
  contract: string;
  version: string;
  document: JsonObject;
  operations: PublishedOperation[];
}

const read = new Map<string, PublishedContract>();

/** Reads a contract from `openapi/<contract>.yaml`, once a process; `rejected` where there is none. */
export function publishedContract(contractsDir: string, contract: string): PublishedContract {
  const file = join(contractsDir, `${contract}.yaml`);
  const known = read.get(file);
  if (known) return known;
  // A fifth of what the reader with positions takes, at every start of every app.
  const document = load(textOf(file, contract)) as JsonObject;
  const version = String((document.info as JsonObject).version);
  const published = { contract, version, document, operations: operationsOf(contract, version, document) };
  read.set(file, published);
  return published;
}

function textOf(file: string, contract: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Failure('rejected', `${contract} is not published: ${file} cannot be read`, {
      code: 'no-contract',
      remedy: 'run npm run contracts:print, or point CONTRACTS_DIR at the folder openapi/ of this release',
      cause,
    });
  }
}

const methods = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options']);

function operationsOf(contract: string, version: string, { paths }: JsonObject): PublishedOperation[] {
  return Object.entries((paths ?? {}) as Record<string, JsonObject>).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.has(method))
      .map(([method, definition]) => ({
        contract,
        version,
        method: method.toUpperCase(),
        path,
        leaving: leavingOf(definition as JsonObject),
        definition: definition as JsonObject,
      })),
  );
}

function leavingOf(definition: JsonObject): Leaving | null {
  if (definition.deprecated !== true) return null;
  const text = (name: string): string => String(definition[name] ?? '');
  return {
    state: definition['x-lifecycle'] === 'retired' ? 'retired' : 'deprecated',
    since: text('x-deprecated-since'),
    sunset: text('x-sunset'),
    successor: text('x-successor'),
  };
}
