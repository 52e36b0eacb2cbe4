import type { EstateProblem } from './load-estate.js';

const reference = /\$\{([A-Z][A-Z0-9_]*)(?::-([^}]*))?\}/g;

/** Replaces `${NAME}` and `${NAME:-default}` by the environment's values, anywhere in the document. */
export function interpolate(value: unknown, env: NodeJS.ProcessEnv, problems: EstateProblem[]): unknown {
  return walk(value, []);

  function walk(node: unknown, path: (string | number)[]): unknown {
    if (typeof node === 'string') return replace(node, path);
    if (Array.isArray(node)) return node.map((item, index) => walk(item, [...path, index]));
    if (node && typeof node === 'object') {
      return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, walk(item, [...path, key])]));
    }
    return node;
  }

  function replace(text: string, path: (string | number)[]): string {
    return text.replace(reference, (_match, name: string, fallback: string | undefined) => {
      const found = env[name] ?? fallback;
      if (found === undefined)
        problems.push({
          path,
          message: `refers to ${name}, which is not set: set it or write a default \${${name}:-…}`,
        });
      return found ?? '';
    });
  }
}
