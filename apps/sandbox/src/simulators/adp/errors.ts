import { randomUUID } from 'node:crypto';

/** What the body of a refusal repeats of the request. */
export interface Asked {
  method: string;
  path: string;
  now: Date;
}

/** A refusal in one of the vendor's two forms. */
export abstract class AdpError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }

  abstract body(asked: Asked): object;
}

/**
 * Pay data with mistakes in it, all told at once; nothing was taken. This form, and not the confirm message of the
 * specification, is what the samples in github.com/adpllc/marketplace-sample-payloads (wfn/payroll/pay-data-input) show.
 */
export class InvalidInput extends AdpError {
  constructor(readonly problems: string[]) {
    super(400, problems.join('; '));
  }

  body({ method, path }: Asked): object {
    return {
      wfnRestfulResponseType: 'HTTP_BAD_REQUEST',
      confirmMessageID: null,
      requestStatusCode: null,
      resourceMessageInfoList: this.problems.map((messageText) => ({
        resourceMessageID: null,
        processMessageInfoList: [{ processMessageID: null, messageTypeCode: 'error', messageText }],
      })),
      requestReceiptTime: null,
      requestProtocol: null,
      requestMethod: method,
      path: null,
      requestUri: `http://paydataapi.sandbox/paydataapi/metaservices${path}`,
      requestETag: null,
      smServerSessionId: null,
    };
  }
}

/** The vendor's way to say that something is wrong with this value; it repeats the value. */
export const isInvalid = (what: string): string => `${what} is invalid.  ${what}`;

/**
 * What the gateway in front says, and what is said of a value that is missing (recorded for the batch's name).
 * Assumption, unconfirmed by the vendor: other statuses than 400 have this form too.
 */
export class Refused extends AdpError {
  constructor(
    status: number,
    private readonly messageId: string,
    message: string,
    headers: Record<string, string> = {},
  ) {
    super(status, message, headers);
  }

  body(asked: Asked): object {
    const process = {
      processMessageID: named('processMessageID', this.messageId),
      messageTypeCode: { codeValue: 'error' },
      userMessage: { messageTxt: this.message },
    };
    return confirmMessage(asked, this.status, {
      requestStatusCode: { codeValue: 'failed' },
      requestETag: 'No eTag in request',
      resourceMessages: [
        {
          resourceMessageID: named('processMessageID', asked.path.slice(1)),
          resourceStatusCode: { codeValue: 'failed' },
          processMessages: [process],
        },
      ],
    });
  }
}

export const required = (field: string): Refused => new Refused(400, 'Required', `${field} is required.`);

export function confirmMessage({ method, path, now }: Asked, status: number, rest: object): object {
  const moment = now.toISOString().replace(/\.\d+/, '');
  return {
    confirmMessage: {
      confirmMessageID: named('confirmMessageID', randomUUID().toUpperCase()),
      createDateTime: moment,
      requestReceiptDateTime: moment,
      protocolStatusCode: { codeValue: String(status), shortName: String(status) },
      requestMethodCode: { codeValue: method },
      requestLink: { href: path, rel: 'related', mediaType: 'application/json', method, encType: 'application/json' },
      ...rest,
    },
  };
}

const named = (schemeName: string, idValue: string): object => ({ idValue, schemeName, schemeAgencyName: 'WFN' });
