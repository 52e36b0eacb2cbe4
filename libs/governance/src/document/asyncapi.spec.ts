import { diff } from '../diff.js';
import { told } from '../judge.fixture.js';

interface Told {
  action?: 'send' | 'receive';
  payload?: object;
  more?: object;
  rest?: object;
}

function events({ action, payload = { type: 'string' }, more = {}, rest = {} }: Told): unknown {
  const operations =
    action === undefined ? {} : { operations: { tell: { action, channel: { $ref: '#/channels/orders' } } } };
  return {
    asyncapi: '3.0.0',
    channels: { orders: { address: 'orders.{region}', messages: { placed: { payload, ...rest }, ...more } } },
    ...operations,
  };
}

describe('event contracts', () => {
  const either = { type: ['string', 'boolean'] };

  it('what is sent is judged as a response', () => {
    expect(told(events({ action: 'send' }), events({ action: 'send', payload: either }))).toEqual([
      'breaking response-body-list-of-types-widened',
    ]);
    expect(told(events({ action: 'send', payload: either }), events({ action: 'send' }))).toEqual([
      'safe response-body-list-of-types-narrowed',
    ]);
  });

  it('an event in another content type fails who reads it; saying which it always was does not', () => {
    const as = (contentType: string, rest = {}) => ({
      ...(events({ action: 'send', rest }) as object),
      defaultContentType: contentType,
    });
    expect(told(as('application/json'), as('application/avro'))).toEqual(['breaking message-content-type-changed']);
    expect(told(as('application/json'), as('application/xml', { contentType: 'application/json' }))).toEqual([]);
    expect(told(events({ action: 'send' }), as('application/json'))).toEqual(['safe message-content-type-changed']);
  });

  it('a correlation id or a binding that moves is dangerous', () => {
    const at = (location: string) => events({ action: 'send', rest: { correlationId: { location } } });
    expect(told(at('$message.header#/a'), at('$message.header#/b'))).toEqual([
      'dangerous message-correlation-id-changed',
    ]);
    const keyed = (type: string) => events({ action: 'send', rest: { bindings: { kafka: { key: { type } } } } });
    expect(told(keyed('string'), keyed('integer'))).toEqual(['dangerous message-bindings-changed']);
  });

  it.each(['send', 'receive'] as const)('an address that may be fewer hurts who chose it (%s)', (action) => {
    const at = (parameters: object, address = 'orders.{region}') => {
      const document = events({ action }) as { channels: { orders: object } };
      return { ...document, channels: { orders: { ...document.channels.orders, address, parameters } } };
    };
    const regions = (...names: string[]) => at({ region: { enum: names, description: 'where' } });
    expect(told(regions('emea', 'apac'), regions('emea'))).toEqual(['breaking request-parameter-enum-value-removed']);
    expect(told(regions('emea'), regions('apac', 'emea'))).toEqual(['safe request-parameter-enum-value-added']);
    expect(told(regions('emea', 'apac'), at({}))).toEqual(['safe request-parameter-enum-removed']);
    const renamed = at({ place: { enum: ['apac', 'emea'] } }, 'orders.{place}');
    expect(told(regions('emea', 'apac'), renamed)).toEqual([]);
  });

  it('credentials asked for where none were are told', () => {
    const base = events({ action: 'send' }) as { operations: { tell: object } };
    const tell = { ...base.operations.tell, security: [{ $ref: '#/components/securitySchemes/key' }] };
    expect(told(base, { ...base, operations: { tell } })).toEqual([expect.stringMatching(/^dangerous .*security/)]);
  });

  it('what is received is judged as a request', () => {
    expect(told(events({ action: 'receive' }), events({ action: 'receive', payload: either }))).toEqual([
      'safe request-body-list-of-types-widened',
    ]);
    expect(told(events({ action: 'receive', payload: either }), events({ action: 'receive' }))).toEqual([
      'breaking request-body-list-of-types-narrowed',
    ]);
  });

  it('a channel without an operation is sent to', () => {
    expect(told(events({}), events({ payload: either }))).toEqual(['breaking response-body-list-of-types-widened']);
  });

  it('a message that is gone hurts, one that comes must be passed over', () => {
    const more = { paid: { payload: {} } };
    expect(told(events({ more }), events({}))).toEqual(['breaking message-removed']);
    expect(told(events({}), events({ more }))).toEqual(['dangerous message-added']);
    expect(told(events({ action: 'receive' }), events({ action: 'receive', more }))).toEqual(['safe message-added']);
  });

  it('headers, in the message or in a trait, are compared too', () => {
    const headers = (type: string): object => ({ headers: { type: 'object', properties: { key: { type } } } });
    expect(told(events({ rest: headers('string') }), events({ rest: { traits: [headers('boolean')] } }))).toEqual([
      'breaking response-property-type-changed',
    ]);
  });

  it('a finding names the action and the address', () => {
    const [finding] = diff(events({ action: 'send' }), events({ action: 'send', payload: either }));
    expect(finding).toMatchObject({
      operation: { method: 'SEND', path: 'orders.{region}', operationId: 'tell' },
      base: '#/channels/orders/messages/placed/payload/type',
    });
  });

  it('an address nobody sends to any more is a removal', () => {
    expect(told(events({}), { asyncapi: '3.0.0', channels: {} })).toEqual([
      'breaking api-path-removed-without-deprecation',
    ]);
  });
});
