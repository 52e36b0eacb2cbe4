import { Failure } from '#kernel';
import type { InstanceConfig } from '#platform';
import type { Connector, Feed } from '../connector.js';
import { pacedFeeds, refuseCapture } from './paced-feeds.js';

const feed = (name: string, everyMs: number): Feed => ({
  name,
  everyMs,
  since: (moment) => moment,
  poll: (_vendor, cursor) => Promise.resolve({ changes: [], cursor, more: false }),
});
const asked = feed('asked', 60_000);
const told = feed('told', 1_000);
const connector = (capture?: Feed) => ({ title: 'Acme', feeds: [asked], ...(capture && { capture }) }) as Connector;
const instance = (more: Partial<InstanceConfig>) => ({ name: 'acme', platform: 'acme', settings: {}, ...more });
const paces = (more: Partial<InstanceConfig>, capture: Feed | undefined = told) =>
  pacedFeeds(connector(capture), instance(more)).map((one) => [one.feed.name, one.everyMs]);

describe('what is read of an instance', () => {
  it('is asked for at its own pace, or at that of the instance', () => {
    expect(paces({})).toEqual([['asked', 60_000]]);
    expect(paces({ changes: 'polling', pollEvery: '5s' })).toEqual([['asked', 5_000]]);
  });

  it('is told where the instance says so, and asked for ten times as seldom', () => {
    expect(paces({ changes: 'capture' })).toEqual([
      ['told', 1_000],
      ['asked', 600_000],
    ]);
  });

  it('is asked for as often as the instance says, also where it is told', () => {
    expect(paces({ changes: 'capture', pollEvery: '5m' })).toEqual([
      ['told', 1_000],
      ['asked', 300_000],
    ]);
  });

  it('cannot be told by a product that does not', () => {
    expect(() => refuseCapture(connector(told), [instance({ changes: 'capture' })])).not.toThrow();
    expect(() => refuseCapture(connector(), [instance({ changes: 'polling' })])).not.toThrow();
    const refusal = () => refuseCapture(connector(), [instance({ changes: 'capture' }), instance({ name: 'b' })]);
    expect(refusal).toThrow(Failure);
    expect(refusal).toThrow(
      expect.objectContaining({
        detail: expect.objectContaining({
          fields: [{ field: 'instances[name=acme].changes', message: 'must be polling' }],
        }) as object,
      }) as Error,
    );
  });
});
