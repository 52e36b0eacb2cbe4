import { Operation } from '../document/api.js';
import { Finding, Level } from '../finding.js';

/** A finding before it is known for which operation. */
export type Note = Omit<Finding, 'operation' | 'remedy'> & { remedy?: string };

/** Tells of an operation that is gone; `today` is a UTC day. */
export type OperationRemoved = (gone: { operation: Operation; pathGone: boolean; today: string }) => Note;

type Told = Partial<Note> & Pick<Note, 'rule' | 'level' | 'message'>;

/** A note with what most notes leave out. */
export function note(told: Told): Note {
  return { area: 'paths', direction: 'none', base: null, revision: null, before: null, after: null, ...told };
}

const remedies: Record<Level, { request: string; response: string; none: string }> = {
  breaking: {
    request: 'Keep accepting what was accepted, and be stricter in a new major version beside this one only.',
    response: 'Keep returning what was promised; offer the new form as a new field or in a new major version.',
    none: 'Keep it, marked as deprecated with a sunset date, and offer the successor beside it.',
  },
  dangerous: {
    request: 'Ask the consumers, or look at what they send, before this is released.',
    response: 'Tell the consumers before this is released; those that read it must cope.',
    none: 'Tell the consumers before this is released.',
  },
  safe: { request: '', response: '', none: '' },
  documentation: { request: '', response: '', none: '' },
};

/** What to do about a finding whose rule knows nothing better. */
export function remedyOf(level: Level, direction: Finding['direction']): string {
  return remedies[level][direction];
}
