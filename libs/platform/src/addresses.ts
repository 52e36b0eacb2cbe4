/** Places of the process and experience apps above the base port. */
const offsets = {
  'experience-api': 0,
  'process-workforce': 11,
  'process-projects': 12,
  'process-billing': 13,
  'process-operations': 14,
  'process-staffing': 15,
  'process-governance': 16,
} as const;

/** Every platform there is a connector for, and its app's place above the base port. */
const platformOffsets = {
  salesforce: 21,
  bamboohr: 22,
  kantata: 23,
  netsuite: 24,
  scim: 25,
  s4hana: 26,
  workday: 27,
  certinia: 28,
  float: 29,
  dynamics365: 30,
  entra: 32,
  'scim-inbound': 35,
  adp: 31,
  payrollcsv: 33,
  scheduler: 34,
} as const;

export type PlatformName = keyof typeof platformOffsets;
export type AppName = keyof typeof offsets | `system-${PlatformName}`;

export const platformNames = Object.keys(platformOffsets) as PlatformName[];

const places = new Map<AppName, number>([
  ...(Object.entries(offsets) as [AppName, number][]),
  ...platformNames.map((platform): [AppName, number] => [`system-${platform}`, platformOffsets[platform]]),
]);

/** Every app that listens. */
export const appNames = [...places.keys()];

export const portOf = (app: AppName, basePort: number): number => basePort + places.get(app)!;

/** Where an app answers; `URL_<APP>` in the environment overrides it. */
export function addressOf(app: AppName, basePort: number, env: NodeJS.ProcessEnv): string {
  const variable = `URL_${app.toUpperCase().replaceAll('-', '_')}`;
  return env[variable] ?? `http://127.0.0.1:${portOf(app, basePort)}`;
}
