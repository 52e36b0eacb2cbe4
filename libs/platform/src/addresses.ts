/** Every app that listens, and its place above the base port; `URL_<APP>` in the environment overrides an address. */
const offsets = {
  'experience-api': 0,
  'process-workforce': 11,
  'process-projects': 12,
  'process-billing': 13,
  'process-operations': 14,
  'system-salesforce': 21,
  'system-bamboohr': 22,
  'system-kantata': 23,
  'system-netsuite': 24,
  'system-scim': 25,
  'system-s4hana': 26,
  'system-certinia': 28,
  'system-float': 29,
  'system-workday': 27,
} as const;

export type AppName = keyof typeof offsets;

export const appNames = Object.keys(offsets) as AppName[];

export const portOf = (app: AppName, basePort: number): number => basePort + offsets[app];

/** Where an app answers. */
export function addressOf(app: AppName, basePort: number, env: NodeJS.ProcessEnv): string {
  const variable = `URL_${app.toUpperCase().replaceAll('-', '_')}`;
  return env[variable] ?? `http://127.0.0.1:${portOf(app, basePort)}`;
}
