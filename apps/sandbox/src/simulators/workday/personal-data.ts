import type { Worker as Person } from '../../firm/firm.js';
import { countryInstance } from './countries.js';
import { listed, reference } from './identity.js';
import { field, group, type Part } from './wire.js';
import { nameOf } from './worker.js';

/** Names and ways to reach somebody: the private ones stand beside those of work. */
export function personalData(person: Person): Part {
  return group('Personal_Data', [
    group('Name_Data', [nameData('Legal_Name_Data', person), nameData('Preferred_Name_Data', person)]),
    group('Contact_Data', [
      emailAddress(privateAddress(person), 'HOME', false),
      emailAddress(person.email, 'WORK', true),
    ]),
  ]);
}

const nameData = (name: string, person: Person): Part =>
  group(name, [
    group(
      'Name_Detail_Data',
      [
        reference('Country_Reference', countryInstance(person.country)),
        field('First_Name', person.firstName),
        field('Last_Name', person.lastName),
      ],
      { Formatted_Name: nameOf(person), Reporting_Name: `${person.lastName}, ${person.firstName}` },
    ),
  ]);

/** A client that takes the first address writes to people at home. */
const privateAddress = ({ firstName, lastName }: Person): string =>
  `${firstName}.${lastName}@home.example`.toLowerCase().replaceAll(' ', '');

const usageNames = { HOME: 'Home', WORK: 'Work' };

function emailAddress(address: string, usage: keyof typeof usageNames, isPublic: boolean): Part {
  if (address === '') return undefined;
  // Recorded from the vendor: a word here, and a digit beside it.
  const type = listed('Communication_Usage_Type', 'Communication_Usage_Type_ID', usage, usageNames[usage]);
  return group('Email_Address_Data', [
    field('Email_Address', address),
    group('Usage_Data', [group('Type_Data', [reference('Type_Reference', type)], { Primary: 'true' })], {
      Public: isPublic ? '1' : '0',
    }),
  ]);
}
