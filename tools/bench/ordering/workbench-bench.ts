import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkItem } from '#contracts';
import { newId } from '#kernel';
import {
  type DataSource,
  EstateView,
  loadConfig,
  loadEstate,
  openDatabase,
  type RunningApp,
  startApp,
} from '#platform';
import { ExceptionRepository } from '#workflow';
import { WorkbenchService } from '../../../apps/experience-api/src/views/workbench.service.js';
import { app as billing } from '../../../apps/process-billing/src/app.js';
import { app as processOperations } from '../../../apps/process-operations/src/app.js';
import { startIssuer } from '../../../apps/sandbox/src/issuer/issuer.js';
import { gateway } from '../../estate/gateway.js';
import { issuerOptions } from '../../estate/issuer.js';
import { appEnvironment, estateSettings } from '../../estate/settings.js';
import { estate, type Stopped } from './failures.js';

export interface WorkbenchOptions {
  databaseUrl: string;
  /** A folder for secrets. */
  home: string;
  basePort: number;
}

/** Exceptions of process-billing, listed by process-operations over HTTP and put in order by the workbench itself. */
export class WorkbenchBench {
  private readonly exceptions: ExceptionRepository;

  private constructor(
    private readonly database: DataSource,
    private readonly workbench: WorkbenchService,
    readonly close: () => Promise<void>,
  ) {
    this.exceptions = new ExceptionRepository(database, 'process-billing');
  }

  static async open({ databaseUrl, home, basePort }: WorkbenchOptions): Promise<WorkbenchBench> {
    const estateFile = join(home, 'ordering-estate.yaml');
    writeFileSync(estateFile, estate);
    const settings = estateSettings({
      ESTATE_FILE: estateFile,
      THROUGHLINE_HOME: home,
      BASE_PORT: String(basePort),
      LOG_LEVEL: 'silent',
    });
    const issuer = await startIssuer(issuerOptions(settings));
    const env = appEnvironment(settings, databaseUrl, issuer.url);
    const apps: RunningApp[] = [];
    for (const app of [billing, processOperations]) apps.push(await startApp(app, loadConfig(app.name, env)));
    const { migrations } = billing;
    const database = await openDatabase({ url: databaseUrl, schema: 'process_billing', migrations });
    const { operations } = gateway({ issuer: issuer.url, secretsDir: settings.secretsDir, basePort, env });
    const workbench = new WorkbenchService({
      sources: { operations },
      // Nothing here has evidence, nor a read model that could be late.
      evidence: { told: () => Promise.resolve([]) },
      freshness: { now: () => Promise.resolve({ asOf: new Date().toISOString(), lagSeconds: 0, missing: [] }) },
      estate: new EstateView(loadEstate(estateFile, env)),
    });
    return new WorkbenchBench(database, workbench, async () => {
      await database.destroy();
      for (const app of apps.reverse()) await app.close();
      await issuer.close();
    });
  }

  /** Everything there was is gone; these have stopped, in this order. */
  async stopped(failures: Stopped[]): Promise<void> {
    await this.database.query('truncate exception cascade');
    await this.database.transaction(async (manager) => {
      for (const failure of failures) await this.exceptions.raise(manager, { ...failure, correlationId: newId() });
    });
  }

  /** The workbench as it is at a moment. */
  async list(now: Date): Promise<WorkItem[]> {
    return (await this.workbench.list({}, now)).items;
  }

  async settled(ids: string[]): Promise<void> {
    await this.database.transaction(async (manager) => {
      for (const id of ids)
        await this.exceptions.settle(manager, await this.exceptions.find(id, manager), 'somebody', 'mended');
    });
  }
}
