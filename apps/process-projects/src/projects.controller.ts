import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery, ProjectForecast, ProjectPage, ProjectView } from '#contracts';
import { Endpoint } from '#platform';
import { forecastOf, withoutSchedule } from './forecast.js';
import { ProjectRepository } from './project.repository.js';

/** Mobilised projects and the terms agreed for them. */
@ApiTags('projects')
@Controller('v1/projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectRepository) {}

  @Get()
  @Endpoint({ summary: 'Every mobilised project', scope: 'projects.read', returns: ProjectPage })
  listProjects(@Query() query: PageQuery): Promise<ProjectPage> {
    return this.projects.page(query);
  }

  @Get(':code')
  @Endpoint({ summary: 'One project with its terms', scope: 'projects.read', returns: ProjectView })
  getProject(@Param('code') code: string): Promise<ProjectView> {
    return this.projects.get(code);
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
