import { equal, inRequest, inResponse, judge, told } from '../judge.fixture.js';

const cat = { type: 'object', properties: { kind: { const: 'cat' }, lives: { type: 'integer' } }, required: ['kind'] };
const dog = {
  type: 'object',
  properties: { kind: { const: 'dog' }, tricks: { type: 'string', maxLength: 9 } },
  required: ['kind'],
};
const bird = { type: 'object', properties: { kind: { const: 'bird' } }, required: ['kind'] };

describe('alternatives', () => {
  judge('one more of oneOf', [{ oneOf: [cat, dog] }, { oneOf: [cat, dog, bird] }], {
    request: ['safe request-body-one-of-added'],
    response: ['breaking response-body-one-of-added'],
  });
  judge('one fewer of oneOf', [{ oneOf: [cat, dog, bird] }, { oneOf: [cat, dog] }], {
    request: ['breaking request-body-one-of-removed'],
    response: ['safe response-body-one-of-removed'],
  });
  judge('one more of anyOf', [{ anyOf: [cat, dog] }, { anyOf: [cat, dog, bird] }], {
    request: ['safe request-body-any-of-added'],
    response: ['dangerous response-body-any-of-added'],
  });
  judge('one fewer of anyOf', [{ anyOf: [cat, dog, bird] }, { anyOf: [cat, dog] }], {
    request: ['breaking request-body-any-of-removed'],
    response: ['safe response-body-any-of-removed'],
  });
  judge('one of them stricter, and in another order', [{ oneOf: [cat, dog] }, { oneOf: [stricter(), cat] }], {
    request: ['breaking request-property-max-length-decreased'],
    response: ['safe response-property-max-length-decreased'],
  });
  judge('a type that becomes one of two', [{ type: 'string' }, { oneOf: [{ type: 'string' }, cat] }], {
    request: ['safe request-body-one-of-added'],
    response: ['breaking response-body-one-of-added'],
  });
  judge('one of two that becomes the only one', [{ oneOf: [{ type: 'string' }, cat] }, { type: 'string' }], {
    request: ['breaking request-body-one-of-removed'],
    response: ['safe response-body-one-of-removed'],
  });
  judge(
    'an alternative that another already takes',
    [{ anyOf: [{ type: 'string' }, { type: 'string', maxLength: 3 }] }, { type: 'string' }],
    { request: ['safe request-body-any-of-removed'], response: ['safe response-body-any-of-removed'] },
  );

  equal('their order', { oneOf: [cat, dog] }, { oneOf: [dog, cat] });
  equal('a list of one', { anyOf: [cat] }, cat);
  equal(
    'null as one of them, or allowed by each',
    { oneOf: [cat, dog, { type: 'null' }] },
    { oneOf: [dog, { type: 'null' }, cat] },
  );
  equal('oneOf and anyOf of what cannot both be', { oneOf: [cat, dog] }, { anyOf: [cat, dog] });

  it('a component that took the place of one that is still there is no rename', () => {
    const schemas = { Cat: bird, Rabbit: bird, Dog: dog };
    const base = { anyOf: [ref('Dog'), ref('Cat')] };
    const revision = { anyOf: [ref('Dog'), ref('Rabbit')] };
    expect(told(inRequest(base, schemas), inRequest(revision, schemas))).toContain(
      'breaking request-body-any-of-removed',
    );
  });

  it('a component under another name is the same component', () => {
    const base = inResponse({ anyOf: [ref('Dog'), ref('Cat')] }, { Dog: dog, Cat: cat });
    const revision = inResponse({ anyOf: [ref('Hound'), ref('Cat')] }, { Hound: dog, Cat: cat });
    expect(told(base, revision)).toEqual(['safe api-schema-removed']);
  });

  function stricter(): object {
    return { ...dog, properties: { ...dog.properties, tricks: { type: 'string', maxLength: 5 } } };
  }
});

function ref(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}
