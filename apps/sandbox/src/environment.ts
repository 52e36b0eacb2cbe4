import { type SandboxOptions, simulators } from './sandbox.js';

const listening = ['control', ...simulators.map(({ name }) => name)];

/** The sandbox's options from `SANDBOX_*` variables; everything that is missing or wrong is named at once. */
export function sandboxOptions(env: NodeJS.ProcessEnv): SandboxOptions {
  const problems: string[] = [];
  const text = (name: string, what: string): string => {
    const value = env[name] ?? '';
    if (value === '') problems.push(`${name} is missing: ${what}`);
    return value;
  };
  const port = (product: string): Record<string, number> => {
    const name = `SANDBOX_${product.toUpperCase()}_PORT`;
    const value = product === 'control' ? text(name, 'the port of the control API, 0 for any') : (env[name] ?? '');
    if (value === '') return {};
    if (!(/^\d+$/.test(value) && Number(value) <= 65_535)) problems.push(`${name} is not a port`);
    return { [product]: Number(value) };
  };
  const options = {
    databaseUrl: text('SANDBOX_DATABASE_URL', 'where the products keep their records, e.g. postgres://…'),
    secretsDir: text('SANDBOX_SECRETS_DIR', 'the folder of the credentials'),
    firmDir: text('SANDBOX_FIRM_DIR', 'the folder of the example firm'),
    bamboohrWebhookUrl: text('SANDBOX_BAMBOOHR_WEBHOOK_URL', 'where the HR system pushes to'),
    ports: Object.assign({}, ...listening.map(port)) as SandboxOptions['ports'],
    ...(env.SANDBOX_NAME && { name: env.SANDBOX_NAME }),
  };
  if (problems.length > 0) throw new Error(`the sandbox cannot start:\n  ${problems.join('\n  ')}`);
  return options;
}
