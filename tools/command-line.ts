import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Failure } from '#kernel';

/**
 * For `parseArgs`: the configuration, once what the program was told makes sense under it. `--help` is answered with the
 * usage; everything that means nothing is listed at once, and ends the program with 2.
 */
export function understood<Config extends ParseArgsConfig>(usage: string, config: Config): Config {
  const args = [...(config.args ?? process.argv.slice(2))];
  if (args.some((one) => one === '--help' || one === '-h')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  const problems = problemsOf({ ...config, args });
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\n\n${usage}\n`);
    process.exit(2);
  }
  return config;
}

/** Everything in a command line that its program does not know, in words. */
export function problemsOf(config: ParseArgsConfig): string[] {
  const { tokens } = parseArgs({ ...config, strict: false, allowPositionals: true, tokens: true });
  return tokens.flatMap((token) => {
    if (token.kind === 'positional') return config.allowPositionals ? [] : [`"${token.value}" means nothing here`];
    if (token.kind === 'option-terminator') return [];
    const option = config.options?.[token.name];
    if (!option) return [`${token.rawName} is no option`];
    // A value that looks like an option is one that was forgotten.
    const isMissing = token.value === undefined || (!token.inlineValue && token.value.startsWith('-'));
    if (option.type === 'string') return isMissing ? [`${token.rawName} needs a value`] : [];
    return token.value === undefined ? [] : [`${token.rawName} takes no value`];
  });
}

/** The text of an option that what was asked for cannot do without; `rejected`, with the command whose usage says so. */
export function needed<Name extends string>(
  values: Partial<Record<Name, unknown>>,
  name: Name,
  command: string,
): string {
  const value = values[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Failure('rejected', `say --${name}`, { remedy: `see npm run ${command}` });
}

/** The whole number an option has to be; ends the program with 2 where it is none. */
export function whole(option: string, text: string, least = 1): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least) return value;
  process.stderr.write(`--${option} "${text}" is no whole number from ${least} on\n`);
  process.exit(2);
}
