/** One of several things wrong with a request. */
export interface Problem {
  code: string;
  message: string;
  /** The property it is about. */
  target?: string;
}

/** A refusal in the vendor's words. */
export class GatewayError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly problems: Problem[] = [],
  ) {
    super(message);
  }
}

/** The body of a refusal by an OData V2 service (SAP Gateway). */
export function errorBody(error: GatewayError, service: { name: string; version: string }, now: Date): object {
  const problems = error.problems.length > 0 ? error.problems : [{ code: error.code, message: error.message }];
  return {
    error: {
      code: error.code,
      message: { lang: 'en', value: error.message },
      innererror: {
        application: {
          component_id: '',
          service_namespace: '/SAP/',
          service_id: service.name,
          service_version: service.version,
        },
        transactionid: 'C83CB3D2A1420080E00689503E02B001',
        timestamp:
          now
            .toISOString()
            .replaceAll(/[-:TZ.]/g, '')
            .replace(/^(\d{14})/, '$1.') + '0000',
        Error_Resolution: {
          SAP_Transaction:
            'For backend administrators: run transaction /IWFND/ERROR_LOG on SAP Gateway hub system and search for entries with the timestamp above for more details',
          SAP_Note: 'See SAP Note 1797736 for error analysis (https://service.sap.com/sap/support/notes/1797736)',
        },
        errordetails: problems.map(({ code, message, target = '' }: Problem) => ({
          code,
          message,
          longtext_url: '',
          propertyref: target,
          severity: 'error',
          target,
        })),
      },
    },
  };
}

/** The body of a refusal by an OData V4 service. Assumption, unconfirmed by the vendor: its shape. */
export const errorBody4 = ({ code, message, problems }: GatewayError): object => ({
  error: { code, message, details: problems.map((problem) => ({ ...problem, '@Common.numericSeverity': 4 })) },
});

/** A business message; several are told at once, the first on top. */
export function refuse(...problems: Problem[]): GatewayError {
  const [first] = problems;
  return new GatewayError(400, first!.code, first!.message, problems);
}

export const unknownProperty = (name: string, type: string): GatewayError =>
  new GatewayError(400, '005056A509B11EE1B9A8FEA8DE87F78E', `Property ${name} not found in type ${type}`);

export const unknownSegment = (segment: string, status = 404): GatewayError =>
  new GatewayError(status, '/IWFND/CM_MGW/051', `Resource not found for the segment '${segment}'`);

export const noSuchEntity = (type: string): GatewayError =>
  new GatewayError(404, '/IWBEP/CM_MGW_RT/020', `Resource not found for segment '${type}'`);

export const noService = (name: string, version: string): GatewayError =>
  new GatewayError(403, '/IWFND/MED/170', `No service found for namespace '', name '${name}', version '${version}'`);

export const notAcceptable = (): GatewayError =>
  new GatewayError(
    406,
    '005056A509B11ED19BEB6513AA349DA5',
    'The resource identified by the request is only capable of generating response entities which have content characteristics not acceptable according to the accept headers',
  );

export const optionsNotAllowed = (options: string[]): GatewayError =>
  new GatewayError(
    400,
    '005056A509B11EE1B9A8FEC11C23378E',
    `System query options '${options.join(',')}' are not allowed in the requested URI`,
  );

// Assumption, unconfirmed by the vendor: the codes of the refusals below; the messages are what the framework says.
export const invalidSyntax = (message: string): GatewayError =>
  new GatewayError(400, '005056A509B11EE1B9A8FEC11C22578E', message);

export const invalidValue = (name: string, value: unknown): GatewayError =>
  new GatewayError(
    400,
    '005056A509B11EE1B9A8FEC11C21D78E',
    `Property '${name}' has invalid value '${typeof value === 'string' ? value : JSON.stringify(value)}'`,
  );

export const notAllowed = (what: string): GatewayError =>
  new GatewayError(405, '/IWBEP/CM_MGW_RT/021', `Method '${what}' not allowed`);

export const preconditionRequired = (): GatewayError =>
  new GatewayError(428, '/IWFND/CM_MGW/428', 'Precondition required: header If-Match is missing');

export const preconditionFailed = (): GatewayError =>
  new GatewayError(412, '/IWFND/CM_MGW/412', 'Precondition failed: the resource was changed by another user');
