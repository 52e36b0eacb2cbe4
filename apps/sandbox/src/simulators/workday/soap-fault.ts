import { enveloped, escaped, workdayNamespace } from './wire.js';

/** What is wrong with a request, and where in it. */
export interface Wrong {
  message: string;
  xpath: string;
}

/** A refusal by SOAP: always HTTP 500, whoever is at fault. */
export class SoapFault extends Error {
  constructor(
    readonly code: string,
    message: string,
    private readonly detail = '',
  ) {
    super(message);
  }

  get body(): string {
    return enveloped(
      `<SOAP-ENV:Fault xmlns:wd="${workdayNamespace}"><faultcode>SOAP-ENV:${this.code}</faultcode>` +
        `<faultstring>${escaped(this.message)}</faultstring>${this.detail}</SOAP-ENV:Fault>`,
    );
  }
}

/** Names everything that is wrong; the fault string only the first. */
export function validationFault(wrongs: [Wrong, ...Wrong[]]): SoapFault {
  const errors = wrongs.map(
    ({ message, xpath }) =>
      `<wd:Validation_Error><wd:Message>${escaped(message)}</wd:Message>` +
      `<wd:Detail_Message>${escaped(message)}</wd:Detail_Message><wd:Xpath>${escaped(xpath)}</wd:Xpath></wd:Validation_Error>`,
  );
  return new SoapFault(
    'Client.validationError',
    `Validation error occurred. ${wrongs[0].message}`,
    `<detail><wd:Validation_Fault>${errors.join('')}</wd:Validation_Fault></detail>`,
  );
}

export const authenticationFault = (): SoapFault =>
  new SoapFault('Client.authenticationError', 'invalid username or password');

/** Assumption, unconfirmed by the vendor: the code of this fault. */
export const permissionFault = (): SoapFault =>
  new SoapFault('Client.validationError', 'The task submitted is not authorized.');

/** Assumption, unconfirmed by the vendor: what the detail says. */
export const processingFault = (message: string): SoapFault =>
  new SoapFault(
    'Server.processingError',
    message,
    `<detail><wd:Processing_Fault><wd:Detail_Message>${escaped(message)}</wd:Detail_Message></wd:Processing_Fault></detail>`,
  );
