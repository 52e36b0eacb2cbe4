import { parseXml } from '#connector';
import { holidaysOf } from './holidays.js';

const event = (times: string) =>
  parseXml(
    `<wd:Event xmlns:wd="u"><wd:Name>Christmas</wd:Name><wd:Start_End_Data>${times}</wd:Start_End_Data></wd:Event>`,
  )!.first('Event')!;
const dates = (times: string) => holidaysOf(event(times), 'Berlin').map(({ date }) => date);

describe('an event of a holiday calendar', () => {
  it('is a holiday of its place, on every day of it', () => {
    const times =
      '<wd:All_Day_Event>1</wd:All_Day_Event><wd:Start_Date>2026-12-25-08:00</wd:Start_Date><wd:End_Date>2026-12-26-08:00</wd:End_Date>';
    expect(holidaysOf(event(times), 'Berlin')).toEqual([
      { date: '2026-12-25', name: 'Christmas', location: 'Berlin' },
      { date: '2026-12-26', name: 'Christmas', location: 'Berlin' },
    ]);
  });

  it('without an end is one day', () => {
    expect(dates('<wd:Start_Date>2026-12-25-08:00</wd:Start_Date>')).toEqual(['2026-12-25']);
  });

  it('that takes part of a day is a working day', () => {
    expect(dates('<wd:All_Day_Event>0</wd:All_Day_Event><wd:Start_Date>2026-12-24-08:00</wd:Start_Date>')).toEqual([]);
  });
});
