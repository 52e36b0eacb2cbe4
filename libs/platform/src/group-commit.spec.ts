import { GroupCommit } from './group-commit.js';

/** Keeps what is written; each group waits until it is let go. */
function store() {
  const groups: string[][] = [];
  const gates: (() => void)[] = [];
  const refusesGroups = { value: false };
  const commits = new GroupCommit<string, string>({
    together: async (items) => {
      groups.push(items);
      await new Promise<void>((resolve) => gates.push(resolve));
      if (refusesGroups.value) throw new Error('the group cannot be written');
      return items.map((item) => (item.startsWith('busy') ? undefined : `wrote ${item}`));
    },
    alone: (item) =>
      item.endsWith('broken')
        ? Promise.reject(new Error(`${item} cannot be written`))
        : Promise.resolve(`${item} alone`),
  });
  const letGo = async (): Promise<void> => {
    while (gates.length === 0) await new Promise(setImmediate);
    gates.shift()!();
  };
  return { commits, groups, letGo, refusesGroups };
}

describe('a group commit', () => {
  it('writes at once what comes while nothing is under way, and in one group what comes meanwhile, in order', async () => {
    const { commits, groups, letGo } = store();
    const first = commits.write('a');
    while (groups.length === 0) await new Promise(setImmediate);
    const others = ['b', 'c', 'd'].map((item) => commits.write(item));
    await letGo();
    await letGo();
    expect(await Promise.all([first, ...others])).toEqual(['wrote a', 'wrote b', 'wrote c', 'wrote d']);
    expect(groups).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('takes into the next commit what is written on the strength of the one before', async () => {
    const { commits, groups, letGo } = store();
    const chain = commits.write('a').then(() => commits.write('after a'));
    while (groups.length === 0) await new Promise(setImmediate);
    const other = commits.write('b');
    await letGo();
    await letGo();
    await Promise.all([chain, other]);
    expect(groups).toEqual([['a'], ['b', 'after a']]);
  });

  it('writes alone what a group had to leave out', async () => {
    const { commits, letGo } = store();
    const both = [commits.write('busy'), commits.write('b')];
    await letGo();
    expect(await Promise.all(both)).toEqual(['busy alone', 'wrote b']);
  });

  it('lets one that cannot be written fail for itself alone', async () => {
    const { commits, letGo, refusesGroups } = store();
    refusesGroups.value = true;
    const all = Promise.allSettled(['a', 'broken', 'c'].map((item) => commits.write(item)));
    await letGo();
    expect(await all).toEqual([
      { status: 'fulfilled', value: 'a alone' },
      { status: 'rejected', reason: new Error('broken cannot be written') },
      { status: 'fulfilled', value: 'c alone' },
    ]);
  });

  it('goes on after a failure', async () => {
    const { commits, letGo, refusesGroups } = store();
    refusesGroups.value = true;
    const broken = commits.write('broken');
    await letGo();
    await expect(broken).rejects.toThrow('broken cannot be written');
    refusesGroups.value = false;
    const next = commits.write('next');
    await letGo();
    expect(await next).toBe('wrote next');
  });

  it('writes groups of a bounded size', async () => {
    const { commits, groups, letGo } = store();
    const all = Array.from({ length: 450 }, (_, at) => commits.write(String(at)));
    for (let group = 0; group < 3; group += 1) await letGo();
    await Promise.all(all);
    expect(groups.map(({ length }) => length)).toEqual([200, 200, 50]);
  });
});
