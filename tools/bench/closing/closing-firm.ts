import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Estate } from '#platform';
import type { Firm } from '../../../apps/sandbox/src/firm/firm.js';

/** Calls the ERP account of the bench admits at once; the smallest real one admits 5. */
export const erpConcurrency = 16;

/**
 * The example firm, with an ERP account that admits so many calls at once: answers its folder. The PSA is asked for changes
 * as seldom as by the product's own default, unless it is said how often.
 */
export function closingFirm(home: string, concurrency = erpConcurrency, pollEvery?: string): string {
  const folder = join(home, 'firm');
  cpSync(resolve('examples/meridian-consulting'), folder, { recursive: true });
  const file = join(folder, 'estate.yaml');
  const estate = parse(readFileSync(file, 'utf8')) as Estate;
  const erp = estate.instances.find(({ platform }) => platform === 'netsuite')!;
  erp.limits = { concurrency };
  const psa = estate.instances.find(({ platform }) => platform === 'kantata')!;
  if (pollEvery) psa.pollEvery = pollEvery;
  else delete psa.pollEvery;
  writeFileSync(file, stringify(estate));
  return folder;
}

/** One piece of work somebody recorded, as the PSA's screen takes it. */
export interface Work {
  projectRef: string;
  email: string;
  date: string;
  minutes: number;
  roleName: string;
  billable: true;
  notes: string;
}

/** Work of the people on the firm's projects, evenly spread over the working days of a month. */
export function* workOf(firm: Firm, projects: Record<string, string>, entries: number): Generator<Work> {
  const places = firm.staffing.filter(({ opportunity }) => projects[opportunity]);
  for (let number = 0; number < entries; number += 1) {
    const place = places[number % places.length]!;
    yield {
      projectRef: projects[place.opportunity]!,
      email: firm.workers.find((worker) => worker.number === place.worker)!.email,
      date: workingDays[Math.floor(number / places.length) % workingDays.length]!,
      minutes: 15 * (1 + (number % 8)),
      roleName: firm.roles.find(({ code }) => code === place.role)!.name,
      billable: true,
      notes: `Piece ${number}`,
    };
  }
}

/** October 2026 begins on a Thursday. */
const workingDays = Array.from({ length: 31 }, (_day, at) => at + 1)
  .filter((day) => ![3, 4].includes(day % 7))
  .map((day) => `2026-10-${String(day).padStart(2, '0')}`);
