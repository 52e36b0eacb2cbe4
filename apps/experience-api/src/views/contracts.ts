import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import type { ContractList, ContractSummary } from '#contracts';

interface Document {
  info: Record<string, string>;
  /** Of an API. */
  paths?: Record<string, Record<string, unknown>>;
  /** Of events. */
  operations?: Record<string, unknown>;
}

const published = resolve('openapi');

/** The contracts published with this version of the product. */
export function publishedContracts(folder = published): ContractList {
  if (!existsSync(folder)) return { items: [] };
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /v\d+\.yaml$/.test(name));
  return { items: files.sort().map((name) => summaryOf(folder, join(folder, name))) };
}

function summaryOf(folder: string, file: string): ContractSummary {
  const { info, paths, operations = {} } = parse(readFileSync(file, 'utf8')) as Document;
  return {
    path: relative(folder, file).replace(/\.yaml$/, ''),
    title: info.title ?? '',
    version: info.version ?? '',
    owner: info['x-owner'] ?? '',
    lifecycle: info['x-lifecycle'] ?? '',
    audience: info['x-audience'] ?? '',
    operations: paths
      ? Object.values(paths).flatMap((path) => Object.keys(path)).length
      : Object.keys(operations).length,
  };
}
