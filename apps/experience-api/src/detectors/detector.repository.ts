import type { Finding, MoneyValue } from '#contracts';
import { Failure } from '#kernel';
import { type DataSource, durationMs, rows } from '#platform';
import type { Detector } from './detector.js';

const usual = '15m';

/** How long work may be under way before a detector lights, from `DETECTOR_PATIENCE`, in milliseconds. */
export function patienceMs(env: NodeJS.ProcessEnv): number {
  try {
    return durationMs(env.DETECTOR_PATIENCE ?? usual);
  } catch (error) {
    throw new Failure('rejected', `DETECTOR_PATIENCE: ${Failure.from(error).message}`, { cause: error });
  }
}

export interface Light {
  findings: number;
  since: Date | null;
  moneyAtRisk: MoneyValue[];
}

/** Looks for disconnects in the read models. */
export class DetectorRepository {
  private readonly patience: string;

  constructor(
    private readonly database: DataSource,
    patience: number,
  ) {
    this.patience = `interval '${Math.round(patience)} milliseconds'`;
  }

  async light({ findings }: Detector): Promise<Light> {
    const [found] = await rows<Light>(
      this.database,
      `with found as (${findings(this.patience)})
       select (select count(*)::int from found) as findings, (select min(since) from found) as since,
              (select coalesce(jsonb_agg(jsonb_build_object('amount', amount::text, 'currency', currency) order by currency), '[]')
                 from (select currency, round(sum(amount), 2) as amount from found
                        where amount is not null and currency is not null group by currency) money) as "moneyAtRisk"`,
    );
    return found!;
  }

  findings({ findings }: Detector): Promise<Finding[]> {
    return rows<Finding>(
      this.database,
      `with found as (${findings(this.patience)})
       select left(record, 300) as record, label, project, since, case when amount is not null and currency is not null
                then jsonb_build_object('amount', round(amount, 2)::text, 'currency', currency) end as "moneyAtRisk"
         from found order by amount desc nulls last, since, record limit 1000`,
    );
  }
}
