/** What must hold in every episode, whatever befell it. */
export type Invariant =
  | 'no duplicate'
  | 'no loss'
  | 'no stuck effect'
  | 'an answer is durable before it is given'
  | 'every caller gets the same answer'
  | 'nothing is sent without an intent'
  | 'a repeat is the same request, byte for byte'
  | 'a live attempt is never overtaken'
  | 'two records are a person’s decision';

/** The first invariant that an episode broke, with the seed that repeats it. */
export interface Violation {
  invariant: Invariant;
  seed: number;
  detail: string;
}
