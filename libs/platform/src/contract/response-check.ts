import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Json, JsonObject, PublishedContract, PublishedOperation } from './published-contract.js';
import { escaped } from './served-differences.js';

/** Holds answers against their contract. What it finds names places in the contract, never a value. */
export class ResponseCheck {
  private readonly schemas = new Ajv2020({ strict: false, allErrors: false, validateSchema: false, logger: false });
  private readonly compiled = new Map<string, ValidateFunction | null>();

  constructor(contracts: PublishedContract[]) {
    formats.default(this.schemas);
    for (const { contract, document } of contracts) this.schemas.addSchema(document, urnOf(contract));
  }

  /** The first thing that is wrong with an answer, as it goes over the wire; null where it keeps its contract. */
  finding(operation: PublishedOperation, status: number, payload: unknown): string | null {
    const responses = operation.definition.responses as JsonObject | undefined;
    const key = responses?.[status] ? String(status) : 'default';
    if (!responses?.[key]) return `answers ${status}, which is not in the contract`;
    const validate = this.validator(operation, key);
    if (!validate || validate(JSON.parse(JSON.stringify(payload)))) return null;
    const { schemaPath, message } = validate.errors![0]!;
    return `${status} ${schemaPath.replace(/^urn:[^#]*/, '')}: ${message}`;
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
