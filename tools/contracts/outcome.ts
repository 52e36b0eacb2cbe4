import { Unreadable } from '#governance';
import { Failure } from '#kernel';

/** What a command prints, and the code it ends with: 0 in order, 1 not, 2 asked wrongly or not readable. */
export interface Outcome {
  text: string;
  errors: string;
  code: 0 | 1 | 2;
}

/** Runs a command; what was asked wrongly, or cannot be read, is told with its usage. */
export async function outcomeOf(usage: string, work: () => Promise<Outcome | null>): Promise<Outcome> {
  try {
    return (await work()) ?? failed(usage);
  } catch (thrown) {
    if (thrown instanceof Unreadable) return failed(thrown.message);
    if (thrown instanceof Failure) return failed([thrown.message, thrown.detail.remedy].filter(Boolean).join('; '));
    if (isMisuse(thrown)) return failed(`${thrown.message}\n${usage}`);
    throw thrown;
  }
}

function isMisuse(thrown: unknown): thrown is Error {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    String(thrown.code).startsWith('ERR_PARSE_ARGS')
  );
}

function failed(message: string): Outcome {
  return { text: '', errors: `${message}\n`, code: 2 };
}
