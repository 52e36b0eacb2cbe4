import { Failure } from '#kernel';
import { staleVersion } from './refusals.js';

/** A resource and the version it has; grows by one with each change. */
interface Versioned {
  id: string;
  version: number;
}

/** The version of a resource as HTTP has it. */
export const etagOf = ({ version }: Pick<Versioned, 'version'>): string => `W/"${version}"`;

/** Whether a list of entity tags, or `*`, holds a resource's version; weak and strong ones count alike. */
export const names = (tags: string, { version }: Pick<Versioned, 'version'>): boolean =>
  tags.split(',').some((tag) => ['*', `"${version}"`].includes(tag.trim().replace(/^W\//, '')));

/** Throws a Failure (`conflict`) where `If-Match` means another version; null means any. */
export function refuseStale(resource: Versioned, ifMatch: string | null): void {
  if (ifMatch === null || names(ifMatch, resource)) return;
  throw new Failure('conflict', `user ${resource.id} has changed: its version is ${etagOf(resource)}`, {
    code: staleVersion,
  });
}
