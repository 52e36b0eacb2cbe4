/** The RFC's keywords for what is wrong with a request. */
export type ScimType =
  'invalidFilter' | 'uniqueness' | 'mutability' | 'invalidSyntax' | 'invalidPath' | 'noTarget' | 'invalidValue';

/** A refusal in SCIM's words; `status` is a string on the wire. */
export class ScimError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly scimType?: ScimType,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }

  get body(): object {
    return {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      ...(this.scimType && { scimType: this.scimType }),
      detail: this.message,
      status: String(this.status),
    };
  }
}

export const badRequest = (scimType: ScimType, message: string): ScimError => new ScimError(400, message, scimType);
