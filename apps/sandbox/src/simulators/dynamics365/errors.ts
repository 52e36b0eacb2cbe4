/** A refusal as it leaves the product. */
export class ODataError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** What went wrong inside, and the exception it was told with. */
    readonly inner?: { message: string; type: string },
    /** The set whose arranged refusal this is, which it uses up. */
    readonly arranged?: string,
  ) {
    super(message);
  }
}

/** What a table's rules have against a row; every line of it goes to the infolog. */
export class Refusal extends Error {
  constructor(
    readonly lines: string[],
    readonly severity: 'Warning' | 'Info' = 'Warning',
    readonly arranged?: string,
  ) {
    super(lines.join('; '));
  }
}

export const refuse = (...lines: string[]): Refusal => new Refusal(lines);

/** The words for a value that a related table does not have. */
export const notFound = (value: unknown, field: string, table: string): string =>
  `The value '${String(value)}' in field '${field}' is not found in the related table '${table}'.`;

export const mustBeFilled = (field: string): string => `Field '${field}' must be filled in.`;

const writeException = 'Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException';

/** A business message: the reason stands behind `Infolog:`, amid the framework's own lines. */
export function writeFailed(entity: string, table: string, { lines, severity, arranged }: Refusal): ODataError {
  const told = lines.map((line) => `${severity}: ${line}`);
  const rest = severity === 'Warning' ? [`Warning: validateWrite failed on data source '${table}'.`] : [];
  const message = `Write failed for table row of type '${entity}'. Infolog: ${[...told, ...rest].join('; ')}.`;
  return new ODataError(400, 'An error has occurred.', { message, type: writeException }, arranged);
}

/** A body that is not of the type. Assumption, unconfirmed by the vendor: the words around those of the OData library. */
export const badBody = (message: string): ODataError =>
  new ODataError(400, 'An error has occurred.', { message, type: 'Microsoft.OData.ODataException' });

export const badQuery = (message: string): ODataError =>
  new ODataError(400, `The query specified in the URI is not valid. ${message}`, {
    message,
    type: 'Microsoft.OData.ODataException',
  });

export const unknownProperty = (name: string, type: string): ODataError =>
  badQuery(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.DataEntities.${type}'.`);

// Assumption, unconfirmed by the vendor: a row that is not there has no body, and the words of the refusals below.
export const noSuchRow = (): ODataError => new ODataError(404, '');

export const preconditionFailed = (): ODataError =>
  new ODataError(412, 'An error has occurred.', {
    message: 'The record has been changed since it was read.',
    type: 'System.InvalidOperationException',
  });

export const notAllowed = (method: string): ODataError =>
  new ODataError(405, `The requested resource does not support http method '${method}'.`);

/** The body of a refusal; undefined where it has none. */
export function errorBody({ message, inner }: ODataError): object | undefined {
  if (message === '') return undefined;
  const innererror = inner && { ...inner, stacktrace: '   at Microsoft.Dynamics.Platform.Integration.Services.OData' };
  return { error: { code: '', message, ...(innererror && { innererror }) } };
}
