import { checkNote } from './note-rules.js';

describe('a note', () => {
  it.each([
    ['pay them to DE89 3704 0044 0532 0130 00 please', 'holds a bank account'],
    ['account GB82WEST12345698765432', 'holds a bank account'],
    ['card 4111 1111 1111 1111', 'holds the number of a payment card'],
    ['his number is 536-22-8741', 'holds a social security number'],
    ['DE89370400440532013000 and 4111-1111-1111-1111', 'holds a bank account and the number of a payment card'],
    [' \n', 'is empty'],
  ])('"%s" is refused: it %s', (text, why) => {
    expect(() => checkNote(text)).toThrow(`the note ${why}`);
  });

  it.each([
    'the client agreed by phone to 180.00 USD from 2026-10-01',
    // Not an account and not a card: their check digits are wrong.
    'DE88370400440532013000',
    '4111 1111 1111 1112',
    'TE-kantata-4711 of P-OPP-101, NetSuite 8812, call 0049 30 1234567',
    'correlation 019a2f5e-7c1d-7a00-8000-0123456789ab',
  ])('"%s" is kept', (text) => {
    expect(() => checkNote(text)).not.toThrow();
  });
});
