import { Terms } from '../../compare/change.js';
import { Note, note } from '../../compare/note.js';
import { daysAfter, isDeprecated, sunsetOf } from '../../compare/sunset.js';

type Raw = Record<string, unknown>;

interface Subject {
  /** What it is in a sentence: `GET /orders`, `the parameter page`. */
  name: string;
  rules: {
    deprecated: string;
    dated: string;
    reactivated: string;
    missing: string;
    invalid: string;
    soon: string;
    moved: string;
    deleted: string;
  };
  where: Pick<Note, 'area' | 'direction' | 'base' | 'revision'> & { field?: string };
}

/** What was announced of a thing's end between two versions. */
export function lifecycle(was: Raw, is: Raw, subject: Subject, terms: Terms): Note[] {
  if (!isDeprecated(is))
    return isDeprecated(was) ? [told(subject, 'reactivated', was, is, `${subject.name} is no longer deprecated`)] : [];
  const [before, after] = [isDeprecated(was) ? sunsetOf(was) : undefined, sunsetOf(is)];
  const earliest = daysAfter(terms.today, terms.sunsetDays);
  if (after.kind === 'invalid') {
    if (before?.kind === 'invalid') return [];
    return [
      told(
        subject,
        'invalid',
        was,
        is,
        `the sunset ${after.text} of ${subject.name} is not a date: nobody knows when it ends`,
      ),
    ];
  }
  if (after.kind === 'none') {
    if (before?.kind === 'date')
      return [
        told(
          subject,
          'deleted',
          was,
          is,
          `${subject.name} is deprecated, and no longer says until when it can be used`,
        ),
      ];
    if (before !== undefined) return [];
    const owed = terms.sunsetDays > 0;
    return [
      told(
        subject,
        owed ? 'missing' : 'deprecated',
        was,
        is,
        `${subject.name} is deprecated${owed ? ' without a sunset date' : ''}`,
      ),
    ];
  }
  if (before?.kind === 'date') {
    const shortened = after.day < before.day && after.day < earliest;
    return shortened
      ? [told(subject, 'moved', was, is, `${subject.name} ends on ${after.day} instead of ${before.day}`)]
      : [];
  }
  if (after.day < earliest)
    return [told(subject, 'soon', was, is, `${subject.name} ends on ${after.day}, before ${earliest}`)];
  return [told(subject, 'dated', was, is, `${subject.name} is deprecated and ends on ${after.day}`)];
}

const harmless = ['deprecated', 'dated', 'reactivated'];

function told({ rules, where }: Subject, kind: keyof Subject['rules'], was: Raw, is: Raw, message: string): Note {
  const hurts = !harmless.includes(kind);
  return note({
    ...where,
    rule: rules[kind],
    level: hurts ? 'breaking' : 'safe',
    before: was['x-sunset'] ?? isDeprecated(was),
    after: is['x-sunset'] ?? isDeprecated(is),
    message: `${message}.`,
    ...(hurts ? { remedy: 'State a sunset date (YYYY-MM-DD) that leaves consumers the agreed time.' } : {}),
  });
}
