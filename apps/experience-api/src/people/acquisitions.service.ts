import { Injectable } from '@nestjs/common';
import type {
  AcquisitionDetail,
  AcquisitionMapping,
  AcquisitionOverview,
  MappingDecision,
  MappingPath,
  MappingTableList,
} from '#contracts';
import type { Caller, EstateView } from '#platform';
import { Parts, type Sources } from '../sources.js';

/** People of acquired firms on their way, and what values mean with us. */
@Injectable()
export class AcquisitionsService {
  constructor(
    private readonly sources: Pick<Sources, 'workforce'>,
    private readonly estate: EstateView,
  ) {}

  async list(): Promise<AcquisitionOverview> {
    const answers = new Parts();
    const none = { items: [] };
    const { items } = await answers.get('process-workforce', () => this.sources.workforce.listAcquisitions({}), none);
    return { items, missing: answers.missing };
  }

  async get(id: string): Promise<AcquisitionDetail> {
    const [acquisition, { items }] = await Promise.all([
      this.sources.workforce.getAcquisition({ id }),
      this.sources.workforce.listAcquisitionMappings({ id }),
    ]);
    return { acquisition, mappings: items };
  }

  decide(path: MappingPath, key: string, body: MappingDecision, caller: Caller): Promise<AcquisitionMapping> {
    return this.sources.workforce.decideAcquisitionMapping({ ...path, key, actingFor: caller, body });
  }

  tables(): MappingTableList {
    const tables = Object.entries(this.estate.estate.mappings);
    return {
      items: tables.map(([name, rows]) => ({ name, rows: Object.entries(rows).map(([from, to]) => ({ from, to })) })),
    };
  }
}
