import { excerpt } from './excerpt.js';

const document = {
  paths: { '/v1/things': { get: { summary: 'Every thing', deprecated: true } } },
  components: { schemas: { Thing: { properties: { size: { type: 'integer', maximum: 9 } } } } },
};

describe('what a document says in a place', () => {
  it('is shown with the name it stands under', () => {
    expect(excerpt(document, '#/components/schemas/Thing/properties/size')).toBe(
      'size:\n  type: integer\n  maximum: 9',
    );
  });

  it('is shown with what stands beside it where it is one value', () => {
    expect(excerpt(document, '#/paths/~1v1~1things/get/summary')).toBe(
      'get:\n  summary: Every thing\n  deprecated: true',
    );
  });

  it('is found behind an escaped key', () => {
    expect(excerpt(document, '#/paths/%2Fv1~1things')).toContain('/v1/things:\n  get:');
  });

  it.each([null, '#/components/schemas/Other/type', '#', '#/constructor/name', '#/paths/%zz/a'])(
    'is nothing at %p',
    (pointer) => expect(excerpt(document, pointer)).toBeNull(),
  );

  it('is cut where it is long, and says by how much', () => {
    const long = { all: Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`key${at}`, at])) };
    const lines = excerpt(long, '#/all')!.split('\n');
    expect([lines.length, lines.at(-1)]).toEqual([41, '… 61 more lines']);
  });
});
