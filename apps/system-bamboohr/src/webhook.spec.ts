import { createHmac } from 'node:crypto';
import { Failure } from '#kernel';
import type { BambooSettings } from './connector.js';
import { parse, verify } from './webhook.js';

const now = new Date('2026-10-01T12:00:00Z');
const seconds = String(now.getTime() / 1000);
const body = Buffer.from(
  '{"type":"employee.updated","timestamp":"2026-10-01T12:00:00+0000","data":{"employeeId":"100"}}',
);
const settings = { webhookKeys: ['new-key', 'old-key'] } as BambooSettings;

/** Body first, then the timestamp, no separator (BambooHR, webhook documentation). */
const sign = (key: string, timestamp: string): string =>
  createHmac('sha256', key).update(`${body.toString()}${timestamp}`).digest('hex');

const request = (signature: string, timestamp = seconds) => ({
  headers: { 'x-bamboohr-signature': signature, 'x-bamboohr-timestamp': timestamp },
  body,
  now,
});
const refusal = (signature: string, timestamp = seconds): string | undefined => {
  try {
    verify(settings as never, request(signature, timestamp));
    return undefined;
  } catch (error) {
    return Failure.from(error).detail.code;
  }
};

describe('a BambooHR webhook', () => {
  it('is believed with either key while one replaces the other', () => {
    expect([refusal(sign('new-key', seconds)), refusal(sign('old-key', seconds))]).toEqual([undefined, undefined]);
  });

  it('is refused with a wrong, missing or differently long signature', () => {
    expect([refusal(sign('other', seconds)), refusal(''), refusal('ab')]).toEqual([
      'bad-signature',
      'bad-signature',
      'bad-signature',
    ]);
  });

  it('is refused when it is more than five minutes old, or from no time at all', () => {
    const old = String(Number(seconds) - 301);
    expect(refusal(sign('new-key', old), old)).toBe('stale-webhook');
    expect(refusal(sign('new-key', 'yesterday'), 'yesterday')).toBe('stale-webhook');
  });

  it('is the same delivery however often it is signed anew', () => {
    const later = String(Number(seconds) + 60);
    expect(verify(settings as never, request(sign('new-key', later), later))).toBe(
      verify(settings as never, request(sign('new-key', seconds))),
    );
  });

  it('is refused when its body is no employee event', () => {
    for (const text of [
      '{',
      '{}',
      '{"type":"company.updated","data":{"employeeId":"1"}}',
      '{"type":"employee.updated","data":{}}',
    ]) {
      expect(() => parse(Buffer.from(text))).toThrow(/webhook body/);
    }
  });
});
