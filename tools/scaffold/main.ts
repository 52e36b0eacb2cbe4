import 'reflect-metadata';
import { Failure } from '#kernel';
import { make } from './make.js';
import { requestOf } from './request.js';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Makes a system app that compiles and says what is to be built: `npm run new:system -- <platform> <domain>`. */
try {
  const system = requestOf(process.cwd(), process.argv.slice(2));
  const { platform } = system;
  for (const file of await make(process.cwd(), system)) print(`  ${file}`);
  print(`system-${platform} is there; what is to be built, and every promise to keep:`);
  print(`  npm run contracts:print`);
  print(`  npm run test:integration -- test/conformance/${platform}.integration.spec.ts`);
  print('how: docs/integrator.md');
} catch (error) {
  const { message, detail } = Failure.from(error);
  print([message, ...(detail.fields ?? []).map((one) => `  ${one.field}: ${one.message}`)].join('\n'));
  if (detail.remedy) print(detail.remedy);
  process.exitCode = 2;
}
