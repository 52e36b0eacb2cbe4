import { Failure } from '#kernel';
import { durationMs, type InstanceConfig } from '#platform';
import type { Connector, Feed } from '../connector.js';

/** A feed and the pause between two polls that found nothing. */
export interface PacedFeed {
  feed: Feed;
  everyMs: number;
}

/** How much more seldom a product is asked that also tells its changes. */
const safetyNetPace = 10;

/** What is read of an instance: its feeds, and with `changes: capture` first what the product tells by itself. */
export function pacedFeeds({ feeds, capture }: Connector, { changes, pollEvery }: InstanceConfig): PacedFeed[] {
  const isTold = capture !== undefined && changes === 'capture';
  const asked = feeds.map((feed) => ({
    feed,
    everyMs: pollEvery ? durationMs(pollEvery) : feed.everyMs * (isTold ? safetyNetPace : 1),
  }));
  return isTold ? [{ feed: capture, everyMs: capture.everyMs }, ...asked] : asked;
}

/** Nobody may believe that changes are told at once where they are not. */
export function refuseCapture({ title, capture }: Connector, instances: InstanceConfig[]): void {
  const wrong = capture ? [] : instances.filter(({ changes }) => changes === 'capture');
  if (wrong.length === 0) return;
  throw new Failure('rejected', `${title} does not tell its changes as they happen`, {
    code: 'broken-instance',
    remedy: 'leave `changes` out, or set it to polling, at the instance in estate.yaml',
    fields: wrong.map(({ name }) => ({ field: `instances[name=${name}].changes`, message: 'must be polling' })),
  });
}
