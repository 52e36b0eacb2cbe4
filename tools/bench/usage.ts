import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageCounter } from '#platform';
import { publishedContract } from '../../libs/platform/src/contract/published-contract.js';
import { understood, whole } from '../command-line.js';
import { host } from './usage/host.js';

const { values } = parseArgs(
  understood('npm run bench:usage -- [--requests 2000]', {
    options: {
      requests: { type: 'string', default: '2000' },
    },
  }),
);
const requests = whole('requests', values.requests);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run bench:usage`: what counting the use of an operation costs, beside the request that is counted; CPU time. */
const contract = publishedContract('openapi', 'process/governance/v1');
const operation = contract.operations.find(
  ({ path, method }) => path === '/v1/consumers/{clientId}' && method === 'PUT',
)!;
const body = {
  name: 'Report tool',
  owner: 'controlling',
  contact: 'reports@example.com',
  uses: Array.from({ length: 10 }, (_, at) => ({
    contract: 'process/projects/v1',
    operation: `GET /v1/projects/${at}`,
    sends: ['cursor'],
    reads: ['code', 'name'],
  })),
};

const cpuUs = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

function countingUs(times: number): number {
  const counter = new UsageCounter([contract]);
  const began = cpuUs();
  for (let at = 0; at < times; at += 1)
    counter.count({ operation, consumer: `client-${at % 50}`, status: 200, body, query: {} });
  return (cpuUs() - began) / times;
}

const running = await host(mkdtempSync(join(tmpdir(), 'throughline-bench-')), tell);
try {
  await running.ask(200, body);
  const began = cpuUs();
  await running.ask(requests, body);
  const request = (cpuUs() - began) / requests;
  countingUs(10_000);
  const counting = countingUs(100_000);
  const share = (100 * counting) / request;
  tell(`a request   ${request.toFixed(0)} us of CPU, without its client and PostgreSQL`);
  tell(`counting it ${counting.toFixed(2)} us: ${share.toFixed(2)} %`);
  if (share > 3) process.exitCode = 1;
} finally {
  await running.close();
}
