import { events, type EventType } from '#contracts';
import { describeControllers } from '#platform';

type Part = Record<string, unknown>;

const facts = {
  title: 'Events',
  description:
    'What happened, told once to everybody who listens. CloudEvents 1.0.2; events of one subject come in order, and one that comes again has the id it had.',
  version: '1.3.0',
  owner: 'integration-platform',
  audience: 'process' as const,
};

const text = (description: string, more: Part = {}): Part => ({ type: 'string', maxLength: 300, description, ...more });

/** What every event has around its data. */
const envelope: Part = {
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'correlationid', 'data'],
  properties: {
    specversion: { const: '1.0', description: 'Version of CloudEvents' },
    id: text('Unique within its source'),
    source: text('Who reported it: `/instances/<name>` of a platform, or `/apps/<name>` of ours'),
    type: text('Kind of event and its version'),
    subject: text('What it is about; events of one subject are in order'),
    time: text('When it happened', { format: 'date-time' }),
    correlationid: text('Follows the work through every system'),
    datacontenttype: { const: 'application/json', description: 'How the data is written' },
  },
};

/** The AsyncAPI 3 document of the event catalogue: a channel and a message for each type, made of the classes events are checked by. */
export async function eventContract(): Promise<Part> {
  const types = Object.values(events) as EventType[];
  const described = await describeControllers([], facts, [...new Set(types.map(({ data }) => data))]);
  const schemas = { Envelope: envelope, ...(described.components?.schemas as Part) };
  return {
    asyncapi: '3.0.0',
    info: described.info,
    defaultContentType: 'application/cloudevents+json',
    channels: byName(types, ({ type }) => ({
      address: type,
      messages: { event: { $ref: `#/components/messages/${nameOf(type)}` } },
    })),
    operations: byName(types, ({ type, description }) => ({
      action: 'send',
      summary: description,
      channel: { $ref: `#/channels/${nameOf(type)}` },
    })),
    components: { messages: byName(types, messageOf), schemas },
  };
}

const messageOf = ({ type, data, description }: EventType): Part => ({
  name: type,
  summary: description,
  contentType: 'application/cloudevents+json',
  payload: {
    allOf: [
      { $ref: '#/components/schemas/Envelope' },
      {
        type: 'object',
        properties: { type: { const: type }, data: { $ref: `#/components/schemas/${data.name}` } },
      },
    ],
  },
});

/** `com.throughline.project.activated.v1` → `project.activated.v1`. */
const nameOf = (type: string): string => type.replace('com.throughline.', '');

const byName = (types: EventType[], part: (type: EventType) => Part): Part =>
  Object.fromEntries(
    [...types].sort((one, other) => (one.type < other.type ? -1 : 1)).map((type) => [nameOf(type.type), part(type)]),
  );
