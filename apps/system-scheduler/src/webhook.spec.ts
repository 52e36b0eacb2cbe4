import { createHmac } from 'node:crypto';
import { Failure } from '#kernel';
import { webhook } from './webhook.js';

const now = new Date('2026-10-01T12:00:00Z');
const seconds = String(now.getTime() / 1000);
const settings = { webhookKeys: ['new-key', 'old-key'] };
const assignment = {
  id: 'A-1',
  workerNumber: '1042',
  roleName: 'Consultant',
  minutes: 1200,
  project: 'LEG-02',
  startDate: '2026-10-05',
  endDate: '2026-10-09',
  status: 'confirmed',
};
const body = Buffer.from(JSON.stringify({ id: 'C-1', at: '2026-10-01T11:59:00Z', step: 'confirmed', assignment }));

/** As the Standard Webhooks specification signs: id, timestamp and body with points between, base64, `v1,` before it. */
const sign = (key: string, id = 'msg-1', timestamp = seconds): string =>
  `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body.toString()}`).digest('base64')}`;

const refusal = (signature: string, { id = 'msg-1', timestamp = seconds, keys = settings.webhookKeys } = {}) => {
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  try {
    webhook.verify({ webhookKeys: keys } as never, { headers, body, now });
    return undefined;
  } catch (error) {
    return Failure.from(error).detail.code;
  }
};

describe('a webhook of a scheduling tool', () => {
  it('is believed with either key, and with several signatures while one key replaces the other', () => {
    expect([refusal(sign('new-key')), refusal(sign('old-key'))]).toEqual([undefined, undefined]);
    expect(refusal(`v1,bm9uZQ== ${sign('new-key')}`)).toBeUndefined();
  });

  it('is refused with a wrong, missing or differently long signature, without an id, and where there is no key', () => {
    const refused = [sign('other'), '', 'v1,ab', sign('new-key', 'msg-2')].map((one) => refusal(one));
    expect(new Set(refused)).toEqual(new Set(['bad-signature']));
    expect(refusal(sign('new-key', ''), { id: '' })).toBe('bad-signature');
    expect(refusal(sign('new-key'), { keys: [] })).toBe('bad-signature');
  });

  it.each(['-301', '301'])('is refused when it is %s seconds away, or from no time at all', (away) => {
    const timestamp = String(Number(seconds) + Number(away));
    expect(refusal(sign('new-key', 'msg-1', timestamp), { timestamp })).toBe('stale-webhook');
    expect(refusal(sign('new-key', 'msg-1', 'today'), { timestamp: 'today' })).toBe('stale-webhook');
  });

  it.each(['{', '[]', '{}', '{"id":"C-1","at":"now","step":"eaten","assignment":{}}'])(
    'with the body %s is refused',
    (text) => {
      expect(() => webhook.parse(Buffer.from(text))).toThrow(/webhook/);
    },
  );
});
