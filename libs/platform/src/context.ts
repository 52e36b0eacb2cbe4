import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from '#kernel';

/** What travels with a piece of work from its first event to its last vendor call. */
export interface WorkContext {
  correlationId: string;
  /** Who asked: a client id or a person's subject; null for work the product started itself. */
  actor: string | null;
  /** The run that does it, and the moment it began: what it asks of the routing is as it was then. */
  run?: { workflow: string; begun: string };
}

const storage = new AsyncLocalStorage<WorkContext>();

export const withContext = <T>(context: WorkContext, work: () => T): T => storage.run(context, work);

/** The context of the work going on; work without one starts a new correlation. */
export const currentContext = (): WorkContext => storage.getStore() ?? { correlationId: newId(), actor: null };
