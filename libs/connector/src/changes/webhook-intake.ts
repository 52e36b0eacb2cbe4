import { Injectable } from '@nestjs/common';
import { failpoint, Failure, needsPerson } from '#kernel';
import { type AppLogger, BackgroundLoop, withContext } from '#platform';
import type { Webhook, WebhookRequest } from '../connector.js';
import type { Instances } from '../instances.js';
import type { ChangeRepository, Delivery } from './change.repository.js';
import { tell } from './tell.js';

/** Verifies and keeps what vendors push, then reads it in its own time. */
@Injectable()
export class WebhookIntake {
  constructor(
    private readonly webhook: Webhook | undefined,
    private readonly instances: Instances,
    private readonly changes: ChangeRepository,
    private readonly logger: AppLogger,
  ) {}

  /** Returns once the delivery is durable; only then may the vendor be told so. */
  async accept(instance: string, request: WebhookRequest, correlationId: string): Promise<void> {
    if (!this.webhook) throw new Failure('not-found', 'this platform pushes nothing');
    const vendor = this.instances.vendor(instance);
    const delivery = this.webhook.verify(vendor.settings as never, request);
    this.webhook.parse(request.body);
    await this.changes.keep(instance, delivery, request.body, correlationId);
    failpoint('after-stored');
  }

  /** One reader for each instance: one that hangs does not hold up the webhooks of another. */
  readers(): BackgroundLoop[] {
    if (!this.webhook) return [];
    return this.instances.names().map(
      (instance) =>
        new BackgroundLoop({
          name: `webhooks ${instance}`,
          logger: this.logger,
          idleMs: 200,
          work: () => this.readSome(instance),
        }),
    );
  }

  private async readSome(instance: string): Promise<boolean> {
    const waiting = await this.changes.waiting(instance, 20);
    for (const delivery of waiting) {
      await withContext({ correlationId: delivery.correlationId, actor: null }, () => this.read(delivery));
    }
    return waiting.length === 20;
  }

  private async read(delivery: Delivery): Promise<void> {
    try {
      const vendor = this.instances.vendor(delivery.instance).inBackground();
      const found = await this.webhook!.changes(vendor, this.webhook!.parse(delivery.body) as never);
      await this.changes.database.transaction(async (manager) => {
        await tell(manager, this.changes, vendor, found);
        await this.changes.markRead(manager, delivery.position);
      });
    } catch (error) {
      const failure = Failure.from(error);
      this.logger.problem('webhook not read yet', { instance: delivery.instance, reason: failure.message });
      await this.changes.postpone(delivery, failure.message, needsPerson(failure));
    }
  }
}
