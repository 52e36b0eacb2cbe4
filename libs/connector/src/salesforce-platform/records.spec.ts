import { failureOf } from './records.js';

const halted = {
  httpStatusCode: 400,
  body: [
    { errorCode: 'PROCESSING_HALTED', message: 'The transaction was rolled back since another operation failed.' },
  ],
};

describe('a composite request of which one part is refused', () => {
  it('fails for the reason of that part, not for what it halted', () => {
    const refused = {
      httpStatusCode: 400,
      body: [
        {
          errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
          message: 'You must select an active resource.',
          fields: ['pse__Resource__c'],
        },
      ],
    };
    const failure = failureOf([halted, refused]);
    expect([failure.kind, failure.message]).toEqual(['rejected', 'Salesforce: You must select an active resource.']);
    expect(failure.detail.fields).toEqual([
      { field: 'pse__Resource__c', message: 'You must select an active resource.' },
    ]);
  });

  it('is tried again where a row was locked', () => {
    const locked = { httpStatusCode: 400, body: [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain' }] };
    expect(failureOf([locked, halted]).kind).toBe('unavailable');
  });

  it('that gives no reason has an unknown outcome', () => {
    expect(failureOf([{ httpStatusCode: 500, body: null }]).kind).toBe('outcome-unknown');
  });
});
