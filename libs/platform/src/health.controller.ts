import { Controller, Get, Inject, Optional } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Failure } from '#kernel';
import { Public } from './auth/endpoint.js';
import type { ContractGuard } from './contract/contract-guard.js';
import { DataSource, rows } from './database.js';

export const DATABASE = Symbol('database');
export const CONTRACT_GUARD = Symbol('contract guard');

/** BullMQ's PostgreSQL backend takes locks by the worker's clock; beyond this drift it would steal live jobs. */
const largestDriftMs = 2_000;

/** Problem details carry no more. */
const mostListed = 200;

/** Whether the process is alive and whether it may be given work. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource | null,
    @Optional() @Inject(CONTRACT_GUARD) private readonly contract: Pick<ContractGuard, 'differences'> | null = null,
  ) {}

  @Get('live')
  @Public('probes carry no token')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  @Public('probes carry no token')
  async ready(): Promise<{ status: string }> {
    this.refuseDifferences();
    if (!this.database) return { status: 'ready' };
    const before = Date.now();
    const [clock] = await rows<{ now: Date }>(this.database, 'select clock_timestamp() as now').catch((cause) => {
      throw new Failure('unavailable', 'the database does not answer', {
        code: 'no-database',
        remedy: 'start PostgreSQL, or check DATABASE_URL',
        cause,
      });
    });
    const drift = Math.abs(clock!.now.getTime() - (before + Date.now()) / 2);
    if (drift > largestDriftMs) {
      throw new Failure('unavailable', `this machine's clock is ${Math.round(drift)} ms off the database's`, {
        code: 'clock-drift',
        remedy: 'synchronise the clocks (NTP)',
      });
    }
    return { status: 'ready' };
  }

  /** What callers were promised and do not get, or get and were never promised. */
  private refuseDifferences(): void {
    const differences = this.contract?.differences ?? [];
    if (differences.length === 0) return;
    throw new Failure('unavailable', `what is served differs from what is published in ${differences.length} places`, {
      code: 'contract-mismatch',
      remedy: 'deploy the openapi/ folder of this release, printed by npm run contracts:print',
      fields: differences.slice(0, mostListed),
    });
  }
}
