/** A step of this firm's sales process. Names are the firm's own: programs must look at IsWon and IsClosed. */
interface Stage {
  name: string;
  follows: { IsClosed: boolean; IsWon: boolean; Probability: number; ForecastCategoryName: string };
}

const stages: Stage[] = [
  {
    name: 'In negotiation',
    follows: { IsClosed: false, IsWon: false, Probability: 60, ForecastCategoryName: 'Pipeline' },
  },
  { name: 'Signed', follows: { IsClosed: true, IsWon: true, Probability: 100, ForecastCategoryName: 'Closed' } },
  {
    name: 'Lost to competitor',
    follows: { IsClosed: true, IsWon: false, Probability: 0, ForecastCategoryName: 'Omitted' },
  },
];

export const stageNames = stages.map(({ name }) => name);
export const stageOf = { open: 'In negotiation', win: 'Signed', lost: 'Lost to competitor' } as const;

/** What else a deal gets from its stage. */
export const impliedBy = (stage: unknown): Stage['follows'] | undefined =>
  stages.find(({ name }) => name === stage)?.follows;
