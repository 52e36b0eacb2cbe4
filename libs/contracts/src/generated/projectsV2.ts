// Generated from openapi/ by `npm run contracts:print`; do not edit.
/* oxlint-disable */
export interface paths {
    "/v2/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mobilised projects, by code */
        get: operations["listProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/projects/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One project with its terms */
        get: operations["getProject"];
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
        BillingRate: {
            /**
             * Format: date
             * @description First day worked that it counts for; null from the beginning
             */
            effectiveFrom?: string | null;
            /** @description Rate an hour */
            hourlyRate: components["schemas"]["MoneyValue"];
            /** @description Role code */
            role: string;
        };
        MoneyValue: {
            /**
             * @description Decimal amount, a point before the minor units
             * @example 1250.50
             */
            amount: string;
            /**
             * @description ISO 4217 currency
             * @example USD
             */
            currency: string;
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
        Project: {
            /** @description Client */
            client: string;
            /** @description Our project code */
            code: string;
            /** @description What was signed */
            contract: components["schemas"]["ProjectContract"];
            /** @description The deal it came from */
            deal: components["schemas"]["ProjectDeal"];
            /** @description Legal entity code */
            legalEntity: string;
            /** @description Name */
            name: string;
            /** @description From when to when */
            period: components["schemas"]["ProjectPeriod"];
            /** @description Every rate agreed so far, each with the day it counts from */
            rates: components["schemas"]["BillingRate"][];
            /** @description Where it is known */
            references: components["schemas"]["ProjectReference"][];
            /**
             * @description State
             * @enum {string}
             */
            status: "mobilising" | "active" | "closed";
        };
        ProjectContract: {
            /** @description ISO 4217 currency */
            currency: string;
            /** @description Number */
            number: string;
            /** @description Tax code */
            taxCode: string;
        };
        ProjectDeal: {
            /** @description The firm's code */
            code: string;
            /** @description Id in the CRM */
            id: string;
        };
        ProjectList: {
            /** @description Projects */
            items: components["schemas"]["Project"][];
            /** @description Ask for the next page with this; null on the last one */
            nextCursor: string | null;
        };
        ProjectPeriod: {
            /**
             * Format: date
             * @description Last day
             */
            end: string | null;
            /**
             * Format: date
             * @description First day
             */
            start: string;
        };
        ProjectReference: {
            /**
             * @description Domain of the system
             * @enum {string}
             */
            domain: "erp" | "psa";
            /** @description Id there */
            id: string;
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
    listProjects: {
        parameters: {
            query?: {
                /** @description Where to go on: `nextCursor` of the page before */
                cursor?: string;
                /** @description Records a page */
                limit?: number;
            };
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
                    "application/json": components["schemas"]["ProjectList"];
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
    getProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Code of the record */
                code: string;
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
                    "application/json": components["schemas"]["Project"];
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
  getProject: ['GET', '/v2/projects/{code}'],
  listProjects: ['GET', '/v2/projects'],
} as const;
