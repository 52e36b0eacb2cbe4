const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Adds to a 15-character case-sensitive id the three characters that say which of its letters are capitals. */
export function withChecksum(short: string): string {
  const suffix = [0, 5, 10].map((start) => {
    const bits = Array.from(short.slice(start, start + 5), (char, index) => (/[A-Z]/.test(char) ? 1 << index : 0));
    return alphabet[bits.reduce<number>((sum, bit) => sum + bit, 0)];
  });
  return short + suffix.join('');
}

/** The id of the `number`th record of an object. */
export const recordId = (prefix: string, number: number): string =>
  withChecksum(`${prefix}5g${number.toString(36).toUpperCase().padStart(10, '0')}`);

/** The 18-character form of an id somebody wrote, null where it cannot be one. */
export function fullId(text: string): string | null {
  if (!/^[A-Za-z0-9]{15}([A-Z0-5]{3})?$/.test(text)) return null;
  const full = withChecksum(text.slice(0, 15));
  return text.length === 15 || text === full ? full : null;
}

/** The org itself and the user the gateway works as. */
export const orgId = withChecksum('00D5g000004XYZ1');
export const userId = withChecksum('0055g000001Abcd');
