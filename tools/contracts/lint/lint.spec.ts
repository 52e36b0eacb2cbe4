import { lint, lintRules } from './lint.js';

const findings = async (part: object, rule: (typeof lintRules)[number]): Promise<string[]> => {
  const document = { openapi: '3.1.0', info: {}, paths: {}, ...part };
  return (await lint(JSON.stringify(document), 'example.json', [rule])).map((one) => one.rule);
};

describe('a rule of the contract lint', () => {
  it.each(lintRules.map((rule) => [rule.id, rule] as const))(
    '%s lets its good example pass, and not its bad one',
    async (id, rule) => {
      expect(await findings(rule.good, rule)).toEqual([]);
      expect(new Set(await findings(rule.bad, rule))).toEqual(new Set([id]));
    },
  );

  it('has a name of its own and a reason', () => {
    expect(new Set(lintRules.map(({ id }) => id)).size).toBe(lintRules.length);
    expect(lintRules.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });

  it('says where it was broken, as line, column and pointer', async () => {
    const text = 'openapi: 3.1.0\ninfo:\n  title: T\n  version: one\npaths: {}\n';
    const [found] = await lint(
      text,
      'example.yaml',
      lintRules.filter(({ id }) => id === 'version-semantic'),
    );
    expect(found).toMatchObject({ at: '#/info', line: 2, message: 'version "one" is not major.minor.patch' });
  });
});
