import type { VendorReply } from '#connector';
import { classify, messagesOf } from './errors.js';

/** Both shapes as ADP's published samples have them, shortened. */
const listed = {
  wfnRestfulResponseType: 'HTTP_BAD_REQUEST',
  confirmMessageID: null,
  resourceMessageInfoList: [
    {
      processMessageInfoList: [
        {
          messageTypeCode: 'error',
          messageText: 'payrollFileNumber : 000999 is invalid.  payrollFileNumber : 000999',
        },
      ],
    },
  ],
};
const confirmed = {
  confirmMessage: {
    protocolStatusCode: { codeValue: '400' },
    resourceMessages: [{ processMessages: [{ userMessage: { messageTxt: 'Dept Number code value . is invalid.' } }] }],
  },
};

const reply = (status: number, body: unknown, headers: Record<string, string> = {}): VendorReply => ({
  status,
  body,
  headers: new Headers(headers),
});

describe('what ADP refuses', () => {
  it('is told in its own words, from either envelope, and not twice', () => {
    expect(messagesOf(listed)).toEqual(['payrollFileNumber : 000999 is invalid.']);
    expect(messagesOf(confirmed)).toEqual(['Dept Number code value . is invalid.']);
    expect(messagesOf({ confirmMessage: { processMessages: null, resourceMessages: null } })).toEqual([]);
    expect(messagesOf('<html>')).toEqual([]);
  });

  it('as pay data is rejected for certain', () => {
    expect(classify(reply(400, listed))).toMatchObject({
      kind: 'rejected',
      message: 'ADP says: payrollFileNumber : 000999 is invalid.',
    });
  });

  it('during announced maintenance is unavailable until then, and a 503 without a moment is not known', () => {
    expect(classify(reply(503, confirmed, { 'retry-after': '60' }))).toMatchObject({
      kind: 'unavailable',
      detail: { retryAfterMs: 60_000 },
    });
    expect(classify(reply(503, confirmed))).toBeNull();
    expect(classify(reply(429, null))).toMatchObject({ kind: 'throttled' });
  });
});
