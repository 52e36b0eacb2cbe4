import { randomBytes } from 'node:crypto';
import type { World } from '../../core/simulator.js';
import { webhookError } from './errors.js';
import { fieldOf, fields } from './fields.js';

/** A webhook somebody registered. */
export interface Webhook {
  id: string;
  name: string;
  url: string;
  format: string;
  events: string[];
  monitorFields: string[];
  postFields: Record<string, string>;
  includeCompanyDomain: boolean;
  /** `YYYY-MM-DD HH:MM:SS`, UTC. */
  created: string;
  lastSent: string | null;
  privateKey: string;
}

export const dateTime = (at: Date): string => at.toISOString().slice(0, 19).replace('T', ' ');

const employeeEvents = ['employee.created', 'employee.updated', 'employee.deleted'];
const companyEvents = ['company.updated', 'company.deleted', 'company-integrations.updated'];

/** An administrator registered the gateway's address on the first day, and corrects it when the gateway moves. */
export function registerGateway(world: World): void {
  const { webhookUrl: url, webhookKey: privateKey } = world.credentials.bamboohr;
  const known = world.store.get<Webhook>('webhook', '1');
  if (known?.url === url && known.privateKey === privateKey) return;
  const id = known?.id ?? String(world.store.next('webhook'));
  world.store.put('webhook', id, {
    id,
    name: 'Integration gateway',
    url,
    format: 'json',
    events: employeeEvents,
    // Pay is nobody's business outside people operations.
    monitorFields: fields.filter(({ alias }) => !/^pay|^lastChanged$/.test(alias)).map(({ alias }) => alias),
    postFields: {},
    includeCompanyDomain: false,
    created: dateTime(world.now()),
    lastSent: null,
    privateKey,
  } satisfies Webhook);
}

export function createWebhook(world: World, sent: Record<string, unknown>): Webhook {
  const settings = checked(sent);
  const webhook: Webhook = {
    ...settings,
    id: String(world.store.next('webhook')),
    created: dateTime(world.now()),
    lastSent: null,
    privateKey: randomBytes(16).toString('hex'),
  };
  world.store.put('webhook', webhook.id, webhook);
  return webhook;
}

/** Replaces everything but the key: what is not sent falls back to its default. */
export function replaceWebhook(world: World, webhook: Webhook, sent: Record<string, unknown>): Webhook {
  const replaced = { ...webhook, ...checked(sent) };
  world.store.put('webhook', webhook.id, replaced);
  return replaced;
}

export function findWebhook(world: World, id: string): Webhook {
  const webhook = world.store.get<Webhook>('webhook', id);
  if (!webhook) throw webhookError(404, `No webhook was found with ID: ${id}.`);
  return webhook;
}

type Settings = Omit<Webhook, 'id' | 'created' | 'lastSent' | 'privateKey'>;

function checked(sent: Record<string, unknown>): Settings {
  const { name, url, format, monitorFields = [], postFields = {}, events, includeCompanyDomain = false } = sent;
  const issues = [
    !isText(name) && 'name is required',
    !(isText(url) && url.startsWith('https://')) && 'url must start with https://',
    !(format === 'json' || format === 'form-encoded') && 'format must be json or form-encoded',
    format === 'form-encoded' && 'format form-encoded is not played by this sandbox',
    !areTexts(monitorFields) && 'monitorFields must be a list of fields',
    !(typeof postFields === 'object' && postFields !== null) && 'postFields must be an object',
    ...eventIssues(events),
    monitorsNothing(events, monitorFields) && 'monitorFields is required for updated events',
  ].filter((issue) => issue !== false);
  if (issues.length > 0) throw webhookError(400, 'Invalid request body', { issues });
  const monitored = monitorFields as string[];
  const unknown = [...monitored, ...Object.keys(postFields as object)].filter((field) => !fieldOf(field));
  if (unknown.length > 0) {
    const unknownFields = unknown.map((field) => ({ id: null, name: field }));
    throw webhookError(403, 'You do not have access to some of the fields', { unknownFields });
  }
  return {
    name: name as string,
    url: url as string,
    format: format as string,
    events: events as string[],
    monitorFields: monitored.map((field) => fieldOf(field)!.alias),
    postFields: postFields as Record<string, string>,
    includeCompanyDomain: includeCompanyDomain === true,
  };
}

function eventIssues(events: unknown): string[] {
  // Without events the vendor falls back to its older field-based ones.
  if (events === undefined) return ['field-based webhooks are not played by this sandbox: name employee events'];
  if (!areTexts(events)) return ['events must be a list of event types'];
  const older = events.filter((event) => event.startsWith('employee_with_fields.'));
  const unknown = events.filter((event) => ![...employeeEvents, ...companyEvents, ...older].includes(event));
  const mixed = older.length > 0 && events.some((event) => employeeEvents.includes(event));
  return [
    ...unknown.map((event) => `unknown event ${event}`),
    ...(mixed ? ['employee_with_fields events cannot be mixed with employee events'] : []),
    ...(older.length > 0 ? ['field-based webhooks are not played by this sandbox: name employee events'] : []),
  ];
}

const monitorsNothing = (events: unknown, monitorFields: unknown): boolean =>
  areTexts(events) && events.includes('employee.updated') && areTexts(monitorFields) && monitorFields.length === 0;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
