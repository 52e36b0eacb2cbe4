import type { World } from '../../core/simulator.js';
import { type EntitySet, type Property, type Row } from './edm.js';
import { toWire } from './values.js';

/** The version of a row and its record id, as the vendor packs them. */
export const etagOf = (row: Row): string =>
  `W/"${Buffer.from(`'${String(row['#version'])},${String(row['#recId'])}'`).toString('base64')}"`;

/** One row as JSON: every property, or those selected. */
export function present({ properties }: EntitySet, row: Row, select: string[] = []): object {
  const shown = Object.entries(properties).filter(([name]) => select.length === 0 || select.includes(name));
  const values = shown.map(([name, property]) => [name, toWire(property, row[name])]);
  return { '@odata.etag': etagOf(row), ...Object.fromEntries(values) };
}

export const contextOf = (world: World, { name }: EntitySet, select: string[], suffix = ''): string =>
  `${world.origin}/data/$metadata#${name}${select.length > 0 ? `(${select.join(',')})` : ''}${suffix}`;

/** `ProjectsV2(dataAreaId='usmf',ProjectId='000123')`. */
export function addressOf(world: World, { name, keys, properties }: EntitySet, row: Row): string {
  const literals = keys.map((key) => `${key}=${encodeURIComponent(literal(properties[key]!, row, key))}`);
  return `${world.origin}/data/${name}(${literals.join(',')})`;
}

function literal(property: Property, row: Row, key: string): string {
  const value = String(toWire(property, row[key]));
  return property.type === 'String' ? `'${value.replaceAll("'", "''")}'` : value;
}
