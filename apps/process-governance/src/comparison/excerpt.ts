import { stringify } from 'yaml';

const mostLines = 40;
const mostCharacters = 4000;

/**
 * What a document says at a JSON pointer (URI fragment form), as a reader looks at it: YAML with the name it stands under.
 * A single value is shown with what stands beside it. Null where the document has nothing there.
 */
export function excerpt(document: Record<string, unknown>, pointer: string | null): string | null {
  if (pointer === null) return null;
  const keys = pointer.replace(/^#\/?/, '').split('/').map(unescaped);
  const place = isBranch(valueAt(document, keys)) ? keys : keys.slice(0, -1);
  const value = valueAt(document, place);
  if (value === undefined || place.length === 0) return null;
  return shortened(stringify({ [place.at(-1)!]: value }, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd());
}

const unescaped = (key: string): string => decoded(key).replaceAll('~1', '/').replaceAll('~0', '~');

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    // A key with a bare % is meant as it stands.
    return key;
  }
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;

const valueAt = (document: unknown, keys: string[]): unknown =>
  keys.reduce<unknown>(
    (value, key) =>
      isBranch(value) && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined,
    document,
  );

function shortened(text: string): string {
  const lines = text.split('\n');
  const shown = lines.slice(0, mostLines).join('\n').slice(0, mostCharacters);
  const left = lines.length - mostLines;
  return left > 0 ? `${shown.slice(0, mostCharacters - 40)}\n… ${left} more lines` : shown;
}
