import { Failure } from '#kernel';
import { sandboxOptions } from './environment.js';
import { startSandbox } from './sandbox.js';

try {
  const sandbox = await startSandbox(sandboxOptions(process.env));
  process.stdout.write(`${JSON.stringify({ control: sandbox.controlUrl, ...sandbox.origins }, null, 2)}\n`);
  const stop = (): void => void sandbox.close().then(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
} catch (error) {
  const { message, detail } = Failure.from(error);
  const lines = (detail.fields ?? []).map((problem) => `  ${problem.field}: ${problem.message}`);
  process.stderr.write(`${[message, ...lines].join('\n')}\n`);
  process.exitCode = 1;
}
