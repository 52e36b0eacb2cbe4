import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** A compose file as data, and the line of whatever stands at a path, however it was merged in. */
export function readCompose(text) {
  const lines = new LineCounter();
  const document = parseDocument(text, { merge: true, lineCounter: lines });
  const lineAt = (offset) => lines.linePos(offset ?? 0).line;
  return {
    problems: document.errors.map(({ message, pos }) => ({ line: lineAt(pos[0]), message: message.split('\n')[0] })),
    data: document.errors.length > 0 ? {} : (document.toJS({ maxAliasCount: -1 }) ?? {}),
    lineOf: (...path) => lineAt(offsetOf(document, document.contents, path)),
  };
}

/** The parser keeps `<<` as a symbol, so that a key spelled alike is not taken for it. */
const isMerge = ({ key }) => key?.value?.description === '<<';

/** The nearest place that exists. */
function offsetOf(document, start, path) {
  let node = start;
  let offset = start?.range?.[0];
  for (const key of path) {
    const found = child(document, node, key);
    if (!found) break;
    ({ node, offset } = found);
  }
  return offset;
}

function child(document, start, key) {
  const node = isAlias(start) ? start.resolve(document) : start;
  if (isSeq(node)) return node.items[key] && { node: node.items[key], offset: node.items[key].range?.[0] };
  if (!isMap(node)) return null;
  const own = node.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
  if (own) return { node: own.value, offset: own.key.range?.[0] };
  for (const { value } of node.items.filter(isMerge)) {
    for (const source of isSeq(value) ? value.items : [value]) {
      const found = child(document, source, key);
      if (found) return found;
    }
  }
  return null;
}

const reference = /\$\{([A-Za-z_]\w*)(?:(:?[-?])([^}]*))?\}/g;

/** `NAME=value` lines of an env file. */
export const readEnvFile = (text) =>
  text.split('\n').flatMap((raw, index) => {
    const [, name, value] = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(raw) ?? [];
    return name ? [{ name, value, line: index + 1 }] : [];
  });

/** Fills in `${NAME}` references as compose would; `missing` is told of required ones that are not given. */
export const fill = (text, env, missing = () => undefined) =>
  String(text).replace(reference, (_all, name, kind, rest) => {
    const value = env[name] ?? '';
    if (value !== '' || kind === undefined) return value;
    if (kind.endsWith('-')) return rest;
    missing(name);
    return '';
  });

/** Every name a text refers to. */
export const references = (text) => [...text.matchAll(reference)].map(([, name]) => name);

/** What is left of a text without the references that must be given. */
export const withoutRequired = (text) => String(text).replace(/\$\{[A-Za-z_]\w*:\?[^}]*\}/g, '');
