import { Failure, today as todayIn } from '#kernel';
import { type AppLogger, BackgroundLoop, type BackgroundService, type Mailer } from '#platform';
import { isWrittenTo } from '../consumers/written-to.js';
import type { Deprecations } from '../life/deprecations.js';
import { toldOf } from './notice.js';
import type { NoticeRepository, WaitingLetter } from './notice.repository.js';

export interface ConsumerNoticesParts {
  deprecations: Pick<Deprecations, 'list'>;
  notices: NoticeRepository;
  mailer: Mailer;
  portalUrl: string;
  logger: AppLogger;
}

const lookEveryMs = 3_600_000;
/** With pauses from a minute to half a day between them: a mail server may be away for four days. */
const mostTries = 16;
const firstPauseMs = 60_000;
const longestPauseMs = 43_200_000;

/**
 * Writes to registered consumers whose contact is an e-mail address before what they use ends: when it is announced, a
 * month and a week ahead, and on the day. One letter names everything that is new for a consumer; each is told once.
 */
export class ConsumerNotices {
  constructor(private readonly parts: ConsumerNoticesParts) {}

  loops(): BackgroundService[] {
    const { logger } = this.parts;
    const look = (): Promise<boolean> => this.look(todayIn(new Date(), 'UTC')).then(() => false);
    return [
      new BackgroundLoop({ name: 'consumer notices', logger, idleMs: lookEveryMs, work: look }),
      new BackgroundLoop({ name: 'consumer letters', logger, idleMs: 5_000, work: () => this.sendNext() }),
    ];
  }

  /** Writes what is new; answers how many letters. `today` in UTC, YYYY-MM-DD. */
  async look(today: string): Promise<number> {
    const { deprecations, notices, portalUrl } = this.parts;
    let written = 0;
    for (const told of toldOf((await deprecations.list()).items, today)) {
      if (isWrittenTo(told.contact) && (await notices.write(told, portalUrl))) written += 1;
    }
    return written;
  }

  /** False where no letter is due. A letter may come twice, under one id; none is lost in silence. */
  async sendNext(): Promise<boolean> {
    const { notices, mailer } = this.parts;
    const letter = await notices.take();
    if (!letter) return false;
    const { id, address: to, subject, body: text } = letter;
    const failure = await mailer({ id, to, subject, text }).then(
      () => null,
      (error: unknown) => Failure.from(error),
    );
    if (failure) await this.putOff(letter, failure);
    else await notices.sent(id);
    return true;
  }

  private putOff({ id, clientId, tries }: WaitingLetter, { kind, message }: Failure): Promise<void> {
    const { notices, logger } = this.parts;
    if (kind === 'unavailable' && tries < mostTries)
      return notices.later(id, message, Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1)));
    logger.problem('letter to a consumer given up', { subject: `consumer/${clientId}`, count: tries, reason: message });
    return notices.dead(id, message);
  }
}
