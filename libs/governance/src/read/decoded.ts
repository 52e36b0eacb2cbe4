import { Unreadable } from './unreadable.js';

const newline = 10;

/** The text of a document's bytes, which are UTF-8. Unreadable. */
export function decoded(bytes: Buffer, name: string): string {
  // Every second byte of a UTF-16 text is nought, which UTF-8 allows and no contract has.
  const nought = bytes.indexOf(0);
  if (nought >= 0) throw new Unreadable(name, [{ message: 'is not UTF-8', ...placeOf(bytes.subarray(0, nought)) }]);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable(name, [{ message: 'is not UTF-8', ...placeOf(bytes.subarray(0, firstWrong(bytes))) }]);
  }
}

/** Where the bytes stop being what their text would be written as. */
function firstWrong(bytes: Buffer): number {
  const written = Buffer.from(bytes.toString('utf8'));
  const at = bytes.findIndex((byte, index) => byte !== written[index]);
  return at < 0 ? bytes.length : at;
}

function placeOf(before: Buffer): { line: number; column: number } {
  const line = before.filter((byte) => byte === newline).length + 1;
  return { line, column: before.subarray(before.lastIndexOf(newline) + 1).toString('utf8').length + 1 };
}
