/** How much a version goes up, least first. */
export const bumps = ['none', 'patch', 'minor', 'major'] as const;
export type Bump = (typeof bumps)[number];

export type Version = readonly [major: number, minor: number, patch: number];

const pattern = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;

/** A semantic version without pre-release; null where the text is none. */
export function parseVersion(text: string): Version | null {
  const found = pattern.exec(text);
  return found && [Number(found[1]), Number(found[2]), Number(found[3])];
}

/** What a version says of the step from another; null where it goes back, or skips what it should set to zero. */
export function bumpBetween(from: Version, to: Version): Bump | null {
  const at = from.findIndex((part, index) => part !== to[index]);
  if (at === -1) return 'none';
  if (to[at]! < from[at]! || to.slice(at + 1).some((part) => part !== 0)) return null;
  return (['major', 'minor', 'patch'] as const)[at]!;
}

/** The lowest version that says it. */
export function raised([major, minor, patch]: Version, bump: Bump): string {
  const next = {
    none: [major, minor, patch],
    patch: [major, minor, patch + 1],
    minor: [major, minor + 1, 0],
    major: [major + 1, 0, 0],
  };
  return next[bump].join('.');
}
