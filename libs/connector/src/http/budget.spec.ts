import { grantOf, leftForPolling, pollingPace, type Use, windowsOf } from './budget.js';
import { limitsOf } from './limits.js';
import { placesOf } from './limits.repository.js';

const declared = { concurrency: 4, timeoutMs: 1_000 };
const minute = windowsOf({ ...declared, perMinute: 100 });
const day = windowsOf({ ...declared, perDay: 1_000 });
const booked = (requests: number, ageMs = 0, window: Use['window'] = 'minute'): Use => ({ window, ageMs, requests });
const wanted = (interactive: number, background: number) => ({ interactive, background });

describe('a budget', () => {
  it('that nobody declared is without end', () => {
    const grants = grantOf(windowsOf(declared), [], wanted(1_000_000, 1));
    expect([grants.interactive.requests, grants.background.requests]).toEqual([1_000_000, 1]);
  });

  it('grants no more than is left', () => {
    expect(grantOf(minute, [booked(90)], wanted(50, 0)).interactive.requests).toBe(10);
    expect(grantOf(minute, [booked(100)], wanted(1, 0)).interactive.requests).toBe(0);
  });

  it('serves those who wait before polls, and keeps a fifth from polls', () => {
    const grants = grantOf(minute, [], wanted(60, 60));
    expect([grants.interactive.requests, grants.background.requests]).toEqual([60, 20]);
    expect(grantOf(minute, [booked(80)], wanted(0, 1)).background.requests).toBe(0);
    expect(grantOf(minute, [booked(80)], wanted(1, 0)).interactive.requests).toBe(1);
  });

  it('keeps the tighter of two windows', () => {
    const both = windowsOf({ ...declared, perMinute: 100, perDay: 1_000 });
    expect(grantOf(both, [booked(995, 0, 'day')], wanted(50, 0)).interactive.requests).toBe(5);
  });

  it('remembers a slot until its last request is a minute old', () => {
    // Booked in a slot of ten seconds, used up to 1.5 seconds after its end, counted by the vendor for 60 more.
    const full = (ageMs: number) => grantOf(minute, [booked(100, ageMs)], wanted(1, 0)).interactive;
    expect(full(71_499)).toEqual({ requests: 0, retryInMs: 1 });
    expect(full(71_500)).toEqual({ requests: 1, retryInMs: 0 });
  });

  it('that is used up says when enough will be free again', () => {
    const uses = [booked(40, 50_000), booked(60, 20_000)];
    expect(grantOf(minute, uses, wanted(1, 0)).interactive.retryInMs).toBe(21_500);
    // Polls have 80: the older slot alone brings them to 60.
    expect(grantOf(minute, uses, wanted(0, 1)).background.retryInMs).toBe(21_500);
    expect(grantOf(minute, [booked(10, 50_000), booked(90, 20_000)], wanted(0, 1)).background.retryInMs).toBe(51_500);
  });
});

describe('polling', () => {
  it('keeps its pace while half of its budget is left, and slows down ever more after that', () => {
    const paceAfter = (requests: number) => pollingPace(leftForPolling(day, [booked(requests, 0, 'day')]));
    expect([0, 400, 600, 720, 800].map((requests) => Math.round(paceAfter(requests)))).toEqual([1, 1, 2, 5, 32]);
  });
});

describe('the places of a vendor', () => {
  const other = (places: number, wants: number) => ({ places, wanted: wants });

  it('all belong to a process that is alone', () => expect(placesOf(4, [], 1)).toBe(4));

  it('are shared equally by processes that all want them', () => expect(placesOf(4, [other(2, 9)], 9)).toBe(2));

  it('are never given twice: what another still holds is not free', () => {
    expect(placesOf(4, [other(4, 9)], 9)).toBe(0);
    expect(placesOf(5, [other(3, 9)], 9)).toBe(2);
  });

  it('that another does not want may be had on top', () => expect(placesOf(4, [other(1, 1)], 9)).toBe(3));
});

describe('the limits of an instance', () => {
  it('are the product’s, but for what the operator says', () => {
    expect(limitsOf({ ...declared, perDay: 15_000 }, { limits: { perDay: 100_000, perMinute: 60 } })).toEqual({
      ...declared,
      perDay: 100_000,
      perMinute: 60,
    });
  });
});
