import { difference } from './difference.js';

/**
 * Judges contracts without starting anything: `diff [--format text|json] BASE REVISION`. Ends with 0 where nothing is
 * breaking, 1 where something is, 2 where it was asked wrongly or a document cannot be read.
 */
const [command, ...rest] = process.argv.slice(2);
const { text, errors, code } =
  command === 'diff'
    ? difference(rest)
    : {
        text: '',
        errors: 'usage: node dist/tools/contracts/main.js diff [--format text|json] BASE REVISION\n',
        code: 2,
      };
process.stdout.write(text);
process.stderr.write(errors);
process.exitCode = code;
