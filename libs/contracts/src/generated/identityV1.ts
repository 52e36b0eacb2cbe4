// Generated from openapi/ by `npm run contracts:print`; do not edit.
/* oxlint-disable */
export interface paths {
    "/v1/capabilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Instances and operations */
        get: operations["getCapabilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/{instance}/accounts/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account */
        get: operations["getAccount"];
        /** Create or change an account */
        put: operations["putAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Breaker, backlog, last success and load */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountState: {
            /** @description The person may sign in */
            active: boolean;
            /** @description Code of the cost centre */
            costCentre: string | null;
            /** @description Work e-mail */
            email: string;
            /** @description Given name */
            firstName: string;
            /** @description Job title */
            jobTitle: string | null;
            /** @description Family name */
            lastName: string;
            /** @description Code of the legal entity */
            legalEntity: string | null;
            /** @description Sign-in name */
            userName: string;
            /** @description Worker number */
            workerNumber: string;
        };
        CapabilitiesView: {
            /** @description Instances served */
            instances: string[];
            /** @description Operations */
            operations: components["schemas"]["CapabilityView"][];
        };
        CapabilityView: {
            /** @description Domain */
            domain: string;
            /** @description Operation */
            operation: string;
            /** @description Why it is not supported */
            reason: string | null;
            /**
             * @description How a write is made to happen once
             * @enum {string|null}
             */
            safety: "absolute" | "batch" | "count" | "job" | "key" | "once" | "reference" | "transition" | "upsert" | null;
            /** @description The platform can do it */
            supported: boolean;
        };
        IdentityAccount: {
            /** @description The person may sign in */
            active: boolean;
            /** @description Code of the cost centre */
            costCentre: string | null;
            /** @description Work e-mail */
            email: string;
            /** @description Given name */
            firstName: string;
            /** @description Id in the identity platform */
            id: string;
            /** @description Job title */
            jobTitle: string | null;
            /** @description Family name */
            lastName: string;
            /** @description Code of the legal entity */
            legalEntity: string | null;
            /** @description Sign-in name */
            userName: string;
            /** @description Worker number */
            workerNumber: string;
        };
        InstanceStatusView: {
            /**
             * @description Open: the vendor is away and nothing is sent; half-open: one call finds out
             * @enum {string}
             */
            breaker: "closed" | "open" | "half-open";
            /**
             * Format: date-time
             * @description Since when the vendor is there, or away
             */
            breakerSince: string;
            /**
             * Format: date-time
             * @description Until then the vendor asked to be left alone
             */
            closedUntil: string | null;
            /** @description Operations that work at the vendor */
            inHand: number;
            /** @description Operations that wait for their turn */
            inLine: number;
            /** @description Instance */
            instance: string;
            /**
             * Format: date-time
             * @description When the vendor last answered
             */
            lastSuccess: string | null;
            /**
             * Format: date-time
             * @description Since when the oldest of those waits
             */
            oldestSince: string | null;
            /** @description Operations that can work at once */
            places: number;
            /** @description What is left of the daily budget of polling, in percent */
            pollingLeftPercent: number;
            /** @description Writes under way or without an answer */
            unsettledWrites: number;
            /** @description Webhooks accepted and not yet read */
            webhooksWaiting: number;
        };
        Problem: {
            /** @description Stable name of the rule or code behind it */
            code: string | null;
            /** @description Follows the work through every system */
            correlationId: string;
            /** @description What happened and to which record */
            detail: string;
            /** @description Every field that is wrong */
            errors: components["schemas"]["ProblemField"][];
            /**
             * @description Decides the next action
             * @enum {string}
             */
            kind: "rejected" | "not-found" | "conflict" | "forbidden" | "unsupported" | "throttled" | "unavailable" | "outcome-unknown" | "defect";
            /** @description What to do about it */
            remedy: string | null;
            /** @description HTTP status */
            status: number;
            /** @description The kind in words */
            title: string;
            /**
             * Format: uri-reference
             * @description Identifies the kind of problem
             */
            type: string;
        };
        ProblemField: {
            /** @description Where the value stands */
            field: string;
            /** @description What is wrong with it */
            message: string;
        };
        StatusView: {
            /** @description Instances */
            instances: components["schemas"]["InstanceStatusView"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getCapabilities: {
        parameters: {
            query?: never;
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapabilitiesView"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record is in another state than expected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Asked to slow down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error in this product */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This platform cannot do that */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not reachable right now; nothing was done */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A write got no answer; it may have happened */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Platform instance, as the estate file names it */
                instance: string;
                /** @description Reference that we gave the record */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityAccount"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record is in another state than expected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Asked to slow down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error in this product */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This platform cannot do that */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not reachable right now; nothing was done */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A write got no answer; it may have happened */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Platform instance, as the estate file names it */
                instance: string;
                /** @description Reference that we gave the record */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountState"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityAccount"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record is in another state than expected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Asked to slow down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error in this product */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This platform cannot do that */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not reachable right now; nothing was done */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A write got no answer; it may have happened */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusView"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record is in another state than expected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Asked to slow down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error in this product */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This platform cannot do that */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not reachable right now; nothing was done */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A write got no answer; it may have happened */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

/** operationId → method and path. */
export const routes = {
  getAccount: ['GET', '/v1/identity/{instance}/accounts/{reference}'],
  getCapabilities: ['GET', '/v1/capabilities'],
  getStatus: ['GET', '/v1/status'],
  putAccount: ['PUT', '/v1/identity/{instance}/accounts/{reference}'],
} as const;
