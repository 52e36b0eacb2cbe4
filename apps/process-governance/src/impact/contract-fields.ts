import type { Use } from '#governance';
import { answeredFields, fieldsOf, sentFields } from '#platform';

type Document = Parameters<typeof sentFields>[0];
type Named = Record<string, Document>;

/** What one operation of a contract has its callers send, and read with each status. */
export interface OperationFields {
  sent: string[];
  /** Status as it is in the contract → fields. */
  read: Record<string, string[]>;
}

/** Where a property of a schema turns up: in what an operation takes, or answers with a status. */
export interface FieldPlace {
  operation: string;
  /** Null for what is sent. */
  status: string | null;
  path: string;
}

/** The fields of every operation, by method and path; of every event, by `SEND` and its type. */
export function contractFields(document: Record<string, unknown>): Map<string, OperationFields> {
  const contract = document as Document;
  const events = eventsOf(contract).map(([operation, payload]): [string, OperationFields] => [
    operation,
    { sent: [], read: { message: fieldsOf(contract, payload).paths } },
  ]);
  const operations = operationsOf(contract).map(([operation, definition]): [string, OperationFields] => [
    operation,
    {
      sent: sentFields(contract, { definition }).paths,
      read: Object.fromEntries(
        statusesOf(definition).map((status) => [status, answeredFields(contract, { definition }, status).paths]),
      ),
    },
  ]);
  return new Map([...operations, ...events]);
}

/** Every field that is sent or read, whatever the status. */
export const knownFields = (operation: OperationFields | undefined): Use['known'] => ({
  sent: operation?.sent ?? [],
  read: Object.values(operation?.read ?? {}).flat(),
});

/** Everywhere a property of `components.schemas` turns up, itself and not only its like. */
export function placesOf(document: Record<string, unknown>, schema: string, field: string): FieldPlace[] {
  const contract = document as Document;
  const schemas = (contract.components as Named | undefined)?.schemas as Named | undefined;
  const property = (schemas?.[schema]?.properties as Named | undefined)?.[field];
  return operationsOf(contract).flatMap(([operation, definition]) => {
    const places = (status: string | null, found: { paths: string[]; schemas: Document[] }): FieldPlace[] =>
      found.paths.flatMap((path, at) => (found.schemas[at] === property ? [{ operation, status, path }] : []));
    return [
      ...places(null, sentFields(contract, { definition })),
      ...statusesOf(definition).flatMap((status) => places(status, answeredFields(contract, { definition }, status))),
    ];
  });
}

const statusesOf = ({ responses }: Document): string[] => Object.keys((responses ?? {}) as object);

const operationsOf = ({ paths }: Document): [string, Document][] =>
  Object.entries((paths ?? {}) as Record<string, Named>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, definition]): [string, Document] => [
      `${method.toUpperCase()} ${path}`,
      definition,
    ]),
  );

/** Of an AsyncAPI document: the payload of each channel's message, found by its reference. */
function eventsOf({ asyncapi, channels, components }: Document): [string, Document][] {
  if (asyncapi === undefined) return [];
  const messages = (components as Named | undefined)?.messages as Named | undefined;
  return Object.values((channels ?? {}) as Named).flatMap((channel) =>
    Object.values((channel.messages ?? {}) as Named).flatMap((message): [string, Document][] => {
      const named = /^#\/components\/messages\/(.+)$/.exec(String(message.$ref ?? ''))?.[1];
      const { payload } = (named === undefined ? message : (messages?.[named] ?? {})) as { payload?: Document };
      return payload ? [[`SEND ${String(channel.address)}`, payload]] : [];
    }),
  );
}
