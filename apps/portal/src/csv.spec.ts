import { csv } from './csv.js';

describe('a table as CSV', () => {
  it('quotes what would break a row, and leaves numbers as they are', () => {
    expect(
      csv([
        ['Name', 'Amount'],
        ['Halden, "GmbH"', -12.5],
        ['two\nlines', null],
      ]),
    ).toBe('Name,Amount\r\n"Halden, ""GmbH""",-12.5\r\n"two\nlines",\r\n');
  });

  it.each(['=1+1', '+1', '-cmd', '@SUM(A1)', '\tx'])('lets %j be no formula', (text) => {
    expect(csv([[text]])).toBe(`'${text}\r\n`);
  });

  it('leaves an amount in text a number', () => {
    expect(csv([['-1250.50']])).toBe('-1250.50\r\n');
  });
});
