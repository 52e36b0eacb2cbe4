import type { Leaving } from './published-contract.js';

/** `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and where to go; `params` fill the placeholders of the successor. */
export function leavingHeaders(leaving: Leaving, params: Record<string, string>): Record<string, string> {
  const successor = successorOf(leaving, params);
  return {
    deprecation: `@${epoch(leaving.since)}`,
    sunset: new Date(leaving.sunset).toUTCString(),
    link: `<${successor}>; rel="successor-version", </docs>; rel="deprecation"; type="text/html"`,
  };
}

/** The successor of exactly what was asked for; where its placeholders cannot be filled, the collection it is in. */
export function successorOf({ successor }: Leaving, params: Record<string, string>): string {
  const known = successor.split('/').map((part) => {
    const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
    return name === undefined ? part : params[name] === undefined ? null : encodeURIComponent(params[name]);
  });
  const end = known.indexOf(null);
  return known.slice(0, end === -1 ? undefined : end).join('/');
}

const epoch = (day: string): number => Date.parse(day) / 1000;
