import type { ConsumedOperation, Consumer, DeprecationCaller } from '#contracts';
import type { Calling, Ending } from '#governance';
import type { RecordedUse, UsageRepository } from '#platform';
import type { ConsumerRepository } from '../consumers/consumer.repository.js';
import { type FieldPlace, placesOf } from '../impact/contract-fields.js';
import { latelyDays, toldAs } from '../impact/recorded-use.js';
import type { Store } from '../registry/registry.repository.js';

/** A contract as it is asked about. */
interface Contract {
  contract: string;
  content: Record<string, unknown>;
}

/** What counts as use of something. */
interface Measure {
  /** How often it is in what was recorded of an operation. */
  times: (use: RecordedUse) => number;
  /** Whether somebody says to use it who says this. */
  isMeant: (use: ConsumedOperation) => boolean;
}

const wholeContract: Measure = { times: ({ calls }) => calls, isMeant: () => true };

/** Who uses what is to go: by what was recorded in the last 30 days, and by what consumers say. */
export class EndingCallers {
  constructor(
    private readonly usage: UsageRepository,
    private readonly consumers: ConsumerRepository,
  ) {}

  /** Subject → who uses it, the busiest first. */
  async of(asked: Contract, endings: Ending[], store?: Store): Promise<Map<string, DeprecationCaller[]>> {
    if (endings.length === 0) return new Map();
    const callersOf = await this.callers(asked.contract, store);
    return new Map(endings.map((ending) => [ending.subject, callersOf(measureOf(asked, ending))]));
  }

  async ofContract(contract: string): Promise<DeprecationCaller[]> {
    return (await this.callers(contract))(wholeContract);
  }

  private async callers(contract: string, store?: Store): Promise<(measure: Measure) => DeprecationCaller[]> {
    const used = await this.usage.used({ contract, days: latelyDays }, store);
    const registered = new Map((await this.consumers.list(store)).map((one) => [one.clientId, one]));
    return ({ times, isMeant }) => {
      const found = new Map<string, Pick<DeprecationCaller, 'calls' | 'lastUse'>>();
      for (const { clientId, uses } of registered.values()) {
        const says = uses.some((use) => use.contract === contract && isMeant(use));
        if (says) found.set(clientId, { calls: 0, lastUse: null });
      }
      for (const use of used) {
        const calls = times(use);
        const known = found.get(use.consumer);
        if (calls > 0) {
          const lastUse = known?.lastUse && known.lastUse > use.lastUse ? known.lastUse : use.lastUse;
          found.set(use.consumer, { calls: calls + (known?.calls ?? 0), lastUse });
        }
      }
      const callers = [...found].map(([clientId, use]) => ({ ...personOf(clientId, registered), ...use }));
      return callers.toSorted((a, b) => b.calls - a.calls || (a.clientId < b.clientId ? -1 : 1)).slice(0, 1000);
    };
  }
}

/** Those of them somebody can be asked about: registered, and on record. */
export const registeredCalling = (callers: DeprecationCaller[]): Calling[] =>
  callers.flatMap(({ name, owner, lastUse }) =>
    name === null || lastUse === null ? [] : [{ consumer: name, owner: owner!, lastUse: lastUse.slice(0, 10) }],
  );

const personOf = (clientId: string, registered: Map<string, Consumer>) => {
  const { name = null, owner = null, contact = null, writtenTo = false } = registered.get(clientId) ?? {};
  return { clientId: toldAs(clientId), name, owner, contact, writtenTo };
};

function measureOf({ content }: Contract, { kind, subject }: Ending): Measure {
  if (kind === 'operation') {
    return {
      times: (use) => (use.operation === subject ? use.calls : 0),
      isMeant: (use) => use.operation === subject,
    };
  }
  const [schema, field] = subject.split('.') as [string, string];
  const places = placesOf(content, schema, field);
  return {
    times: (use) => places.reduce((sum, place) => sum + timesAt(use, place), 0),
    isMeant: ({ operation, sends, reads }) =>
      places.some((one) => one.operation === operation && (one.status === null ? sends : reads).includes(one.path)),
  };
}

/** A field was sent as often as it was there, and could be read as often as its status was answered. */
function timesAt({ operation, sent, answered }: RecordedUse, place: FieldPlace): number {
  if (operation !== place.operation) return 0;
  return (place.status === null ? sent[place.path] : answered[place.status]) ?? 0;
}
