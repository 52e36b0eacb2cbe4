import { inTime, type Job, mostInTime } from './in-time.js';

const job = (cents: number, hours: number): Job => ({
  id: `${cents}`,
  cents,
  hours,
  createdAt: '2026-11-01T00:00:00Z',
});

describe('what is billed in time', () => {
  it('is what is settled by the end of an hour that is not too late', () => {
    // Two an hour: the third is done at the end of the second hour.
    expect(inTime([job(100, 1), job(200, 0), job(400, 2), job(800, 1)], 2, 2)).toBe(500);
  });

  it('ends with the shift', () => {
    expect(inTime([job(100, 1), job(200, 1)], 1, 1)).toBe(100);
  });

  it('leaves out what can wait until after the shift, and the time it takes', () => {
    // The second is done in the second hour, when it is too late.
    expect(inTime([job(900, 9), job(100, 1)], 1, 2)).toBe(0);
    expect(mostInTime([job(900, 9), job(100, 1)], 1, 2)).toBe(100);
  });

  it('is at most what the dearest come to, each as late as it may be', () => {
    // One an hour: 900 in the first, 500 in the second; 400 finds no place.
    expect(mostInTime([job(400, 1), job(500, 2), job(900, 1)], 1, 3)).toBe(1_400);
  });
});
