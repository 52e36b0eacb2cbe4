import { Api } from './api.js';
import { asyncApi } from './asyncapi.js';
import { isRecord } from './json.js';
import { openApi } from './openapi.js';
import { swagger } from './swagger.js';
import { Unreadable } from '../read/unreadable.js';

/** A parsed document as an Api, by what it says it is written in. */
export function contractOf(document: unknown, name: string): Api {
  if (!isRecord(document))
    throw new Unreadable(name, [{ message: 'is not an object: a contract begins with openapi or asyncapi' }]);
  if (String(document.openapi).startsWith('3.')) return openApi(document);
  if (String(document.swagger).startsWith('2.')) return openApi(swagger(document));
  if (String(document.asyncapi).startsWith('3.')) return asyncApi(document);
  throw new Unreadable(name, [
    { message: 'says neither openapi: 3.x, swagger: 2.0 nor asyncapi: 3.x; convert it, or name another file' },
  ]);
}
