import { type AppSubscription, clients } from '#contracts';
import { Failure } from '#kernel';
import type { KnownConsumer, Use } from '#governance';
import { type AppConfig, type AppLogger, serviceClient, type ServiceTokens } from '#platform';
import { knownFields, type OperationFields } from './contract-fields.js';

/** Who is told of events: the subscribers of the process apps, as those who use the event contracts. */
export class EventConsumers {
  private readonly operations;

  constructor(
    config: AppConfig,
    tokens: ServiceTokens,
    private readonly logger: AppLogger,
  ) {
    this.operations = serviceClient<clients.operationsV1.operations>(clients.operationsV1.routes, {
      baseUrl: config.addresses['process-operations'],
      audience: 'process',
      tokens,
      timeoutMs: 10_000,
    });
  }

  /** An app that cannot be asked is a consumer nobody knows the use of: that is not safe. */
  async list(fields: Map<string, OperationFields>): Promise<KnownConsumer[]> {
    try {
      const { items, missing } = await this.operations.listAppSubscriptions({});
      const unheard = missing.map(({ part }) => ({ clientId: part, name: part, owner: null, declared: null }));
      return [...items.map((one) => asConsumer(one, fields)), ...unheard];
    } catch (error) {
      const { kind, message } = Failure.from(error);
      if (kind === 'defect') throw error;
      this.logger.warn(`subscribers of events are not known: ${message}`);
      return [{ clientId: 'process-operations', name: 'Every subscriber of events', owner: null, declared: null }];
    }
  }
}

/** Whoever is told of an event may read all of it. */
const asConsumer = ({ app, name, types }: AppSubscription, fields: Map<string, OperationFields>): KnownConsumer => ({
  clientId: `${app}/${name.replaceAll(/[^\w.-]+/g, '-')}`,
  name,
  owner: app,
  declared: types.map((type): Use => {
    const operation = `SEND ${type}`;
    const known = knownFields(fields.get(operation));
    return { operation, calls: 0, lastUse: null, sent: {}, read: known.read, known };
  }),
});
