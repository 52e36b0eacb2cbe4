/** A refusal in SCIM's words; `status` is a string on the wire. */
export class ScimError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly scimType?: string,
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
