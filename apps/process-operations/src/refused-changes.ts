import { events } from '#contracts';
import type { Subscription } from '#events';
import { Failure } from '#kernel';
import type { ExceptionRepository } from '#workflow';

interface Refused {
  instance: string;
  record: string;
  reason: string;
  echo: boolean;
}

/** A step told by a system that does not own it is somebody's work, once a record; our own echo is nobody's (B2, B10). */
export const refusedChanges = (exceptions: ExceptionRepository): Subscription => ({
  name: 'refused changes',
  types: [events.changeRefused],
  handle: async ({ data, correlationId }, manager) => {
    const { instance, record, reason, echo } = data as Refused;
    if (echo) return 'superseded';
    await exceptions.raise(manager, {
      subject: { kind: 'record', id: `${instance}/${record}` },
      failure: new Failure('forbidden', `${record} was changed in ${instance}, and nobody acted on it: ${reason}`, {
        code: 'not-the-owner',
        record: `${record} of ${instance}`,
        system: instance,
        remedy: "make the change in the owner's system and take it back here; then skip this exception",
      }),
      record,
      business: {},
      correlationId,
    });
    return 'applied';
  },
});
