import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { scim } from '#connector';
import { Public } from '#platform';
import { CallingClient, type Client, ScimAccess } from './access.js';
import { Provisioning } from './provisioning.js';
import type { UserRow } from './users.repository.js';

type Asked = Record<string, string | undefined>;
const passthrough = { passthrough: true } as const;
const why = 'identity platforms carry a token of their own, which ScimAccess knows';

/** Users, as an identity platform that leads keeps them here (RFC 7644). */
@ApiExcludeController()
@UseGuards(ScimAccess)
@UseFilters(scim.Errors)
@Controller('scim/v2/Users')
export class ScimUsersController {
  constructor(private readonly provisioning: Provisioning) {}

  @Get()
  @Public(why)
  async list(@CallingClient() client: Client, @Query() query: Asked, @Res(passthrough) reply: FastifyReply) {
    const { total, found, startIndex } = await this.provisioning.list(client.instance, query);
    void reply.type(scim.json);
    return scim.listOf(
      found.map((user) => scim.selected(scim.represent(user, client.publicUrl), query)),
      total,
      startIndex,
    );
  }

  @Get(':id')
  @Public(why)
  async get(
    @CallingClient() client: Client,
    @Param('id') id: string,
    @Query() query: Asked,
    @Headers('if-none-match') known: string | undefined,
    @Res(passthrough) reply: FastifyReply,
  ): Promise<scim.Attributes | undefined> {
    const user = await this.provisioning.get(client.instance, id);
    if (known !== undefined && scim.names(known, user)) return void reply.code(304).header('etag', scim.etagOf(user));
    return scim.selected(answered(user, client, reply), query);
  }

  @Post()
  @Public(why)
  async create(@CallingClient() client: Client, @Body() body: unknown, @Res(passthrough) reply: FastifyReply) {
    const user = await this.provisioning.create(client.instance, body);
    return answered(user, client, reply.code(201));
  }

  @Put(':id')
  @Public(why)
  async replace(
    @CallingClient() client: Client,
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: unknown,
    @Res(passthrough) reply: FastifyReply,
  ) {
    const target = { instance: client.instance, id, ifMatch: ifMatch ?? null };
    return answered(await this.provisioning.replace(target, body), client, reply);
  }

  @Patch(':id')
  @Public(why)
  async patch(
    @CallingClient() client: Client,
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: unknown,
    @Res(passthrough) reply: FastifyReply,
  ) {
    const target = { instance: client.instance, id, ifMatch: ifMatch ?? null };
    return answered(await this.provisioning.patch(target, body), client, reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Public(why)
  remove(
    @CallingClient() client: Client,
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    return this.provisioning.remove({ instance: client.instance, id, ifMatch: ifMatch ?? null });
  }
}

function answered(user: UserRow, { publicUrl }: Client, reply: FastifyReply): scim.Attributes {
  void reply.type(scim.json).header('etag', scim.etagOf(user)).header('location', scim.locationOf(publicUrl, user.id));
  return scim.represent(user, publicUrl);
}
