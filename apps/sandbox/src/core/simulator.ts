import type { ServerOptions } from 'node:https';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Firm } from '../firm/firm.js';
import type { Identity } from './certificates.js';
import type { Screens } from './screens.js';
import type { LedgerEntry, Store } from './store.js';

/** What a simulated product needs from its surroundings. */
export interface World {
  store: Store;
  /** Where this product answers, e.g. `http://127.0.0.1:4651`. */
  origin: string;
  now: () => Date;
  /** The credentials the product's administrator issued to the gateway. */
  credentials: Credentials;
  /** Writes to the ledger what a caller changed, with the correlation and effect ids of the request. */
  ledger: (request: FastifyRequest, entry: Omit<LedgerEntry, 'by' | 'correlationId' | 'effectId'>) => void;
}

/** Made once per installation and kept in the secrets folder; connectors get the other half. */
export interface Credentials {
  salesforce: { clientId: string; username: string; publicKey: string };
  netsuite: { account: string; clientId: string; certificateId: string; publicKey: string };
  bamboohr: { apiKey: string; webhookKey: string; webhookUrl: string };
  kantata: { token: string };
  scim: { token: string };
  s4hana: { user: string; password: string };
  workday: {
    tenant: string;
    username: string;
    password: string;
    clientId: string;
    clientSecret: string;
    refreshToken: string;
  };
  float: { token: string };
  certinia: { clientId: string; username: string; publicKey: string };
  /** `authority` signed the gateway's client certificate and signs the product's own. */
  adp: { clientId: string; clientSecret: string; authority: Identity };
  /** One application, and the one provisioning job it may upload to. */
  entra: { tenantId: string; clientId: string; clientSecret: string; servicePrincipalId: string; jobId: string };
  dynamics365: { tenant: string; clientId: string; clientSecret: string };
}

/** What somebody does in the product's own screens, as opposed to through its API. Plain JSON in and out. */
export type Action = (world: World, input: never) => unknown;

export interface Simulator<Name extends string = keyof Credentials> {
  name: Name;
  /** What it shows and demands as a TLS server of these names; without it the product answers in plain HTTP. */
  tls?(credentials: Credentials, hosts: string[]): ServerOptions;
  /** Registers the vendor's wire protocol. Handlers change the store synchronously. */
  routes(app: FastifyInstance, world: World): void;
  /** Fills an empty product with what the firm already has in it. */
  seed(firm: Firm, world: World): void;
  actions: Record<string, Action>;
  /** Lets callers ask more often than the product would: the firm does a month's work within minutes. */
  hurry?(world: World): void;
  /** The domains whose screens it has: the actions of those are among its own. */
  domains?: readonly (keyof Screens)[];
  /** Starts what runs beside requests, e.g. webhook delivery; returns how to stop it. */
  start?(world: World): () => Promise<void>;
}
