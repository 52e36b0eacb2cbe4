import { readCompose, readEnvFile, references } from './compose-file.mjs';
import { checkEnvironments } from './environment.mjs';
import { appOf, checkService } from './service.mjs';

/** What is wrong with a compose file and the sandbox's env file: `{file, line, message}` each. */
export function checkCompose({ composeText, sandboxText, imageEnv, code }) {
  const { data, problems, lineOf } = readCompose(composeText);
  if (problems.length > 0) return problems.map((problem) => ({ file: 'compose.yaml', ...problem }));
  const services = Object.entries(data.services ?? {}).map(([name, service]) => ({ name, service: service ?? {} }));
  const found = [];
  const say = (line, message) => found.push({ file: 'compose.yaml', line, message });
  const at = (name, ...path) => lineOf('services', name, ...path);
  const context = { data, services, say, at, imageEnv, code };

  missingServices(context, lineOf('services'));
  for (const one of services) checkService(one, context);
  checkPublished(context);

  const sandbox = readEnvFile(sandboxText);
  const sandboxEnv = Object.fromEntries(sandbox.map(({ name, value }) => [name, value]));
  checkEnvironments(context, 'production', productionSample(composeText));
  checkEnvironments(context, 'sandbox', sandboxEnv);
  found.push(...checkSandboxFile(sandbox, sandboxEnv, composeText, context));
  return found;
}

function missingServices({ services, say, code }, line) {
  for (const app of code.apps) {
    if (!services.some(({ name, service }) => name === app && appOf(service) === app))
      say(line, `apps/${app} has no service: add services.${app} with APP: ${app}`);
  }
}

/** Published ports: of this machine alone, each once, each one the service answers on. */
function checkPublished({ services, say, at, code }) {
  const taken = new Map();
  for (const { name, service } of services) {
    for (const [index, entry] of (service.ports ?? []).entries()) {
      const line = at(name, 'ports', index);
      const [, host, inside] = /^127\.0\.0\.1:(\d+):(\d+)$/.exec(String(entry)) ?? [];
      if (!host) say(line, `${name}: port "${entry}" is open to everybody: write 127.0.0.1:<port>:<port>`);
      else if (taken.has(host)) say(line, `${name}: port ${host} is already ${taken.get(host)}'s`);
      else if (!code.portsOf(name).includes(Number(inside))) say(line, `${name} does not answer on ${inside}`);
      taken.set(host, name);
    }
  }
}

/** The environment of an operator who sets what must be set and nothing else. */
const productionSample = (text) =>
  Object.fromEntries(
    [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => [
      name,
      name.endsWith('_URL') ? 'https://id.example.com' : 'given',
    ]),
  );

function checkSandboxFile(entries, env, composeText, { data, services }) {
  const found = [];
  const say = (line, message) => found.push({ file: 'sandbox.env', line, message });
  const passedOn = services.flatMap(({ service }) => Object.keys(service.environment ?? {}));
  const known = new Set([...references(composeText), ...passedOn, 'COMPOSE_PROJECT_NAME', 'COMPOSE_PROFILES']);
  for (const { name, line } of entries) if (!known.has(name)) say(line, `${name} is read by nothing`);
  for (const name of Object.keys(productionSample(composeText))) if (!env[name]) say(1, `${name} is not set`);
  if (env.COMPOSE_PROFILES !== 'sandbox') say(1, 'COMPOSE_PROFILES is not sandbox');
  if (!env.COMPOSE_PROJECT_NAME || env.COMPOSE_PROJECT_NAME === data.name)
    say(1, `COMPOSE_PROJECT_NAME is not another than ${data.name}: the sandbox would share production's database`);
  return found;
}
