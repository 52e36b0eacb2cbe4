/** A parameter of an operation, as the contract has it. */
export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description: string;
  type: string;
  /** The words it may be; null where it is not a closed list. */
  values: string[] | null;
}

/** An operation that reads, and can be tried. */
export interface Operation {
  id: string;
  path: string;
  summary: string;
  scope: string;
  parameters: Parameter[];
}

/** As much of a contract as is looked at. */
export interface Document {
  paths: Record<string, { get?: Definition }>;
}

interface Definition {
  operationId: string;
  summary?: string;
  'x-scope'?: string;
  parameters?: {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema?: { type?: string; enum?: string[] };
  }[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}

/** The operations of a contract that read and answer with JSON, by path; a stream is nothing to try in a form. */
export function readOperations({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get || !get.responses['200']?.content?.['application/json']) return [];
    const parameters = (get.parameters ?? [])
      .filter((one) => one.in === 'path' || one.in === 'query')
      .map((one): Parameter => ({
        name: one.name,
        in: one.in as Parameter['in'],
        required: one.required ?? false,
        description: one.description ?? '',
        type: one.schema?.type ?? 'string',
        values: one.schema?.enum ?? null,
      }));
    return { id: get.operationId, path, summary: get.summary ?? '', scope: get['x-scope'] ?? '', parameters };
  });
}
