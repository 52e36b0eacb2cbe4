import { Injectable } from '@nestjs/common';
import type { Assignment, CaseDetail, CaseList, CaseQuery, CaseView, Resolution } from '#contracts';
import { type Caller, type EstateView, lateness } from '#platform';
import type { FreshnessRepository } from '../readmodels/freshness.repository.js';
import { Parts, type Sources } from '../sources.js';
import type { EvidenceService } from './evidence.service.js';

export interface CasesParts {
  sources: Pick<Sources, 'operations'>;
  evidence: EvidenceService;
  estate: EstateView;
  freshness: FreshnessRepository;
}

/** Cases as people work on them: everything about one on a page, and what they decide passed on in their name. */
@Injectable()
export class CasesService {
  constructor(private readonly parts: CasesParts) {}

  list(query: CaseQuery): Promise<CaseList> {
    return this.parts.sources.operations.listCases(query);
  }

  async get(app: string, id: string, now = new Date()): Promise<CaseDetail> {
    const { sources, evidence, estate, freshness } = this.parts;
    const one = await sources.operations.getCase({ app, id });
    const answers = new Parts();
    const [seen, audit, fresh] = await Promise.all([
      evidence.of(one, answers),
      answers.get('audit log', () => sources.operations.listCaseAudit({ app, id }), { items: [] }),
      freshness.now(),
    ]);
    const missing = [...fresh.missing, ...answers.missing];
    return { case: one, ...lateness(one, estate, now), ...seen, audit: audit.items, ...fresh, missing };
  }

  resolve(app: string, id: string, key: string, body: Resolution, actingFor: Caller): Promise<CaseView> {
    return this.parts.sources.operations.resolveCase({ app, id, key, actingFor, body });
  }

  assign(app: string, id: string, key: string, body: Assignment, actingFor: Caller): Promise<CaseView> {
    return this.parts.sources.operations.assignCase({ app, id, key, actingFor, body });
  }

  note(app: string, id: string, key: string, text: string, actingFor: Caller): Promise<CaseView> {
    return this.parts.sources.operations.noteCase({ app, id, key, actingFor, body: { text } });
  }
}
