import { fill, withoutRequired } from './compose-file.mjs';
import { isPinned, namesSecret } from './dockerfile.mjs';

/** Runs our image. */
export const isOurs = ({ image = '' }) => /throughline:[^/]*$/.test(image);
export const inSandbox = ({ profiles = [] }) => profiles.includes('sandbox');
export const appOf = ({ environment = {} }) => environment.APP;
/** The script of a service that runs another one than its app's. */
export const scriptOf = ({ command }) =>
  Array.isArray(command) ? command.find((part) => part.endsWith('.js')) : undefined;

/** What is wrong with the shape of one service. */
export function checkService(one, context) {
  checkImage(one, context);
  checkSecrets(one, context);
  if (!isOurs(one.service)) return;
  checkHardening(one, context);
  checkEntry(one, context);
  checkPorts(one, context);
  checkMounts(one, context);
}

function checkImage({ name, service }, { say, at, code }) {
  const image = fill(service.image ?? '', {});
  if (!isPinned(image)) say(at(name, 'image'), `${name}: image "${image}" is not pinned: name a version`);
  if (isOurs(service) && !image.endsWith(`:${code.version}`))
    say(at(name, 'image'), `${name}: image "${image}" is not this version, ${code.version}`);
  if (!isOurs(service) && !service.healthcheck) say(at(name), `${name} has no healthcheck`);
}

function checkSecrets({ name, service }, { say, at }) {
  for (const [variable, value] of Object.entries(service.environment ?? {})) {
    const left = withoutRequired(value ?? '');
    const inUrl = /:\/\/[^/@]*:([^/@]+)@/.test(left);
    if (inUrl || (namesSecret(variable) && left !== ''))
      say(at(name, 'environment', variable), `${name}: ${variable} holds a secret: write \${NAME:?what to set}`);
  }
}

const shortestGraceSeconds = 30;

function checkHardening({ name, service }, { say, at }) {
  const rules = [
    ['read_only', service.read_only === true, 'needs read_only: true'],
    ['cap_drop', service.cap_drop?.includes('ALL'), 'needs cap_drop: [ALL]'],
    ['security_opt', service.security_opt?.includes('no-new-privileges:true'), 'needs no-new-privileges:true'],
    ['privileged', !service.privileged, 'must not be privileged'],
    ['user', !/^(root|0)\b/.test(String(service.user ?? '')), 'must not run as root'],
    ['healthcheck', !service.healthcheck?.disable, 'must not do without its healthcheck'],
    ['init', !service.init, 'must not have init: node is process 1'],
    [
      'stop_grace_period',
      Number.parseInt(service.stop_grace_period ?? '10s', 10) >= shortestGraceSeconds,
      `needs a stop_grace_period of ${shortestGraceSeconds}s: an app drains for up to 25 s`,
    ],
  ];
  for (const [key, holds, message] of rules) if (!holds) say(at(name, key), `${name} ${message}`);
}

function checkEntry({ name, service }, { say, at, code }) {
  const app = appOf(service);
  const script = scriptOf(service);
  if (script && !code.exists(script)) say(at(name, 'command'), `${name}: ${script} does not exist`);
  if (!script && !code.exists(code.entryOf(app)))
    say(at(name, 'environment', 'APP'), `${name}: APP "${app}" is no app: ${code.entryOf(app)} does not exist`);
  if (!script && app !== name) say(at(name), `${name} runs APP ${app}: others reach an app by its name`);
  if (inSandbox(service) === code.apps.includes(app))
    say(at(name, 'profiles'), `${name}: profiles: [sandbox] is for what production does not run, and only for that`);
}

function checkPorts({ name, service }, { say, at, code }) {
  const right = code.portsOf(name).map(String);
  const exposed = service.expose?.map(String);
  if (code.apps.includes(name) && exposed?.join() !== right.join())
    say(at(name, 'expose'), `${name} exposes ${exposed ?? 'nothing'}, but answers on ${right}`);
  const probed = /:(\d+)\//.exec(service.healthcheck?.test?.at?.(-1) ?? '')?.[1];
  if (probed && !right.includes(probed))
    say(at(name, 'healthcheck'), `${name} is asked for its health on ${probed}, but answers on ${right}`);
}

function checkMounts({ name, service }, { say, at, imageEnv, code }) {
  const mounts = (service.volumes ?? []).map((volume) => {
    if (typeof volume !== 'string') return { target: volume.target, readOnly: volume.read_only === true };
    const [, target, mode] = /:(\/[^:]*)(?::(\w+))?$/.exec(volume) ?? [];
    return { target, readOnly: mode === 'ro' };
  });
  const targets = code.apps.includes(name) ? ['ESTATE_FILE', 'SECRETS_DIR'] : ['SECRETS_DIR'];
  for (const variable of targets) {
    const mount = mounts.find(({ target }) => target === imageEnv[variable]);
    if (!mount) say(at(name, 'volumes'), `${name}: nothing is mounted on ${imageEnv[variable]} (${variable})`);
    else if (!mount.readOnly && !inSandbox(service))
      say(at(name, 'volumes'), `${name}: ${mount.target} is not mounted read-only`);
  }
}
