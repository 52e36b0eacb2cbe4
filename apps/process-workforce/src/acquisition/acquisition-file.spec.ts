import { Failure } from '#kernel';
import { mostRows, readAcquisition } from './acquisition-file.js';

const header =
  'number,firstName,lastName,email,hireDate,employmentType,location,country,costCentre,grade,jobTitle,manager,weeklyHours,skills';
const good = 'H-1,Ada,Rowe,ada@halloway.example,2020-02-29,employee,Boston,US,US Data,Analyst,,H-2,37.5,SQL; Java;SQL';

const problemsOf = (csv: string): string[] => {
  try {
    readAcquisition({ csv });
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).kind).toBe('rejected');
    return (error as Failure).detail.fields!.map(({ field, message }) => `${field} ${message}`);
  }
};

describe('a file of acquired people', () => {
  it('is read row by row; what is empty is null', () => {
    expect(readAcquisition({ csv: `\uFEFF${header}\n${good}\n` })).toEqual([
      {
        row: 2,
        number: 'H-1',
        firstName: 'Ada',
        lastName: 'Rowe',
        email: 'ada@halloway.example',
        hireDate: '2020-02-29',
        employmentType: 'employee',
        location: 'Boston',
        country: 'US',
        costCentre: 'US Data',
        grade: 'Analyst',
        jobTitle: null,
        manager: 'H-2',
        weeklyMinutes: 2250,
        skills: ['SQL', 'Java'],
      },
    ]);
  });

  it('may be a list instead, and only one of the two', () => {
    const person = {
      number: 'H-1',
      firstName: 'Ada',
      lastName: 'Rowe',
      hireDate: '2020-03-02',
      employmentType: 'employee',
    };
    expect(readAcquisition({ people: [person] })).toMatchObject([{ row: 1, email: null, skills: [] }]);
    expect(() => readAcquisition({ people: [person], csv: header })).toThrow('the file has a problem');
    expect(() => readAcquisition({})).toThrow('the file has a problem');
  });

  it('is refused with every problem at once, each with its row and field', () => {
    const csv = [
      header,
      good,
      'H 2,,Rowe,ada.example,2021-02-29,intern,Boston,US,US Data,Analyst,,,0,SQL',
      'H-1,Ben,Hale,ADA@halloway.example,2020-03-02,employee,,,,,,,,',
      'H-3,short',
    ].join('\n');
    expect(problemsOf(csv)).toEqual([
      'row 5 has 2 cells instead of 14',
      'row 3: firstName is missing',
      'row 3: number "H 2" is not up to 40 letters, digits, . _ or -',
      'row 3: email "ada.example" is not an e-mail address',
      'row 3: hireDate "2021-02-29" is not a date, YYYY-MM-DD',
      'row 3: employmentType "intern" is neither employee nor contractor',
      'row 3: weeklyHours "0" is not a number of hours up to 80',
      'row 4: number "H-1" stands in row 2 already',
      'row 4: email "ADA@halloway.example" stands in row 2 already',
    ]);
  });

  it.each([
    ['', ['csv has nobody in it']],
    [`${header}\n`, ['csv has nobody in it']],
    [`${header},pay\n`, ['row 1 has an unknown column "pay"']],
    [header.replace(',grade', ''), ['row 1 lacks the column "grade"']],
    [`${header}\n${good.replace('Ada', 'A\u0007da')}`, ['row 2: firstName has characters that cannot be printed']],
    [`${header}\n${good.replace('Ada', 'x'.repeat(201))}`, ['row 2: firstName is longer than 200 characters']],
  ])('is refused: %#', (csv, problems) => {
    expect(problemsOf(csv)).toEqual(problems);
  });

  it('that is no CSV says where it breaks', () => {
    expect(problemsOf(`${header}\n"open`)[0]).toMatch(/^row \d/);
  });

  it('has no more people than are taken at once, and names no more problems than an answer holds', () => {
    const rows = Array.from({ length: mostRows + 1 }, (_, at) =>
      good.replace('H-1', `H-${at}`).replace('ada@', `a${at}@`),
    );
    expect(problemsOf([header, ...rows].join('\n'))).toEqual(['csv has more than 1000 people']);
    const bad = Array.from({ length: 250 }, (_, at) => `H-${at},Ada,Rowe,,never,employee,,,,,,,,`);
    const problems = problemsOf([header, ...bad].join('\n'));
    expect([problems.length, problems.at(-1)]).toEqual([200, 'csv has 51 more problems']);
  });
});
