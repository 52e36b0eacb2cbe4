import type { FastifyReply, FastifyRequest } from 'fastify';
import { BambooError } from './errors.js';

/** JSON only where it was asked for; XML otherwise, as the vendor does. */
export function answer(request: FastifyRequest, reply: FastifyReply, root: string, value: object): FastifyReply {
  if ((request.headers.accept ?? '').includes('application/json')) {
    return reply.type('application/json').send(JSON.stringify(value));
  }
  return reply.type('text/xml').send(`<?xml version="1.0"?>\n${xml(root, value)}`);
}

/** The values a caller sent for fields; programs that send a form or XML are turned away. */
export function sentFields(request: FastifyRequest): Record<string, unknown> {
  if (!(request.headers['content-type'] ?? '').includes('application/json')) {
    throw new BambooError(415, 'Unsupported content type');
  }
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new BambooError(400, 'Malformed JSON');
  return body as Record<string, unknown>;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Members become `field` elements that carry their name, items of a list `row` elements. */
function xml(tag: string, value: unknown, name?: string): string {
  const opening = name === undefined ? tag : `${tag} id="${escaped(name)}"`;
  return `<${opening}>${content(value)}</${tag}>`;
}

function content(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => xml('row', item)).join('');
  if (value && typeof value === 'object') {
    return Object.entries(value)
      .map(([key, member]) => xml('field', member, key))
      .join('');
  }
  return escaped(String(value ?? ''));
}
