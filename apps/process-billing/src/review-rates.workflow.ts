import { events } from '#contracts';
import { Failure } from '#kernel';
import type { Projects } from '#platform';
import { defineWorkflow } from '#workflow';
import type { BillingLineRepository } from './billing-line.repository.js';
import { assertDecided, differenceOf, outdated, type RateReview } from './rate-review.js';

export interface ReviewRates {
  project: string;
  dealVersion: string;
  /** First day worked that has another rate than before; null where none has. */
  ratesFrom: string | null;
}

export interface ReviewServices {
  terms: Pick<Projects, 'find'>;
  lines: BillingLineRepository;
}

/** After rates have changed: what is not charged yet is priced anew, what is billed already is for a person (E14, K8). */
export const reviewRates = defineWorkflow<ReviewRates, ReviewServices>({
  name: 'rate-review',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'revenue', recovery: 'resume', slo: '15m' },
  owners: { default: 'finance-operations' },
  startsOn: {
    types: [events.projectChanged],
    input: (event) => {
      const { project, dealVersion, ratesFrom } = event.data as InstanceType<typeof events.projectChanged.data>;
      return { project, dealVersion, ratesFrom };
    },
  },
  runKey: ({ project, dealVersion }) => `${project}/${dealVersion}`,

  async run(flow, { project, ratesFrom }, { terms, lines }) {
    flow.about({ title: `Rates of ${project}: every day worked keeps its rate`, project });
    if (ratesFrom === null) return;
    flow.about({ title: `Rates of ${project} from ${ratesFrom}` });
    // Who checked lines on the strength of the terms before is done with them by then.
    await flow.waitUntil('lines being checked are priced', 'PT1M');
    const agreed = await flow.read('terms', async () => known(project, await terms.find(project)));
    flow.about({ client: agreed.client, legalEntity: agreed.legalEntity });
    await flow.step('price anew what is not charged', { act: () => lines.priceAgain(project, ratesFrom) });
    const review = await flow.read<RateReview>('billed days', async () => ({
      items: outdated(await lines.charged(project, ratesFrom), agreed),
    }));
    const difference = differenceOf(review.items);
    if (difference === null) return;
    flow.about({ moneyAtRisk: { ...difference, amount: difference.amount.replace('-', '') } });
    await flow.check('no billed day has another rate', () => assertDecided(project, review), {
      corrects: 'billed days',
    });
    if (review.decision !== 'rebill') return;
    for (const { reference } of review.items) {
      await flow.step(`charge ${reference} anew`, { act: () => lines.chargeAnew(reference) });
    }
  },
});

function known<T>(project: string, found: T | null): T {
  if (found) return found;
  throw new Failure('not-found', `${project} is not registered any more`, { code: 'unknown-project' });
}
