import type { ListedRun, RunProcess } from '#contracts';
import { merged, readPlaces, type Stretch, writePlaces } from './merged-runs.js';

const at = (second: number): string => `2026-11-01T10:00:${String(second).padStart(2, '0')}.000Z`;
const listed = (id: string, second: number) =>
  ({ id, updatedAt: at(second), cursor: `after ${id}` }) as unknown as ListedRun;
const of = (process: RunProcess, runs: [string, number][], nextCursor: string | null = null): Stretch => ({
  process,
  items: runs.map(([id, second]) => listed(id, second)),
  nextCursor,
});
const ids = (items: { id: string }[]): string[] => items.map(({ id }) => id);

describe('runs of several process APIs', () => {
  it('are one list, latest change first, each with its owner and without a cursor of its own', () => {
    const { items } = merged(
      [
        of('process-billing', [
          ['b1', 9],
          ['b2', 3],
        ]),
        of('process-projects', [['p1', 5]]),
      ],
      10,
    );
    expect(items).toEqual([
      { id: 'b1', updatedAt: at(9), process: 'process-billing' },
      { id: 'p1', updatedAt: at(5), process: 'process-projects' },
      { id: 'b2', updatedAt: at(3), process: 'process-billing' },
    ]);
  });

  it('go on after exactly what was taken of each list', () => {
    const stretches = [
      of(
        'process-billing',
        [
          ['b1', 9],
          ['b2', 8],
        ],
        'after b2',
      ),
      of('process-projects', [
        ['p1', 7],
        ['p2', 1],
      ]),
      of('process-staffing', [['s1', 2]]),
      of('process-workforce', []),
    ];
    const { items, places } = merged(stretches, 3);
    expect(ids(items)).toEqual(['b1', 'b2', 'p1']);
    // Billing has been taken to the end of its stretch, projects in the middle of it, staffing not at all.
    expect(places).toEqual({
      'process-billing': 'after b2',
      'process-projects': 'after p1',
      'process-workforce': null,
    });
  });

  it('keep the order of each list where two changed in the same moment', () => {
    const { items } = merged(
      [
        of('process-billing', [
          ['b1', 5],
          ['b2', 5],
        ]),
        of('process-projects', [['p1', 5]]),
      ],
      2,
    );
    expect(ids(items)).toEqual(['b1', 'b2']);
  });

  it('end where each list has ended', () => {
    const places = { 'process-billing': null, 'process-projects': 'after p1' };
    expect(writePlaces(places, ['process-billing'])).toBeNull();
    const cursor = writePlaces(places, ['process-billing', 'process-projects'])!;
    expect(readPlaces(cursor)).toEqual(places);
  });

  it.each(['x', 'bnVsbA', 'WzFd', 'eyJhIjoxfQ'])('are not read on from "%s", which no page gave', (cursor) => {
    expect(() => readPlaces(cursor)).toThrow(expect.objectContaining({ kind: 'rejected' }));
  });
});
