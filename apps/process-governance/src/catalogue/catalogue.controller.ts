import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { EventCatalogue, ExemptionList } from '#contracts';
import { Endpoint, Public } from '#platform';
import type { Linkset } from './api-catalog.js';
import { Catalogue } from './catalogue.js';

/** What there is: APIs, events, and the rules that do not count for a while. */
@ApiTags('catalogue')
@Controller()
export class CatalogueController {
  constructor(@Inject(Catalogue) private readonly catalogue: Catalogue) {}

  @Get('.well-known/api-catalog')
  @Public('RFC 9727: who looks for an API has no token for it yet; names and addresses only')
  @Header('content-type', 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"')
  @Header('link', '</.well-known/api-catalog>; rel="api-catalog"')
  @ApiExcludeEndpoint()
  apiCatalog(): Promise<Linkset> {
    return this.catalogue.apis();
  }

  @Get('v1/event-types')
  @Endpoint({ summary: 'Every kind of event the gateway tells', scope: 'contracts.read', returns: EventCatalogue })
  listEventTypes(): EventCatalogue {
    return this.catalogue.events();
  }

  @Get('v1/exemptions')
  @Endpoint({
    summary: 'Rules that do not count for a contract for a while',
    scope: 'contracts.read',
    returns: ExemptionList,
  })
  listExemptions(): ExemptionList {
    return this.catalogue.exemptions();
  }
}
