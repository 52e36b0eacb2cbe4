import { isCalendarDate } from '#kernel';
import type { World } from '../../core/simulator.js';
import type { Firm } from '../../firm/firm.js';
import { listed, reference } from './identity.js';
import { hasId, named, paged } from './request.js';
import { dateText } from './tenant-time.js';
import { echo, field, flag, group, type Part } from './wire.js';
import { childOf, type XmlNode } from './xml.js';

interface HolidayCalendar {
  id: string;
  name: string;
  holidays: { date: string; name: string }[];
}

/** Public holidays of 2026 on which nobody of the example firm works; people enter what comes after. */
const holidaysOf: Record<string, [date: string, name: string][]> = {
  US: [
    ['2026-01-01', "New Year's Day"],
    ['2026-05-25', 'Memorial Day'],
    ['2026-07-03', 'Independence Day (observed)'],
    ['2026-09-07', 'Labor Day'],
    ['2026-11-26', 'Thanksgiving Day'],
    ['2026-12-25', 'Christmas Day'],
  ],
  DE: [
    ['2026-01-01', 'Neujahr'],
    ['2026-04-03', 'Karfreitag'],
    ['2026-04-06', 'Ostermontag'],
    ['2026-05-01', 'Tag der Arbeit'],
    ['2026-05-14', 'Christi Himmelfahrt'],
    ['2026-05-25', 'Pfingstmontag'],
    ['2026-10-03', 'Tag der Deutschen Einheit'],
    ['2026-12-25', '1. Weihnachtstag'],
    ['2026-12-26', '2. Weihnachtstag'],
  ],
};

/** One calendar for each country the firm is in. */
export function seedHolidays({ legalEntities }: Firm, world: World): void {
  for (const country of new Set(legalEntities.map((entity) => entity.country))) {
    const id = `HOLIDAY_CALENDAR_${country}`;
    const holidays = (holidaysOf[country] ?? []).map(([date, name]) => ({ date, name }));
    world.store.put('holidayCalendar', id, { id, name: `Holidays ${country}`, holidays } satisfies HolidayCalendar);
  }
}

export function addHoliday(world: World, input: { calendar: string; date: string; name: string }): void {
  const calendar = calendarNamed(world, input.calendar);
  if (!isCalendarDate(input.date)) throw new Error(`"${input.date}" is not a date (YYYY-MM-DD)`);
  enter(world, { ...calendar, holidays: [...calendar.holidays, { date: input.date, name: input.name }] }, input);
}

export function removeHoliday(world: World, input: { calendar: string; date: string }): void {
  const calendar = calendarNamed(world, input.calendar);
  const holidays = calendar.holidays.filter(({ date }) => date !== input.date);
  if (holidays.length === calendar.holidays.length) throw new Error(`there is no holiday on ${input.date}`);
  enter(world, { ...calendar, holidays }, input);
}

function calendarNamed(world: World, id: string): HolidayCalendar {
  const calendar = world.store.get<HolidayCalendar>('holidayCalendar', id);
  if (!calendar) throw new Error(`there is no holiday calendar "${id}"`);
  return calendar;
}

function enter(world: World, calendar: HolidayCalendar, data: object): void {
  world.store.put('holidayCalendar', calendar.id, calendar);
  world.store.record({ operation: 'update', entity: 'Holiday Calendar', id: calendar.id, by: 'person', data });
}

const instanceOf = ({ id, name }: HolidayCalendar) => listed('Holiday_Calendar', 'Holiday_Calendar_ID', id, name);

export function getHolidayCalendars(world: World, request: XmlNode): Part[] {
  const all = world.store.list<HolidayCalendar>('holidayCalendar');
  const referenced = named(request, 'Holiday_Calendar_Reference', (type, value) =>
    all.find((calendar) => hasId(instanceOf(calendar), type, value)),
  );
  const { items, results } = paged(request, referenced ?? all);
  return [
    echo(childOf(request, 'Request_References')),
    echo(childOf(request, 'Response_Filter')),
    results,
    group('Response_Data', items.map(element)),
  ];
}

const element = (calendar: HolidayCalendar): Part =>
  group('Holiday_Calendar', [
    reference('Holiday_Calendar_Reference', instanceOf(calendar)),
    group(
      'Holiday_Calendar_Data',
      [
        field('Name', calendar.name),
        flag('Display_on_Time_Off_and_Leave_Calendar', true),
        ...calendar.holidays.map(({ date, name }) =>
          group(
            'Holiday_Calendar_Event_Data',
            [
              field('Name', name),
              group('Start_End_Data', [
                flag('All_Day_Event', true),
                field('Start_Date', dateText(date)),
                field('End_Date', dateText(date)),
              ]),
            ],
            { ID: `${calendar.id}-${date}` },
          ),
        ),
      ],
      { ID: calendar.id },
    ),
  ]);
