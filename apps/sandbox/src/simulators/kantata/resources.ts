import { fieldResources } from './field-resources.js';
import { peopleResources } from './people-resources.js';
import { projectResources } from './project-resources.js';
import { rateCardResources } from './rate-card-resources.js';
import type { Resource } from './resource.js';
import { staffingResources } from './staffing-resources.js';
import { timeOffResources } from './time-off-resources.js';
import { timeResources } from './time-resources.js';

/** Every resource of the API this account answers for. */
export const resources: Record<string, Resource> = {
  ...projectResources,
  ...peopleResources,
  ...staffingResources,
  ...timeResources,
  ...timeOffResources,
  ...rateCardResources,
  ...fieldResources,
};

export function resourceNamed(name: string): Resource {
  const found = resources[name];
  if (!found) throw new Error(`there is no resource "${name}"`);
  return found;
}
