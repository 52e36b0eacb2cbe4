import { fill } from './compose-file.mjs';
import { inSandbox, isOurs, scriptOf } from './service.mjs';

/** Runs the code's own reading of its environment on what compose would give it, without and with sandbox.env. */
export function checkEnvironments(context, mode, given) {
  const { services, say, at, imageEnv, code } = context;
  for (const { name, service } of services) {
    if (!isOurs(service) || (mode === 'production' && inSandbox(service))) continue;
    const env = environmentOf(service, imageEnv, given);
    const found = configured(name, service, env, code);
    if (!found) continue;
    const where = (...path) => at(name, 'environment', ...path);
    for (const problem of found.problems) say(where(), `${name} cannot start: ${problem}`);
    for (const variable of Object.keys(service.environment ?? {}))
      if (!found.read.has(variable)) say(where(variable), `${variable} is read by nothing`);
    if (found.config?.app) checkApp({ name, mode, config: found.config, where }, context);
    checkAddresses({ env, mode, where }, context);
  }
}

function environmentOf(service, imageEnv, given) {
  const own = Object.entries(service.environment ?? {}).map(([variable, value]) => [
    variable,
    value === null ? given[variable] : fill(value, given),
  ]);
  return { ...imageEnv, ...Object.fromEntries(own.filter(([, value]) => value !== undefined)) };
}

/** An app knows where every other one is, and runs in production unless the sandbox is meant. */
function checkApp({ name, mode, config, where }, { say, code }) {
  if (config.production === (mode === 'sandbox'))
    say(where('NODE_ENV'), `${name} must ${config.production ? 'not ' : ''}run with NODE_ENV production (${mode})`);
  for (const [other, address] of Object.entries(config.addresses)) {
    const variable = `URL_${other.toUpperCase().replaceAll('-', '_')}`;
    const right = `http://${other}:${code.portsOf(other)}`;
    if (address !== right) say(where(variable), `${variable} is ${address}, not ${right}`);
  }
}

function configured(name, service, env, code) {
  const script = scriptOf(service);
  if (script) return code.configureCommand(script);
  if (name === 'sandbox') return code.configureSandbox(env);
  return code.appNames.includes(name) ? code.configureApp(name, env) : null;
}

/** Any other address of a service names a port it answers on; production has no address in the sandbox. */
function checkAddresses({ env, mode, where }, { services, say, code }) {
  for (const [variable, value] of Object.entries(env)) {
    const [, host, port] = /^http:\/\/([\w-]+)(?:\.localhost)?:(\d+)/.exec(value) ?? [];
    const target = services.find((one) => one.name === host);
    if (!target || variable.startsWith('URL_')) continue;
    if (mode === 'production' && inSandbox(target.service))
      say(where(variable), `${variable} leads production to the sandbox`);
    if (!code.portsOf(host).includes(Number(port)))
      say(where(variable), `${variable} is ${value}, but ${host} answers on ${code.portsOf(host)}`);
  }
}
