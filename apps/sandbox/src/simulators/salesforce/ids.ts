const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** An 18-character record id: 15 case-sensitive characters and the three that encode their capitals. */
export function recordId(prefix: string, number: number): string {
  const short = `${prefix}5g${number.toString(36).toUpperCase().padStart(10, '0')}`;
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...short.slice(start, start + 5)].map((char, index) => (/[A-Z]/.test(char) ? 1 << index : 0));
    return alphabet[bits.reduce<number>((sum, bit) => sum + bit, 0)];
  });
  return short + suffix.join('');
}
