import { fill } from './compose-file.mjs';
import { inSandbox, isOurs, scriptOf } from './service.mjs';

/** Runs the code's own reading of its environment on what compose would give it. */
export function checkEnvironments({ services, say, at, imageEnv, code }, mode, given) {
  const running = services.filter(({ service }) => isOurs(service) && (mode === 'sandbox' || !inSandbox(service)));
  for (const { name, service } of running) {
    const entries = Object.entries(service.environment ?? {});
    const own = entries.map(([key, value]) => [key, value === null ? given[key] : fill(value, given)]);
    const env = { ...imageEnv, ...Object.fromEntries(own.filter(([, value]) => value !== undefined)) };
    const found = configured(name, service, env, code);
    if (!found) continue;
    const { read, config, problems } = found;
    const line = at(name, 'environment');
    for (const problem of problems) say(line, `${name} cannot start: ${problem}`);
    for (const [key] of entries) if (!read.has(key)) say(at(name, 'environment', key), `${key} is read by nothing`);
    if (config?.production === (mode === 'sandbox'))
      say(line, `${name} must ${mode === 'sandbox' ? 'not ' : ''}run with NODE_ENV production (${mode})`);
    for (const other of config?.addresses ? code.appNames : []) {
      const right = `http://${other}:${code.portsOf(other)}`;
      if (config.addresses[other] !== right)
        say(
          at(name, 'environment', variableOf(other)),
          `${variableOf(other)} is ${config.addresses[other]}, not ${right}`,
        );
    }
    checkAddresses({ name, env, mode, services, say, at, code });
  }
}

const variableOf = (app) => `URL_${app.toUpperCase().replaceAll('-', '_')}`;

function configured(name, service, env, code) {
  const script = scriptOf(service);
  if (script) return code.configureCommand(script);
  if (name === 'sandbox') return code.configureSandbox(env);
  return code.appNames.includes(name) ? code.configureApp(name, env) : null;
}

/** Any other address of a service names a port it answers on; production has no address in the sandbox. */
function checkAddresses({ name, env, mode, services, say, at, code }) {
  for (const [key, value] of Object.entries(env).filter(([name]) => !name.startsWith('URL_'))) {
    const [, host, port] = /^http:\/\/([\w-]+)(?:\.localhost)?:(\d+)/.exec(value) ?? [];
    const target = services.find((one) => one.name === host);
    if (!target) continue;
    const line = at(name, 'environment', key);
    if (mode === 'production' && inSandbox(target.service)) say(line, `${key} leads production to the sandbox`);
    if (!code.portsOf(host).includes(Number(port)))
      say(line, `${key} is ${value}, but ${host} answers on ${code.portsOf(host)}`);
  }
}
