import { Moment, TextList, Whole } from '../fields.js';

export const liveTopics = ['projects', 'people', 'staffing', 'billing', 'exceptions', 'runs'] as const;
export type LiveTopic = (typeof liveTopics)[number];

/** One message of the live stream: what is worth reading again. */
export class LiveMessage {
  @TextList('Topics that changed: projects, people, staffing, billing, exceptions, runs', { max: 20 })
  topics!: string[];

  @Whole('How far what is shown is in the event log; also the id of the message')
  position!: number;

  @Moment('When it was noticed')
  at!: string;
}
