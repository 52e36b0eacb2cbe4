import { Controller, Get, Header, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { scim } from '#connector';
import { Public } from '#platform';
import { CallingClient, type Client, ScimAccess } from './access.js';

const why = 'identity platforms carry a token of their own, which ScimAccess knows';

/** What this service provider can do (RFC 7644, 4). */
@ApiExcludeController()
@UseGuards(ScimAccess)
@UseFilters(scim.Errors)
@Controller('scim/v2')
export class ScimDiscoveryController {
  @Get('ServiceProviderConfig')
  @Public(why)
  @Header('content-type', scim.json)
  config(@CallingClient() { publicUrl }: Client): scim.Attributes {
    return scim.serviceProviderConfig(publicUrl);
  }

  @Get('ResourceTypes')
  @Public(why)
  @Header('content-type', scim.json)
  resourceTypes(@CallingClient() { publicUrl }: Client): scim.Attributes {
    return scim.resourceTypes(publicUrl);
  }

  @Get('Schemas')
  @Public(why)
  @Header('content-type', scim.json)
  schemas(@CallingClient() { publicUrl }: Client): scim.Attributes {
    return scim.announcedSchemas(publicUrl);
  }
}
