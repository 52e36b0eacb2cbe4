import { Failure } from '#kernel';

/** Restricted data that can be told by its form: what it is called, what it looks like, whether its digits check. */
const forms: [name: string, pattern: RegExp, isReal: (digits: string) => boolean][] = [
  ['a bank account', /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g, isIban],
  ['the number of a payment card', /\b[3-6](?:[ -]?\d){12,18}\b/g, isCard],
  ['a social security number', /\b(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b/g, () => true],
];

/**
 * A note is read by everybody who may see exceptions, and kept. Failure: `rejected` where it holds restricted data that
 * can be told by its form; pay and reasons of leave cannot, the page asks for them to be left out.
 */
export function checkNote(text: string): void {
  if (text.trim() === '') throw notLikeThat('is empty', 'say what is worth knowing');
  const found = forms.filter(([, pattern, isReal]) =>
    (text.match(pattern) ?? []).some((one) => isReal(one.replaceAll(/[ -]/g, ''))),
  );
  if (found.length === 0) return;
  const names = found.map(([name]) => name).join(' and ');
  throw notLikeThat(`holds ${names}`, 'leave it out: say in which system it stands');
}

const notLikeThat = (message: string, remedy: string): Failure =>
  new Failure('rejected', `the note ${message}`, { code: 'not-notable', remedy, fields: [{ field: 'text', message }] });

/** ISO 13616: the first four characters moved to the end, letters as numbers, leave 1 by 97. */
function isIban(text: string): boolean {
  if (text.length < 15 || text.length > 34) return false;
  const digits = `${text.slice(4)}${text.slice(0, 4)}`.replaceAll(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return BigInt(digits) % 97n === 1n;
}

/** ISO/IEC 7812: every second digit from the right doubled, the sum of all digits is a multiple of 10. */
function isCard(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
