import { hintsIn } from './change-events.js';
import type { Told } from './stream.js';

const dealChannel = '/data/OpportunityChangeEvent';
const lineChannel = '/data/OpportunityLineItemChangeEvent';

const deal = '0065g00000AbCdEAAV';
const other = '0065g00000XyZaBAAV';
const line = '00k5g00000AbCdEAAV';
const committed = 1_696_444_513_000;

const event = (header: object, channel = dealChannel): Told => ({
  channel,
  replayId: 18_098_167,
  payload: {
    ChangeEventHeader: {
      recordIds: [deal],
      changeType: 'UPDATE',
      changeOrigin: 'com/salesforce/api/soap/58.0;client=SfdcInternalAPI/',
      commitTimestamp: committed,
      ...header,
    },
    Amount: null,
  },
});

const nothing = { records: {}, latest: committed, untoldSince: null };

describe('change events', () => {
  it('name the records to read, each once, channel by channel', () => {
    const told = [
      event({ recordIds: [deal, other] }),
      event({ recordIds: [other], changeType: 'CREATE', commitTimestamp: committed - 5 }),
      event({ recordIds: [line] }, lineChannel),
    ];
    expect(hintsIn(told, 0)).toEqual({
      ...nothing,
      records: { [dealChannel]: [deal, other], [lineChannel]: [line] },
    });
  });

  it.each(['GAP_CREATE', 'GAP_UPDATE', 'GAP_DELETE', 'GAP_UNDELETE'])('of type %s name records too', (changeType) => {
    expect(hintsIn([event({ changeType })], 0)).toEqual({ ...nothing, records: { [dealChannel]: [deal] } });
  });

  it.each([
    ['an overflow', { changeType: 'GAP_OVERFLOW', recordIds: ['000000000000000AAA'] }],
    ['a change of all records', { changeType: 'GAP_UPDATE', recordIds: ['006*'] }],
    ['an event without records', { recordIds: [] }],
  ])('leave open what changed: %s', (_what, header) => {
    expect(hintsIn([event(header)], 0)).toEqual({ ...nothing, untoldSince: committed });
  });

  it.each([
    ['no header', {}],
    ['nothing at all', null],
    ['ids that are no text', { ChangeEventHeader: { recordIds: [6], changeType: 'UPDATE', commitTimestamp: 1 } }],
  ])('that are not as documented may have told anything: %s', (_what, payload) => {
    const hints = hintsIn([{ channel: dealChannel, replayId: 1, payload }], 700);
    expect(hints).toEqual({ ...nothing, latest: null, untoldSince: 700 });
  });

  it('of what we wrote ourselves are no news, except where they may stand for more', () => {
    const changeOrigin = 'com/salesforce/api/rest/67.0;client=throughline';
    expect(hintsIn([event({ changeOrigin })], 0)).toEqual(nothing);
    expect(hintsIn([event({ changeOrigin, changeType: 'GAP_UPDATE' })], 0).records).toEqual({ [dealChannel]: [deal] });
    expect(hintsIn([event({ changeOrigin: `${changeOrigin}-2` })], 0).records).toEqual({ [dealChannel]: [deal] });
    expect(hintsIn([event({ changeOrigin: '' })], 0).records).toEqual({ [dealChannel]: [deal] });
  });
});
