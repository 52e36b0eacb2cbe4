import { type LogEntry, logSince, mayBeEarlier } from './provisioning-log.js';

const entryAt = (moment: number): LogEntry => ({
  activityDateTime: new Date(moment).toISOString(),
  sourceIdentity: null,
  targetIdentity: null,
  provisioningStatusInfo: null,
});

/** Whole seconds, as the `Date` of Entra's reply says them. */
const seconds = (moment: number): number => Math.floor(moment / 1_000) * 1_000;

describe('an entry of the provisioning log that may be about the upload before ours', () => {
  const accepted = seconds(Date.now());
  const location = logSince('job-1', new Date(accepted));

  it.each([
    ['as our upload was accepted, to the second', 0, true],
    ['in that second', 999, true],
    ['a second later: that is after anything accepted before', 1_000, false],
    ['a minute later', 60_000, false],
    ['in the second before, which the question leaves a margin for', -1_000, true],
  ])('is one that came %s', (_when, afterMs, earlier) => {
    expect(mayBeEarlier(location, entryAt(accepted + afterMs))).toBe(earlier);
  });

  it('is waited for no longer than a minute: then no other will come, and it counts', () => {
    const longAgo = accepted - 61_000;
    expect(mayBeEarlier(logSince('job-1', new Date(longAgo)), entryAt(longAgo))).toBe(false);
    const lately = accepted - 30_000;
    expect(mayBeEarlier(logSince('job-1', new Date(lately)), entryAt(lately))).toBe(true);
  });

  it('is none where the question names no moment', () => {
    expect(mayBeEarlier('/auditLogs/provisioning', entryAt(accepted))).toBe(false);
  });
});
