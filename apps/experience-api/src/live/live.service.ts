import { Injectable, type MessageEvent } from '@nestjs/common';
import {
  concatMap,
  defer,
  EMPTY,
  finalize,
  from,
  interval,
  merge,
  type Observable,
  of,
  repeat,
  share,
  takeUntil,
  timer,
} from 'rxjs';
import type { LiveMessage } from '#contracts';
import { Failure } from '#kernel';
import type { LiveRepository, Standing } from './live.repository.js';

const everyMs = 1_000;
const heartbeatMs = 15_000;
/** A stream outlives no token: whoever listens on comes back with a fresh one, and misses nothing. */
const longestMs = 5 * 60_000;
const mostListeners = 200;

/** Tells whoever listens what is worth reading again. One look a second, however many listen. */
@Injectable()
export class LiveService {
  private listeners = 0;
  private seen: Standing | null = null;
  private readonly changes: Observable<LiveMessage> = defer(() => from(this.look())).pipe(
    concatMap((message) => (message ? of(message) : EMPTY)),
    repeat({ delay: everyMs }),
    share(),
  );

  constructor(private readonly live: LiveRepository) {}

  /** `after`: the id of the last message somebody has, whose sequel comes first. Failure: `throttled` when too many listen. */
  listen(after: number | null): Observable<MessageEvent> {
    if (this.listeners >= mostListeners) {
      throw new Failure('throttled', `${mostListeners} listen already`, {
        code: 'too-many-listeners',
        retryAfterMs: 30_000,
      });
    }
    this.listeners += 1;
    const missed =
      after === null
        ? EMPTY
        : defer(() => from(this.since(after))).pipe(concatMap((message) => (message ? of(message) : EMPTY)));
    const told = merge(missed, this.changes).pipe(
      concatMap((message): Observable<MessageEvent> =>
        of({ id: String(message.position), type: 'changed', data: message }),
      ),
    );
    const beats = interval(heartbeatMs).pipe(
      concatMap((): Observable<MessageEvent> => of({ type: 'heartbeat', data: {} })),
    );
    return merge(told, beats).pipe(
      takeUntil(timer(longestMs)),
      finalize(() => (this.listeners -= 1)),
    );
  }

  private async since(position: number): Promise<LiveMessage | null> {
    const now = await this.live.standing();
    return messageOf(await this.live.topics({ position, lines: now.lines }, now), now);
  }

  private async look(): Promise<LiveMessage | null> {
    const now = await this.live.standing();
    const before = this.seen ?? now;
    this.seen = now;
    if (before.position === now.position && before.lines === now.lines) return null;
    return messageOf(await this.live.topics(before, now), now);
  }
}

const messageOf = (topics: string[], { position }: Standing): LiveMessage | null =>
  topics.length === 0 ? null : { topics, position, at: new Date().toISOString() };
