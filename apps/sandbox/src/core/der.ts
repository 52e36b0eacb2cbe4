/** The few shapes of ASN.1 in DER (ITU-T X.690) that a certificate is made of. */
export const der = {
  sequence: (...parts: Buffer[]): Buffer => tagged(0x30, ...parts),
  set: (...parts: Buffer[]): Buffer => tagged(0x31, ...parts),
  /** A positive number in big-endian bytes. */
  integer: (bytes: Buffer): Buffer => tagged(0x02, bytes[0]! >= 0x80 ? Buffer.from([0]) : Buffer.alloc(0), bytes),
  boolean: (value: boolean): Buffer => tagged(0x01, Buffer.from([value ? 0xff : 0])),
  text: (value: string): Buffer => tagged(0x0c, Buffer.from(value, 'utf8')),
  octets: (...parts: Buffer[]): Buffer => tagged(0x04, ...parts),
  bits: (bytes: Buffer, unused = 0): Buffer => tagged(0x03, Buffer.from([unused]), bytes),
  /** To the second; years from 2050 on have another shape in a certificate (RFC 5280, 4.1.2.5). */
  moment: (date: Date): Buffer => {
    const digits = date.toISOString().replace(/[-:T]|\..*$/g, '');
    const isShort = date.getUTCFullYear() < 2050;
    return tagged(isShort ? 0x17 : 0x18, Buffer.from(`${isShort ? digits.slice(2) : digits}Z`));
  },
  /** An object identifier in dotted form, e.g. `2.5.4.3`. */
  oid: (dotted: string): Buffer => {
    const [first, second, ...rest] = dotted.split('.').map(Number);
    return tagged(0x06, Buffer.from([first! * 40 + second!, ...rest.flatMap(base128)]));
  },
  /** An element whose tag the place gives it, not its type. */
  context: (tag: number, content: Buffer, isConstructed = true): Buffer =>
    tagged((isConstructed ? 0xa0 : 0x80) + tag, content),
};

function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes = length > 0xff ? [length >> 8, length & 0xff] : [length];
  return [0x80 + bytes.length, ...bytes];
}

/** Seven bits a byte, all but the last marked as continued. */
function base128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift(0x80 | (rest & 0x7f));
  return bytes;
}
