import 'reflect-metadata';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What the built code says of itself: which apps there are, where they answer, what they read and what they miss. */
export async function readCode(root) {
  const built = (path) => import(join(root, 'dist', path));
  const { appNames, portOf } = await built('libs/platform/src/addresses.js');
  const { loadConfig } = await built('libs/platform/src/config.js');
  const { loadEstate } = await built('libs/platform/src/estate/load-estate.js');
  const { estateSettings, issuerPort, sandboxPorts } = await built('tools/estate/settings.js');
  const { sandboxOptions } = await built('apps/sandbox/src/environment.js');
  const { basePort } = estateSettings({});
  const estateFiles = ['estate.yaml', 'estate.global.yaml', 'estate.mixed.yaml'].map((name) =>
    join(root, 'examples/meridian-consulting', name),
  );
  const [estateFile] = estateFiles;
  const listens = {
    ...Object.fromEntries(appNames.map((app) => [app, [portOf(app, basePort)]])),
    sandbox: Object.values(sandboxPorts(basePort)),
    issuer: [issuerPort(basePort)],
  };
  const readByApps = recorded({ ESTATE_FILE: estateFile }, (env) => loadConfig(appNames[0], env)).read;
  return {
    appNames,
    /** What the image may set for everything that runs from it. */
    readByAll: new Set([...readByApps, ...recorded({}, estateSettings).read]),
    /** Deployables by the folders there are; the portal is files and the sandbox has rules of its own. */
    apps: readdirSync(join(root, 'apps')).filter((app) => app !== 'portal' && app !== 'sandbox'),
    version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    exists: (path) => existsSync(join(root, path)),
    entryOf: (app) => `dist/apps/${app}/src/main.js`,
    portsOf: (service) => listens[service] ?? [],
    configureApp: (app, env) => {
      const ofEstates = estateFiles.flatMap((file) => [...recorded(env, (given) => loadEstate(file, given)).read]);
      const own = recorded({ ...env, ESTATE_FILE: estateFile }, (given) => loadConfig(app, given));
      return { ...own, read: new Set([...ofEstates, ...own.read]) };
    },
    configureSandbox: (env) => recorded(env, sandboxOptions),
    /** Reads of a command are found in its source, since running it would do more than read. */
    configureCommand: (file) => ({ read: namesIn(join(root, file)), config: null, problems: [] }),
  };
}

/** Configures something and notes which variables it asked for and what it said was wrong. */
function recorded(env, configure) {
  const read = new Set(['APP']);
  const given = new Proxy(env, { get: (all, name) => (read.add(name), all[name]) });
  try {
    return { read, config: configure(given), problems: [] };
  } catch (error) {
    const fields = error.detail?.fields?.map(({ field, message }) => `${field} ${message}`);
    const [first, ...others] = error.message.split('\n').map((line) => line.trim());
    return { read, config: null, problems: fields ?? (others.length > 0 ? others : [first]) };
  }
}

/** Every `env.NAME` in a built file and in what it imports of ours. */
function namesIn(file, seen = new Set()) {
  if (seen.has(file) || !existsSync(file)) return new Set();
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const imports = [...source.matchAll(/from '(\.{1,2}\/[^']+)'/g)].map(([, path]) => resolve(dirname(file), path));
  const own = [...source.matchAll(/\benv\.([A-Z][A-Z0-9_]*)/g)].map(([, name]) => name);
  return new Set([...own, ...imports.flatMap((path) => [...namesIn(path, seen)])]);
}
