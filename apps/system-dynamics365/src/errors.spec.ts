import type { VendorReply } from '#connector';
import { classify } from './errors.js';

const reply = (status: number, error: object | null, headers: Record<string, string> = {}): VendorReply => ({
  status,
  headers: new Headers(headers),
  body: error && { error },
});

/** The envelope of Dynamics: nothing but the inner message says what is wrong. */
const infolog = (text: string) => ({
  code: '',
  message: 'An error has occurred.',
  innererror: { message: `Write failed for table row of type 'ProjProjectV2Entity'. Infolog: ${text}` },
});

const conflict =
  'Cannot edit a record in Ledger journal table (LedgerJournalTable). An update conflict occurred due to another user process deleting the record or changing one or more fields in the record.';

describe('what Dynamics 365 says', () => {
  it.each<[string, VendorReply, string | null]>([
    ['too much at once', reply(429, null, { 'retry-after': '5' }), 'throttled'],
    ['a pause with an end', reply(503, null, { 'retry-after': '60' }), 'unavailable'],
    ['a broken rule', reply(400, infolog("Warning: Item 'X' is blocked")), 'rejected'],
    ['a broken rule in a batch', reply(500, infolog("Warning: Item 'X' is blocked")), 'rejected'],
    ['a second record with a key', reply(400, infolog('Error: The record already exists.')), 'conflict'],
    ['a record somebody else is writing', reply(400, infolog(conflict)), 'unavailable'],
    ['a changed record', reply(412, infolog('')), 'conflict'],
    ['no such record', reply(404, { code: '', message: 'No HTTP resource was found' }), 'not-found'],
    // Whether anything was written depends on the request: the common table decides.
    ['a crash', reply(500, { code: '', message: 'An error has occurred.' }), null],
    ['an outage without an end', reply(503, null), null],
    ['an application nobody registered', reply(401, null), null],
    ['no right to a table', reply(403, { code: '', message: 'Access denied' }), null],
    ['a proxy’s page', { status: 400, headers: new Headers(), body: '<html></html>' }, null],
  ])('%s', (_what, given, kind) => {
    expect(classify(given)?.kind ?? null).toBe(kind);
  });

  it('is told by what stands behind Infolog', () => {
    const text = "Warning: Field 'Project group' must be filled in.; Warning: validateWrite failed on data source 'X'.";
    expect(classify(reply(400, infolog(text)))?.message).toBe(`Dynamics 365: ${text}`);
    expect(classify(reply(400, { code: '', message: 'The URI is malformed.' }))?.message).toBe(
      'Dynamics 365: The URI is malformed.',
    );
  });

  it('about the time to come back is obeyed', () => {
    expect(classify(reply(429, null, { 'retry-after': '5' }))?.detail.retryAfterMs).toBe(5_000);
  });
});
