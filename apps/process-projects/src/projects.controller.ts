import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery, ProjectForecast, ProjectPage, ProjectView } from '#contracts';
import { Endpoint } from '#platform';
import { forecastOf, withoutSchedule } from './forecast.js';
import { asVersion1 } from './project-v1.js';
import { ProjectRepository } from './project.repository.js';
import { projectOf } from './projects-v2.controller.js';

/** Version 2 has the contract and the deal apart, and room for more systems than ERP and PSA. */
const leaving = { since: '2026-11-23', sunset: '2027-05-31' };

/** Mobilised projects and the terms agreed for them. */
@ApiTags('projects')
@Controller('v1/projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectRepository) {}

  @Get()
  @Endpoint({
    summary: 'Every mobilised project',
    scope: 'projects.read',
    returns: ProjectPage,
    leaving: { ...leaving, successor: '/v2/projects' },
  })
  async listProjects(@Query() query: PageQuery): Promise<ProjectPage> {
    const { items, nextCursor } = await this.projects.page(query);
    return { items: items.map((project) => asVersion1(projectOf(project))), nextCursor };
  }

  @Get(':code')
  @Endpoint({
    summary: 'One project with its terms',
    scope: 'projects.read',
    returns: ProjectView,
    leaving: { ...leaving, successor: '/v2/projects/{code}' },
  })
  async getProject(@Param('code') code: string): Promise<ProjectView> {
    return asVersion1(projectOf(await this.projects.get(code)));
  }

  @Get(':code/forecast')
  @Endpoint({
    summary: 'What a project is planned to bring: budget by role, planned invoices by month, and the last change',
    scope: 'projects.read',
    returns: ProjectForecast,
  })
  async getForecast(@Param('code') code: string): Promise<ProjectForecast> {
    const { deal, rates, lastChange } = await this.projects.terms(code);
    if (!deal) throw withoutSchedule(code);
    return { project: code, ...forecastOf(code, { deal, rates }), lastChange };
  }
}
