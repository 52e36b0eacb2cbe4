import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Failure, type FieldProblem } from '#kernel';
import type { AppConfig } from '../config.js';
import type { AppLogger } from '../logger.js';
import { leavingHeaders, successorOf } from './leaving-headers.js';
import {
  type JsonObject,
  publishedContract,
  type PublishedContract,
  type PublishedOperation,
} from './published-contract.js';
import { UsageCounter, unidentified } from '../usage/usage-counter.js';
import { BreachCounter } from './breach-counter.js';
import { ResponseCheck } from './response-check.js';
import { Sampler } from './sampler.js';
import { servedDifferences } from './served-differences.js';

type Logger = Pick<AppLogger, 'warn'>;

/** Answers of each operation that are checked a minute in production. */
const checkedAMinute = 6;

/** Holds what an app serves against the contracts it is published under. */
export class ContractGuard {
  /** Everything that is served and not published, or the other way round: with any of it the app is not ready. */
  differences: FieldProblem[] = [];
  /** Where answers broke their contract, since it was last taken. */
  readonly breaches = new BreachCounter();
  /** Who uses what, since it was last taken. */
  readonly usage: UsageCounter;

  private readonly contracts: PublishedContract[] = [];
  private readonly operations: Map<string, PublishedOperation>;
  private readonly check: ResponseCheck;
  private readonly sampler = new Sampler(checkedAMinute);

  constructor(
    names: readonly string[],
    private readonly config: Pick<AppConfig, 'contractsDir' | 'contractCheck'>,
    private readonly logger: Logger,
  ) {
    for (const name of names) this.read(name);
    this.operations = new Map(
      this.contracts.flatMap(({ operations }) => operations.map((one) => [routeOf(one.method, one.path), one])),
    );
    this.check = new ResponseCheck(this.contracts);
    this.usage = new UsageCounter(this.contracts);
  }

  /** The operation a request is about; undefined for what is in no contract. */
  operationOf(request: FastifyRequest): PublishedOperation | undefined {
    const { url } = request.routeOptions;
    return url === undefined ? undefined : this.operations.get(`${request.method} ${url}`);
  }

  /** Says on every answer how an operation leaves, refuses what is retired, checks answers, and counts who used what. */
  install(server: FastifyInstance): void {
    server.addHook('onRequest', (request, reply, done) => {
      const leaving = this.operationOf(request)?.leaving;
      if (!leaving) return done();
      const params = (request.params ?? {}) as Record<string, string>;
      void reply.headers(leavingHeaders(leaving, params));
      return leaving.state === 'retired' ? done(gone(request, successorOf(leaving, params))) : done();
    });
    server.addHook('preSerialization', (request, reply, payload, done) => {
      try {
        this.checkAnswer(request, reply, payload);
        done(null, payload);
      } catch (error) {
        done(error as Error);
      }
    });
    server.addHook('onResponse', (request: FastifyRequest & { consumer?: string | null }, reply, done) => {
      const operation = this.operationOf(request);
      // Without a valid token nobody has used anything.
      if (operation && request.consumer !== undefined) {
        const { body, query, consumer } = request;
        this.usage.count({ operation, consumer: consumer ?? unidentified, status: reply.statusCode, body, query });
      }
      done();
    });
  }

  /** Compares once everything is in place; each difference is logged too. */
  compare(served: unknown): void {
    if (this.contracts.length === 0) return;
    const documents = this.contracts.map(({ document }) => document);
    this.differences.push(...servedDifferences(JSON.parse(JSON.stringify(served)) as JsonObject, documents));
    for (const { field, message } of this.differences) this.logger.warn(`contract: ${field} ${message}`);
  }

  private read(name: string): void {
    try {
      this.contracts.push(publishedContract(this.config.contractsDir, name));
    } catch (error) {
      const { message } = Failure.from(error);
      this.differences.push({ field: name, message });
    }
  }

  private checkAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    const operation = this.operationOf(request);
    if (!operation) return;
    const name = `${operation.method} ${operation.path}`;
    const strict = this.config.contractCheck === 'strict';
    if (!strict && !this.sampler.takes(name)) return;
    const breach = this.check.finding(operation, reply.statusCode, payload);
    if (breach === null) return;
    this.breaches.count(operation, breach);
    const told = `${name} answers against its contract: ${breach.status} ${breach.pointer} ${breach.message}`;
    this.logger.warn(`contract: ${told}`);
    if (strict && reply.statusCode < 500) throw new Failure('defect', told);
  }
}

/** As the server writes it: `/v1/projects/:code`. */
const routeOf = (method: string, path: string): string => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;

const gone = (request: FastifyRequest, successor: string): Failure =>
  new Failure('not-found', `${request.method} ${request.routeOptions.url} is retired`, {
    code: 'retired',
    remedy: `use ${successor}`,
  });
