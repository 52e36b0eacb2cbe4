import type { Element, Vendor } from '#connector';
import type { hr } from '#contracts';
import { calendarDate, everyDay, Failure } from '#kernel';
import { settingsOf } from './settings.js';
import { ask } from './soap.js';

/** The holidays of every calendar; a calendar is a place. */
export async function listHolidays(vendor: Vendor, { from, to }: hr.HolidayQuery): Promise<hr.HolidayList> {
  const { calendarPlaces = {} } = settingsOf(vendor);
  const calendars = await holidayCalendars(vendor);
  refuseRecurring(calendars);
  const items = calendars.flatMap((calendar) => {
    const name = calendar.text('Name') ?? '';
    return calendar
      .all('Holiday_Calendar_Event_Data')
      .flatMap((event) => holidaysOf(event, calendarPlaces[name] ?? name));
  });
  return { items: items.filter(({ date }) => from <= date && date <= to) };
}

async function holidayCalendars(vendor: Vendor): Promise<Element[]> {
  const calendars: Element[] = [];
  const asOf = new Date().toISOString();
  for (let page = 1; ; page += 1) {
    const filter = { As_Of_Entry_DateTime: asOf, Page: page, Count: 100 };
    const response = await ask(vendor, 'Get_Holiday_Calendars', { Response_Filter: filter });
    calendars.push(...response.all('Response_Data', 'Holiday_Calendar', 'Holiday_Calendar_Data'));
    if (page >= Number(response.text('Response_Results', 'Total_Pages') ?? 0)) return calendars;
  }
}

/** Every day of an event that takes whole days: on half a holiday people work. */
export function holidaysOf(event: Element, location: string): hr.Holiday[] {
  const times = event.first('Start_End_Data');
  const first = calendarDate(times?.text('Start_Date'));
  if (!times || !first || (times.text('All_Day_Event') !== null && !times.flag('All_Day_Event'))) return [];
  const last = calendarDate(times.text('End_Date')) ?? first;
  const named = { name: event.text('Name') ?? 'Holiday', location: location || null };
  return everyDay(first, last).map((date) => ({ date, ...named }));
}

/** How Workday repeats an event is not published; told as one day it would be missing in all other years. */
function refuseRecurring(calendars: Element[]): void {
  const fields = calendars.flatMap((calendar) =>
    calendar
      .all('Holiday_Calendar_Event_Data')
      .filter((event) => event.first('Recurrence_Data') !== null)
      .map((event) => ({ field: `${calendar.text('Name')}/${event.text('Name')}`, message: 'recurs' })),
  );
  if (fields.length === 0) return;
  throw new Failure('rejected', 'holiday calendars in Workday have events that recur', {
    code: 'recurring-holiday',
    remedy: 'enter these holidays in Workday once for each year',
    fields,
  });
}
