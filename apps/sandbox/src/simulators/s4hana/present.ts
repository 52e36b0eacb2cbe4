import type { World } from '../../core/simulator.js';
import { type EntitySet, type Navigation, type Row } from './edm.js';
import type { View } from './query-options.js';
import { addressOf, related, type Service } from './service.js';
import { toWire } from './wire-values.js';

/** `A_CostCenter(ControllingArea='A000',…)`, with a key's only property left unnamed. */
export function uriOf(world: World, service: Service, set: EntitySet, row: Row): string {
  const literals = set.keys.map((key) => {
    const value = encodeURIComponent(String(row[key]).replaceAll("'", "''"));
    const { type } = set.properties[key]!;
    const literal = type === 'Guid' ? `guid'${value}'` : type === 'DateTime' ? `datetime'${value}'` : `'${value}'`;
    return set.keys.length === 1 ? literal : `${key}=${literal}`;
  });
  return `${addressOf(world, service)}/${set.name}(${literals.join(',')})`;
}

export function etagOf({ etag, properties }: EntitySet, row: Row): string | undefined {
  if (!etag) return undefined;
  const value = String(row[etag]);
  return properties[etag]!.type === 'String' ? `W/"'${value}'"` : `W/"datetimeoffset'${encodeURIComponent(value)}'"`;
}

/** One entity as JSON: every property, with links to what was not asked to be shown. */
export function present(world: World, service: Service, set: EntitySet, row: Row, view: View): object {
  const uri = uriOf(world, service, set, row);
  const etag = etagOf(set, row);
  const isShown = (name: string): boolean =>
    !view.select || view.select.some((word) => word === name || word.startsWith(`${name}/`));
  const values = Object.entries(set.properties)
    .filter(([name]) => isShown(name))
    .map(([name, property]) => [name, toWire(property, row[name])]);
  const links = Object.entries(set.navigations)
    .filter(([name]) => isShown(name))
    .map(([name, navigation]) => {
      const inner = withinView(view, name);
      return [
        name,
        inner ? expanded(world, service, navigation, row, inner) : { __deferred: { uri: `${uri}/${name}` } },
      ];
    });
  return {
    __metadata: { id: uri, uri, type: `${service.name}.${set.type}`, ...(etag && { etag }) },
    ...Object.fromEntries([...values, ...links]),
  };
}

function expanded(world: World, service: Service, navigation: Navigation, row: Row, view: View): unknown {
  const target = service.sets[navigation.to]!;
  const rows = related(world, target, navigation, row).map((found) => present(world, service, target, found, view));
  return navigation.many ? { results: rows } : (rows[0] ?? null);
}

/** What is shown of an expanded navigation; nothing where it was not asked to be expanded. */
function withinView({ select, expand }: View, name: string): View | undefined {
  if (!expand.some((path) => path === name || path.startsWith(`${name}/`))) return undefined;
  const inside = (paths: string[]): string[] =>
    paths.filter((path) => path.startsWith(`${name}/`)).map((path) => path.slice(name.length + 1));
  const chosen = inside(select ?? []);
  return { expand: inside(expand), ...(chosen.length > 0 && { select: chosen }) };
}
