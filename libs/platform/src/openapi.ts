import 'reflect-metadata';
import type { INestApplication, Provider, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Audience } from './auth/endpoint.js';

/** How an API is published. */
export interface ApiFacts {
  title: string;
  description: string;
  /** Semantic version of the contract. */
  version: string;
  /** Versions of the majors served beside it, e.g. `2.0.0`; the routes of major 2 begin with `/v2/`. */
  later?: readonly string[];
  owner: string;
  audience: Audience;
}

/** What each layer promises its callers, in the month. */
const promises: Record<Audience, { availability: string; latency: string }> = {
  system: {
    availability: '99.5 %, the vendor away or not',
    latency: '95 % of reads answered in 250 ms beside the vendor',
  },
  process: { availability: '99.9 %', latency: '95 % answered in 300 ms' },
  experience: { availability: '99.9 %', latency: '95 % answered in 1 s' },
};

/** The longest value of a parameter in a path; a longer one finds no route. */
export const longestParameter = 120;

/** What stands in a path, by the name it has in every contract. */
const pathParameters: Record<string, string> = {
  clientId: 'Client id of a consumer at the issuer',
  api: 'API of a contract, e.g. `projects`',
  app: 'Process app that has the record',
  assignment: 'Reference of the assignment',
  code: 'Code of the record',
  id: 'Id of the record',
  instance: 'Platform instance, as the estate file names it',
  kind: 'Kind of what is mapped',
  layer: 'Layer of a contract, e.g. `process`',
  legalEntity: 'Legal entity, as the estate file names it',
  line: 'Id of the line',
  major: 'Major of a contract, e.g. `v1`',
  number: 'Worker number',
  project: 'Code or reference of the project',
  range: 'Two versions with two dots between, e.g. `1.0.0..1.1.0`',
  reference: 'Reference that we gave the record',
};

/** The OpenAPI 3.1 document of an app's routes, in an order that does not depend on the code's. */
export function describeApi(app: INestApplication, facts: ApiFacts, extraModels: Type[] = []): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setTitle(facts.title)
    .setDescription(facts.description)
    .setVersion(facts.version)
    .setOpenAPIVersion('3.1.0')
    .addOAuth2({ type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/token', scopes: {} } } }, 'oauth2')
    .addExtension('x-owner', facts.owner, 'info')
    .addExtension('x-lifecycle', 'published', 'info')
    .addExtension('x-audience', facts.audience, 'info')
    .addExtension('x-slo', promises[facts.audience], 'info')
    .build();
  const document = SwaggerModule.createDocument(app, frame, {
    operationIdFactory: (_controller, method) => method,
    extraModels,
  });
  declareScopes(document);
  describeParameters(document);
  return sorted(toOpenApi31(document)) as OpenAPIObject;
}

/** A document for each major an app serves, by the name of the major, e.g. `v2`. */
export function byMajor(document: OpenAPIObject, { version, later }: ApiFacts): Map<string, OpenAPIObject> {
  if (!later) return new Map([[majorOf(version), document]]);
  return new Map([version, ...later].map((one) => [majorOf(one), ofMajor(document, one)]));
}

const majorOf = (version: string): string => `v${version.split('.')[0]}`;

function ofMajor(document: OpenAPIObject, version: string): OpenAPIObject {
  const own = Object.entries(document.paths).filter(([path]) => path.startsWith(`/${majorOf(version)}/`));
  const paths = Object.fromEntries(own);
  const all = document.components?.schemas ?? {};
  const used = new Set<string>();
  const follow = (node: unknown): void => {
    for (const [, name] of JSON.stringify(node).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name!)) continue;
      used.add(name!);
      follow(all[name!]);
    }
  };
  follow(paths);
  const schemas = Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
  const part = structuredClone({
    ...document,
    info: { ...document.info, version },
    paths,
    components: { ...document.components, schemas },
  });
  declareScopes(part);
  return sorted(part) as OpenAPIObject;
}

/** Lists each scope the operations use in the security scheme. */
function declareScopes(document: OpenAPIObject): void {
  const scopes: Record<string, string> = {};
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as { 'x-scope'?: string }[]) {
      const scope = operation['x-scope'];
      if (scope) scopes[scope] = `Call operations that need ${scope}`;
    }
  }
  const scheme = document.components?.securitySchemes?.oauth2 as { flows: { clientCredentials: { scopes: object } } };
  scheme.flows.clientCredentials.scopes = scopes;
}

/** Nest knows the name of what stands in a path, and no more. */
function describeParameters(document: OpenAPIObject): void {
  const operations = Object.values(document.paths).flatMap(
    (path) => Object.values(path) as { parameters?: Parameter[] }[],
  );
  for (const parameter of operations.flatMap(({ parameters = [] }) => parameters)) {
    if (parameter.in !== 'path') continue;
    const known = pathParameters[parameter.name];
    if (known) parameter.description ??= known;
    parameter.schema = { minLength: 1, maxLength: longestParameter, ...parameter.schema };
  }
}

interface Parameter {
  name: string;
  in: string;
  description?: string;
  schema?: object;
}

/** OpenAPI 3.1 spells "may be null" in the type; the generator still writes 3.0's `nullable`. */
function toOpenApi31(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toOpenApi31);
  if (!node || typeof node !== 'object') return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, toOpenApi31(value)]),
  ) as Record<string, unknown>;
  if (nullable !== true) return nullable === undefined ? rest : { nullable, ...rest };
  if (Array.isArray(rest.allOf)) {
    const { allOf, type: _type, ...others } = rest;
    return { ...others, anyOf: [...(allOf as unknown[]), { type: 'null' }] };
  }
  if (typeof rest.type === 'string') {
    const withNull = Array.isArray(rest.enum) ? { enum: [...(rest.enum as unknown[]), null] } : {};
    return { ...rest, ...withNull, type: [rest.type, 'null'] };
  }
  return rest;
}

const keepOrder = new Set(['required', 'enum', 'parameters', 'tags', 'anyOf', 'allOf', 'oneOf', 'type']);

function sorted(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(sorted);
  if (!node || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, keepOrder.has(key) && Array.isArray(value) ? value.map(sorted) : sorted(value)]),
  );
}

class ContractModule {}

/** The OpenAPI document of some controllers, and of more classes besides, without starting an app: what they would be given is left empty. */
export async function describeControllers(
  controllers: Type[],
  facts: ApiFacts,
  extraModels: Type[] = [],
): Promise<OpenAPIObject> {
  const module = { module: ContractModule, controllers, providers: controllers.flatMap(emptyDependencies) };
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  return describeApi(app, facts, extraModels);
}

function emptyDependencies(controller: Type): Provider[] {
  const byType = (Reflect.getMetadata('design:paramtypes', controller) ?? []) as unknown[];
  const byToken = (Reflect.getMetadata('self:paramtypes', controller) ?? []) as { index: number; param: unknown }[];
  return byType.map((type, index) => ({
    provide: (byToken.find((token) => token.index === index)?.param ?? type) as Type,
    useValue: {},
  }));
}
