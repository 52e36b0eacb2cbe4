import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Json, JsonObject, PublishedContract, PublishedOperation } from './published-contract.js';
import { escaped } from './served-differences.js';

/** A place of a contract that an answer broke; nothing of the answer itself. */
export interface Breach {
  status: number;
  /** JSON pointer into the contract; empty where the contract has no such answer. */
  pointer: string;
  /** Keyword of JSON Schema that was not kept; `status` where the contract has no such answer. */
  rule: string;
  /** What is wrong, e.g. `lacks the required field name`. */
  message: string;
}

/** Holds answers against their contract. What it finds names places in the contract, never a value. */
export class ResponseCheck {
  private readonly schemas = new Ajv2020({ strict: false, verbose: true, validateSchema: false, logger: false });
  private readonly compiled = new Map<string, ValidateFunction | null>();

  constructor(private readonly contracts: PublishedContract[]) {
    formats.default(this.schemas);
    for (const { contract, document } of contracts) this.schemas.addSchema(document, urnOf(contract));
  }

  /** The first thing that is wrong with an answer, as it goes over the wire; null where it keeps its contract. */
  finding(operation: PublishedOperation, status: number, payload: unknown): Breach | null {
    const responses = operation.definition.responses as JsonObject | undefined;
    const key = responses?.[status] ? String(status) : 'default';
    if (!responses?.[key]) return { status, pointer: '', rule: 'status', message: 'is not in the contract' };
    const validate = this.validator(operation, key);
    if (!validate || validate(JSON.parse(JSON.stringify(payload)))) return null;
    const { document } = this.contracts.find(({ contract }) => contract === operation.contract)!;
    return breachOf(status, validate.errors![0]!, document);
  }

  private validator(operation: PublishedOperation, status: string): ValidateFunction | null {
    const { contract, method, path } = operation;
    const place = `${urnOf(contract)}#/paths/${escaped(path)}/${method.toLowerCase()}/responses/${status}/content`;
    const known = this.compiled.get(place);
    if (known !== undefined) return known;
    const { content } = (operation.definition.responses as Record<string, { content?: JsonObject }>)[status]!;
    const type = Object.keys(content ?? {}).find((one) => /^application\/(\w+\+)?json$/.test(one));
    const validate = type
      ? this.schemas.compile({ $ref: `${place}/${escaped(type)}/schema` } as { [key: string]: Json })
      : null;
    this.compiled.set(place, validate);
    return validate;
  }
}

const urnOf = (contract: string): string => `urn:contract:${contract.replaceAll('/', ':')}`;

/** The place in the answer is left out: where keys are data, it would tell them. */
function breachOf(
  status: number,
  { parentSchema, keyword, params, message }: ErrorObject,
  document: JsonObject,
): Breach {
  // The validator counts its path from the schema that was referred to, which says nothing to a reader.
  const pointer = `${pointerTo(parentSchema, document, '#') ?? '#'}/${keyword}`;
  const lacking = keyword === 'required' ? `lacks the required field ${params.missingProperty}` : null;
  return { status, pointer, rule: keyword, message: lacking ?? message ?? 'is not as the contract says' };
}

/** Where a part of a document is, found by being the same object; null where it is no part of it. */
function pointerTo(part: unknown, within: unknown, at: string): string | null {
  if (part === within) return at;
  if (typeof within !== 'object' || within === null) return null;
  for (const [key, value] of Object.entries(within)) {
    const found = pointerTo(part, value, `${at}/${escaped(key)}`);
    if (found !== null) return found;
  }
  return null;
}
