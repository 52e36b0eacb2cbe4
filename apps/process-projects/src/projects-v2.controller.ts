import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery, Project, ProjectList } from '#contracts';
import { Endpoint } from '#platform';
import { ProjectRepository, type ProjectRow } from './project.repository.js';

/** Mobilised projects, as version 2 tells them. */
@ApiTags('projects')
@Controller('v2/projects')
export class ProjectsV2Controller {
  constructor(@Inject(ProjectRepository) private readonly projects: ProjectRepository) {}

  @Get()
  @Endpoint({ summary: 'Mobilised projects, by code', scope: 'projects.read', returns: ProjectList })
  async listProjects(@Query() query: PageQuery): Promise<ProjectList> {
    const { items, nextCursor } = await this.projects.page(query);
    return { items: items.map(projectOf), nextCursor };
  }

  @Get(':code')
  @Endpoint({ summary: 'One project with its terms', scope: 'projects.read', returns: Project })
  async getProject(@Param('code') code: string): Promise<Project> {
    return projectOf(await this.projects.get(code));
  }
}

/** A registered project as version 2 tells it. */
export const projectOf = (row: ProjectRow): Project => ({
  code: row.code,
  name: row.name,
  status: row.status,
  client: row.client,
  legalEntity: row.legalEntity,
  deal: { id: row.opportunityId, code: row.opportunityCode },
  contract: { number: row.contractNumber, currency: row.currency, taxCode: row.taxCode },
  period: { start: row.startDate, end: row.endDate },
  rates: row.rates,
  references: [
    { domain: 'erp', id: row.erpId },
    { domain: 'psa', id: row.psaId },
  ],
});
