import { Failure } from '#kernel';
import { rolesNamed, theOne, theSupplier } from './lookup.js';

const refusal = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    const { kind, message, detail } = error as Failure;
    return [kind, detail.code, message];
  }
};

describe('what our reference stands for', () => {
  it('is the one record found', () => expect(theOne([7], 'Acme', 'project', 'OPP-1')).toBe(7));

  it('is an unknown record where there is none', () =>
    expect(refusal(() => theOne([], 'Acme', 'worker', '1042'))).toEqual([
      'not-found',
      'unknown-worker',
      'Acme has no worker 1042',
    ]));

  it('is for a person to say where there are two', () =>
    expect(refusal(() => theOne([7, 8], 'Acme', 'project', 'OPP-1'))).toEqual([
      'conflict',
      'duplicate-project',
      'Acme has 2 times project OPP-1',
    ]));
});

describe('a supplier’s name', () => {
  it('means the only one who has it', () => expect(theSupplier(['S1'], 'Acme', 'Initech')).toBe('S1'));

  it.each([
    [[], 'unknown-supplier', 'Acme has no supplier named Initech'],
    [['S1', 'S2'], 'ambiguous-supplier', 'Acme has several suppliers named Initech'],
  ])('of %j is refused', (found, code, message) =>
    expect(refusal(() => theSupplier(found, 'Acme', 'Initech'))).toEqual(['rejected', code, message]),
  );
});

describe('roles by name', () => {
  const roles = [{ name: 'Manager' }, { name: 'Engineer' }, { name: null }];

  it('come in the order they are asked for', () =>
    expect(rolesNamed(roles, 'Acme', ['Engineer', 'Manager'])).toEqual([{ name: 'Engineer' }, { name: 'Manager' }]));

  it('are refused all at once where some are missing', () =>
    expect(refusal(() => rolesNamed(roles, 'Acme', ['Poet', 'Manager', 'Sage']))).toEqual([
      'rejected',
      'unknown-role',
      'Acme has no role "Poet", "Sage"',
    ]));
});
