// Generated from openapi/ by `npm run contracts:print`; do not edit.
/* oxlint-disable */
export interface paths {
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work that needs a person, most money at risk first */
        get: operations["listCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{app}/{id}/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle a case */
        post: operations["resolveCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deals on their way from won to billed */
        get: operations["listLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lines/{line}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One deal, project or worker across every system */
        get: operations["getLine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lines/{line}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or reject where a line waits for it */
        post: operations["decideLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the firm stands */
        get: operations["getOverview"];
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
        BillingTotal: {
            /** @description Money */
            amount: components["schemas"]["MoneyValue"] | null;
            /** @description Number of lines */
            lines: number;
            /** @description Time, in minutes */
            minutes: number;
            /** @description Our project code */
            project: string | null;
            /**
             * @description State
             * @enum {string}
             */
            state: "waiting" | "stopped" | "ready" | "posting" | "posted" | "skipped" | "not-billable" | "withdrawn";
        };
        BusinessContext: {
            /** @description Billing cycle, e.g. 2026-10 */
            billingCycle: string | null;
            /** @description Client */
            client: string | null;
            /** @description Legal entity code */
            legalEntity: string | null;
            /** @description Money at risk while it does not go on */
            moneyAtRisk: components["schemas"]["MoneyValue"] | null;
            /** @description Our project code */
            project: string | null;
        };
        CaseList: {
            /** @description Cases */
            items: components["schemas"]["CaseView"][];
            /** @description Process APIs that could not be asked */
            missing: components["schemas"]["MissingPart"][];
        };
        CaseView: {
            /** @description How long it has been, or was, open, in seconds */
            ageSeconds: number;
            /** @description Process API that owns it, e.g. `process-billing` */
            app: string;
            /** @description Who works on it */
            assignee: string | null;
            /** @description What is at stake */
            business: components["schemas"]["BusinessContext"];
            /** @description What is behind it, in one sentence */
            cause: string;
            /** @description Class in the exception catalogue, e.g. `K11` */
            class: string;
            /** @description Type, e.g. `missing-cost-centre` */
            code: string;
            /** @description What a correction changes: the name of the record it is laid over */
            corrects: string | null;
            /** @description Follows the work through every system */
            correlationId: string;
            /**
             * Format: date-time
             * @description Raised
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it should be settled
             */
            dueAt: string | null;
            /** @description Fields that are wrong */
            fields: components["schemas"]["ExceptionField"][];
            /** @description Id */
            id: string;
            /** @description What is wrong, in one sentence */
            message: string;
            /** @description Notes, oldest first */
            notes: components["schemas"]["ExceptionNote"][];
            /** @description Role that owns it */
            owner: string;
            /** @description The record concerned */
            record: string;
            /** @description What to do about it */
            remedy: string | null;
            /** @description How it was settled */
            resolution: string | null;
            /** @description What stopped: a run or a billing line */
            runId: string | null;
            /**
             * Format: date-time
             * @description Settled
             */
            settledAt: string | null;
            /** @description Who settled it */
            settledBy: string | null;
            /**
             * @description State
             * @enum {string}
             */
            state: "open" | "settled";
            /** @description Step that stopped */
            step: string | null;
        };
        DecisionRequest: {
            /**
             * @description approve: go on, which also lifts a hold; reject: stop the run
             * @enum {string}
             */
            decision: "approve" | "reject";
            /** @description Why; kept with the run */
            reason: string;
            /** @description Step at which the run waits */
            step: string;
        };
        ExceptionField: {
            /** @description Field */
            field: string;
            /** @description What is wrong with it */
            message: string;
        };
        ExceptionNote: {
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /** @description Who */
            by: string;
            /** @description What */
            text: string;
        };
        InvoiceView: {
            /** @description Id in the ERP */
            erpId: string;
            /** @description Time charged, in minutes */
            minutes: number;
            /** @description Number the customer sees */
            number: string;
            /** @description Our project code */
            project: string;
            /** @description Our reference */
            reference: string;
            /** @description Total */
            total: components["schemas"]["MoneyValue"];
        };
        LineDecision: {
            /** @description Whether the person who asked for it may not */
            fourEyes: boolean;
            /** @description Who may say it: any of these roles */
            roles: string[];
            /**
             * Format: date-time
             * @description Since when it waits
             */
            since: string;
        };
        LineList: {
            /** @description Lines */
            items: components["schemas"]["LineSummary"][];
            /** @description Parts that could not be had */
            missing: components["schemas"]["MissingPart"][];
        };
        LineStep: {
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /** @description What somebody has to decide here */
            decision: components["schemas"]["LineDecision"] | null;
            /** @description What went wrong */
            failure: string | null;
            /** @description Id in that system */
            recordId: string | null;
            /** @description Address of the record there, where the system has one for people */
            recordUrl: string | null;
            /**
             * @description State
             * @enum {string}
             */
            state: "done" | "stopped" | "running" | "undone";
            /** @description System: CRM, ERP, PSA, scheduling, HR, identity or gateway */
            system: string;
            /** @description Tries it took */
            tries: number;
            /** @description What */
            what: string;
        };
        LineSummary: {
            /** @description Billed so far */
            billed: components["schemas"]["MoneyValue"] | null;
            /** @description Client */
            client: string | null;
            /** @description Key of the line: the deal’s own code */
            key: string;
            /** @description Legal entity */
            legalEntity: string | null;
            /** @description Open cases */
            openCases: number;
            /** @description Our project code */
            project: string | null;
            /**
             * @description State of the mobilisation
             * @enum {string}
             */
            state: "running" | "waiting" | "parked" | "undoing" | "completed" | "cancelled";
            /** @description Name */
            title: string;
            /** @description Value of the deal */
            value: components["schemas"]["MoneyValue"] | null;
        };
        LineView: {
            /** @description Billed so far */
            billed: components["schemas"]["MoneyValue"] | null;
            /** @description Open cases */
            cases: components["schemas"]["CaseView"][];
            /** @description Client */
            client: string | null;
            /** @description Follows the work through every system */
            correlationId: string;
            /** @description Invoices */
            invoices: components["schemas"]["InvoiceView"][];
            /** @description Key of the line: the deal’s own code */
            key: string;
            /** @description Legal entity */
            legalEntity: string | null;
            /** @description Parts that could not be had */
            missing: components["schemas"]["MissingPart"][];
            /** @description Open cases */
            openCases: number;
            /** @description Our project code */
            project: string | null;
            /**
             * @description State of the mobilisation
             * @enum {string}
             */
            state: "running" | "waiting" | "parked" | "undoing" | "completed" | "cancelled";
            /** @description Steps in order */
            steps: components["schemas"]["LineStep"][];
            /** @description Approved time by state */
            time: components["schemas"]["BillingTotal"][];
            /** @description Name */
            title: string;
            /** @description Value of the deal */
            value: components["schemas"]["MoneyValue"] | null;
        };
        MissingPart: {
            /** @description Who was asked */
            part: string;
            /** @description Why there is no answer */
            reason: string;
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
        Overview: {
            /** @description Money at risk in open cases, a currency each */
            atRisk: components["schemas"]["MoneyValue"][];
            /** @description Billed so far, a currency each */
            billed: components["schemas"]["MoneyValue"][];
            /** @description Deals by state of their mobilisation */
            deals: components["schemas"]["Tally"][];
            /** @description Parts that could not be had */
            missing: components["schemas"]["MissingPart"][];
            /** @description Open cases */
            openCases: number;
            /** @description Workers by state of their onboarding */
            workers: components["schemas"]["Tally"][];
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
        Resolution: {
            /**
             * @description retry: the cause is mended; correct: go on with these values; skip: leave it out; cancel: undo the run
             * @enum {string}
             */
            action: "retry" | "correct" | "skip" | "cancel";
            /** @description With `correct`: the fields and their right values */
            changes?: {
                [key: string]: unknown;
            };
            /** @description Only find out whether it can be settled so; nothing is changed */
            dryRun?: boolean;
            /** @description Why; kept in the audit trail */
            reason: string;
        };
        Tally: {
            /** @description How many */
            count: number;
            /** @description What is counted */
            name: string;
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
    listCases: {
        parameters: {
            query?: {
                /** @description Only those this person works on */
                assignee?: string;
                /** @description Only of this class, e.g. `K8` */
                class?: string;
                /** @description Only of this client */
                client?: string;
                /** @description Only of this type */
                code?: string;
                /** @description Only of this legal entity */
                legalEntity?: string;
                /** @description Only with at least this much money at risk, in whatever currency it is */
                minMoneyAtRisk?: number;
                /** @description Only of this role */
                owner?: string;
                /** @description Only of this project */
                project?: string;
                /** @description Only in this state */
                state?: "open" | "settled";
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
                    "application/json": components["schemas"]["CaseList"];
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
    resolveCase: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Process app that has the record */
                app: string;
                /** @description Id of the record */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Resolution"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
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
    listLines: {
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
                    "application/json": components["schemas"]["LineList"];
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
    getLine: {
        parameters: {
            query?: never;
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Id of the line */
                line: string;
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
                    "application/json": components["schemas"]["LineView"];
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
    decideLine: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Id of the line */
                line: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineView"];
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
    getOverview: {
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
                    "application/json": components["schemas"]["Overview"];
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
  decideLine: ['POST', '/v1/lines/{line}/decisions'],
  getLine: ['GET', '/v1/lines/{line}'],
  getOverview: ['GET', '/v1/overviews'],
  listCases: ['GET', '/v1/cases'],
  listLines: ['GET', '/v1/lines'],
  resolveCase: ['POST', '/v1/cases/{app}/{id}/resolutions'],
} as const;
