import { isEmail } from 'class-validator';

/** Whether letters reach a consumer: a contact may as well be a room, a channel or a page. */
export const isWrittenTo = (contact: string | null): boolean => contact !== null && isEmail(contact);
