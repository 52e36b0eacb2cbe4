import { getMetadataStorage, IsInt, IsString, MetadataStorage, validateSync } from 'class-validator';
import { keepClassRules } from './class-rules.js';

class Named {
  @IsString() name: unknown;
}
class Counted extends Named {
  @IsInt({ groups: ['strict'] }) count: unknown;
}

const problems = (object: object, groups?: string[]): string[] =>
  validateSync(object, groups && { groups }).map(({ property }) => property);
const wrong = (): Counted => Object.assign(new Counted(), { name: 1, count: 'one' });

describe('rules of a class that are kept', () => {
  const plain = problems(wrong());
  const found = jest.spyOn(MetadataStorage.prototype, 'getTargetValidationMetadatas');
  beforeAll(() => {
    keepClassRules();
    keepClassRules();
  });
  afterAll(() => {
    delete (getMetadataStorage() as { getTargetValidationMetadatas?: unknown }).getTargetValidationMetadatas;
    found.mockRestore();
  });

  it('are those class-validator finds, with what is inherited', () => {
    expect(plain).toEqual(['count', 'name']);
    expect([problems(wrong()), problems(wrong())]).toEqual([plain, plain]);
  });

  it('are looked for once', () => {
    problems(new Named());
    found.mockClear();
    problems(new Named());
    expect(found).not.toHaveBeenCalled();
  });

  it('are not kept for a check by groups', () => {
    expect(problems(wrong(), ['strict'])).toEqual(['count']);
    expect(problems(wrong(), ['other'])).toEqual([]);
    expect(problems(wrong())).toEqual(plain);
  });

  it('leave the rules of one class apart from another’s', () => {
    expect(problems(Object.assign(new Named(), { name: 1 }))).toEqual(['name']);
    expect(problems(Object.assign(new Named(), { name: 'Ada' }))).toEqual([]);
  });
});
