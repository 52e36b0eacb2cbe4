import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Failure, type FieldProblem } from '#kernel';
import { fieldProblems, readSecret, type InstanceConfig } from '#platform';
import type { Connector } from './connector.js';

const secretReference = /^secret:(.+)$/;

/** The settings of an instance as its connector wants them, secrets resolved; all problems are listed at once. */
export function settingsOf<S extends object>(connector: Connector<S>, instance: InstanceConfig, secretsDir: string): S {
  const problems: FieldProblem[] = [];
  const resolved = Object.fromEntries(
    Object.entries(instance.settings).map(([name, value]) => [name, resolve(name, value)]),
  );
  const settings = plainToInstance(connector.settings, resolved);
  problems.push(
    ...validateSync(settings, { whitelist: true, forbidNonWhitelisted: true }).flatMap((e) => fieldProblems(e)),
  );
  if (problems.length === 0) return settings;
  throw new Failure('rejected', `instance "${instance.name}" (${connector.platform}) is not set up`, {
    code: 'broken-instance',
    remedy: `correct instances[name=${instance.name}].settings in estate.yaml`,
    fields: problems,
  });

  function resolve(name: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => resolve(name, item));
    const file = typeof value === 'string' ? secretReference.exec(value)?.[1] : undefined;
    if (!file) return value;
    try {
      return readSecret(secretsDir, file);
    } catch (error) {
      problems.push({ field: name, message: Failure.from(error).message });
      return '-';
    }
  }
}
