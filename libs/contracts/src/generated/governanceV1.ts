// Generated from openapi/ by `npm run contracts:print`; do not edit.
/* oxlint-disable */
export interface paths {
    "/v1/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every registered consumer */
        get: operations["listConsumers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consumers/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Register a consumer, or say anew who it is and what it uses */
        put: operations["putConsumer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places of contracts that answers broke in production: a sample, without values */
        get: operations["listContractFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that became of a contract, the newest first */
        get: operations["listContractSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of contracts, the newest first */
        get: operations["listContractVersions"];
        put?: never;
        /** Submit a version; it is published when a second person approves it */
        post: operations["proposeContractVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-versions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version with its history and what changed */
        get: operations["getContractVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-versions/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let callers rely on a version somebody else submitted */
        post: operations["approveContractVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-versions/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version beside another: changes with both texts, consumers, verdict of the policy, changelog */
        get: operations["getContractComparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-versions/{id}/deprecations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say when a contract ends and what takes its place */
        post: operations["deprecateContractVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-versions/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of a version, byte for byte as it was published */
        get: operations["getContractDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-versions/{id}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consumers a version hurts, does not, and may */
        get: operations["getImpact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-versions/{id}/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a version */
        post: operations["rejectContractVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-versions/{id}/retirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a contract whose sunset has come and that no registered consumer calls */
        post: operations["retireContractVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deprecations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts, operations and fields that are to go, with who still uses them */
        get: operations["listDeprecations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every kind of event the gateway tells */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules that do not count for a contract for a while */
        get: operations["listExemptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which fields consumers send and could have read: names and counts */
        get: operations["listUsage"];
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
        ComparedChange: {
            /** @description Where it stands in this one */
            after: string | null;
            /** @description What the revision says there, as YAML; null where it says nothing */
            afterText: string | null;
            /** @description Where it stands in the version before */
            before: string | null;
            /** @description What the base says there, as YAML; null where it says nothing */
            beforeText: string | null;
            /** @description Field, parameter, header or status; null where it is about none */
            field: string | null;
            /** @description The same change has the same id whenever it is asked for */
            id: string;
            /**
             * @description Whom it hurts
             * @enum {string}
             */
            level: "breaking" | "dangerous" | "safe" | "documentation";
            /** @description Who is hurt and how */
            message: string;
            /** @description Method and path; null where it is about no operation */
            operation: string | null;
            /** @description The compatible way, or how to migrate */
            remedy: string;
            /** @description Kind of change */
            rule: string;
        };
        ConsumedOperation: {
            /** @description `<layer>/<api>/v<major>`, e.g. `process/projects/v1` */
            contract: string;
            /** @description Method and path as the contract has them, e.g. `GET /v1/projects/{code}` */
            operation: string;
            /** @description Fields it reads */
            reads: string[];
            /** @description Fields it sends, e.g. `lines[].role` */
            sends: string[];
        };
        Consumer: {
            /** @description Its client id at the issuer */
            clientId: string;
            /** @description How to reach them */
            contact: string;
            /** @description Name */
            name: string;
            /** @description Team that answers for it */
            owner: string;
            /**
             * Format: date-time
             * @description When this was said last
             */
            updatedAt: string;
            /** @description What it uses, if its owner keeps that up to date; empty where they do not */
            uses: components["schemas"]["ConsumedOperation"][];
            /** @description Written to before something it uses ends, as its contact is an e-mail address; others have to be told by people */
            writtenTo: boolean;
        };
        ConsumerFacts: {
            /** @description How to reach them */
            contact: string;
            /** @description Name */
            name: string;
            /** @description Team that answers for it */
            owner: string;
            /** @description What it uses, if its owner keeps that up to date; empty where they do not */
            uses: components["schemas"]["ConsumedOperation"][];
        };
        ConsumerImpact: {
            /** @description Operations and fields it uses that change */
            because: string[];
            /** @description Calls of what changes */
            calls: number;
            /** @description Client id */
            clientId: string;
            /**
             * @description `unknown` where there is no record of what it uses: that is not safe
             * @enum {string}
             */
            harm: "affected" | "not-affected" | "unknown";
            /**
             * Format: date-time
             * @description When it last called what changes
             */
            lastUse: string | null;
            /** @description Name; null for a client that nobody registered */
            name: string | null;
            /** @description Team that answers for it */
            owner: string | null;
        };
        ConsumerList: {
            /** @description Consumers */
            items: components["schemas"]["Consumer"][];
        };
        ContractChange: {
            /** @description Where it stands in this one */
            after: string | null;
            /** @description Where it stands in the version before */
            before: string | null;
            /** @description Field, parameter, header or status; null where it is about none */
            field: string | null;
            /**
             * @description Whom it hurts
             * @enum {string}
             */
            level: "breaking" | "dangerous" | "safe" | "documentation";
            /** @description Who is hurt and how */
            message: string;
            /** @description Method and path; null where it is about no operation */
            operation: string | null;
            /** @description The compatible way, or how to migrate */
            remedy: string;
            /** @description Kind of change */
            rule: string;
        };
        ContractComparison: {
            /** @description The version compared with */
            base: components["schemas"]["ContractVersion"];
            /** @description The changes in words for consumers, as Markdown */
            changelog: string;
            /** @description What changed, the worst first */
            changes: components["schemas"]["ComparedChange"][];
            /** @description Consumers, those affected first */
            consumers: components["schemas"]["ConsumerImpact"][];
            /**
             * Format: date
             * @description First day with a record of use; null where there is none
             */
            recordedSince: string | null;
            /** @description The version compared */
            revision: components["schemas"]["ContractVersion"];
            /** @description What the policy says */
            verdict: components["schemas"]["PolicyVerdict"];
        };
        ContractDecision: {
            /** @description Why; kept in the audit trail */
            reason: string;
        };
        ContractDeprecation: {
            /** @description Why; kept in the audit trail */
            reason: string;
            /** @description Contract that takes its place */
            successor: string;
            /**
             * Format: date
             * @description First day on which it may be retired; at least 90 days away
             */
            sunset: string;
        };
        ContractEntry: {
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /** @description Who */
            by: string;
            /** @description Exemptions it needed, by file */
            exemptions: string[];
            /** @description Why */
            reason: string;
            /**
             * @description What it became
             * @enum {string}
             */
            state: "design" | "published" | "deprecated" | "retired" | "rejected";
            /** @description What takes its place */
            successor: string | null;
            /**
             * Format: date
             * @description When it ends
             */
            sunset: string | null;
            /** @description Version it was about */
            version: string;
        };
        ContractEntryList: {
            /** @description Steps; the last 1000 */
            items: components["schemas"]["ContractEntry"][];
        };
        ContractFinding: {
            /** @description `<layer>/<api>/v<major>`, e.g. `process/projects/v1` */
            contract: string;
            /** @description Answers it was found in, of those that were checked: a sample */
            count: number;
            /**
             * Format: date-time
             * @description When it was found first
             */
            firstSeen: string;
            /**
             * Format: date-time
             * @description When it was found last
             */
            lastSeen: string;
            /** @description The same in a sentence */
            message: string;
            /** @description Method and path */
            operation: string;
            /** @description Team that answers for the contract; null where it is not registered */
            owner: string | null;
            /** @description JSON pointer into the contract; empty where it has no such answer */
            pointer: string;
            /** @description Keyword of JSON Schema that was not kept, or `status` */
            rule: string;
            /** @description Status of the answers */
            status: number;
            /** @description Version that was served */
            version: string;
        };
        ContractFindingList: {
            /** @description Findings */
            items: components["schemas"]["ContractFinding"][];
        };
        ContractStep: {
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /** @description Who */
            by: string;
            /** @description Exemptions it needed, by file */
            exemptions: string[];
            /** @description Why */
            reason: string;
            /**
             * @description What it became
             * @enum {string}
             */
            state: "design" | "published" | "deprecated" | "retired" | "rejected";
            /** @description What takes its place */
            successor: string | null;
            /**
             * Format: date
             * @description When it ends
             */
            sunset: string | null;
        };
        ContractSubmission: {
            /** @description `<layer>/<api>/v<major>`, e.g. `process/projects/v1` */
            contract: string;
            /** @description The document, YAML or JSON, as it will be downloaded */
            document: string;
            /**
             * @description What it is
             * @enum {string}
             */
            kind: "openapi" | "asyncapi" | "ownership" | "mapping";
            /** @description Why; kept in the audit trail */
            reason: string;
        };
        ContractVersion: {
            /** @description Who approved it; null while nobody has, and for what was in service before the registry */
            approvedBy: string | null;
            /** @description Version it follows; null for the first */
            base: string | null;
            /** @description `<layer>/<api>/v<major>`, e.g. `process/projects/v1` */
            contract: string;
            /** @description Id */
            id: string;
            /**
             * @description What it is
             * @enum {string}
             */
            kind: "openapi" | "asyncapi" | "ownership" | "mapping";
            /** @description Who answers for the contract */
            owner: string;
            /** @description SHA-256 of its text, in hexadecimal */
            sha256: string;
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "design" | "published" | "deprecated" | "retired" | "rejected";
            /**
             * Format: date-time
             * @description When it was submitted
             */
            submittedAt: string;
            /** @description Who asked for it to be published */
            submittedBy: string;
            /** @description Semantic version */
            version: string;
        };
        ContractVersionDetail: {
            /** @description Who approved it; null while nobody has, and for what was in service before the registry */
            approvedBy: string | null;
            /** @description Version it follows; null for the first */
            base: string | null;
            /** @description What changed, the worst first */
            changes: components["schemas"]["ContractChange"][];
            /** @description `<layer>/<api>/v<major>`, e.g. `process/projects/v1` */
            contract: string;
            /** @description What the policy held against it and an exemption let pass */
            exempted: components["schemas"]["PolicyObjection"][];
            /** @description Id */
            id: string;
            /**
             * @description What it is
             * @enum {string}
             */
            kind: "openapi" | "asyncapi" | "ownership" | "mapping";
            /** @description Who answers for the contract */
            owner: string;
            /** @description SHA-256 of its text, in hexadecimal */
            sha256: string;
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "design" | "published" | "deprecated" | "retired" | "rejected";
            /** @description Its life, oldest first */
            steps: components["schemas"]["ContractStep"][];
            /**
             * Format: date-time
             * @description When it was submitted
             */
            submittedAt: string;
            /** @description Who asked for it to be published */
            submittedBy: string;
            /** @description Semantic version */
            version: string;
        };
        ContractVersionPage: {
            /** @description Versions */
            items: components["schemas"]["ContractVersion"][];
            /** @description Ask for the next page with this; null on the last one */
            nextCursor: string | null;
        };
        DeprecationCaller: {
            /** @description Calls, or times the field was there, in the last 30 days */
            calls: number;
            /** @description Client id; `unnamed:…` for those that cannot be told apart */
            clientId: string;
            /** @description How to reach them */
            contact: string | null;
            /**
             * Format: date-time
             * @description Last use; null where it only says that it uses it
             */
            lastUse: string | null;
            /** @description Name; null for a client that nobody registered */
            name: string | null;
            /** @description Team that answers for it */
            owner: string | null;
            /** @description Written to before this ends; where it is not, nobody gave an e-mail address as its contact: tell them */
            writtenTo: boolean;
        };
        DeprecationEntry: {
            /** @description Who used it in the last 30 days, or says that it does; the busiest first */
            consumers: components["schemas"]["DeprecationCaller"][];
            /** @description `<layer>/<api>/v<major>`, e.g. `process/projects/v1` */
            contract: string;
            /** @description Schema and field, e.g. `Project.client`; null where more than a field goes */
            field: string | null;
            /** @description Method and path; null for a whole contract, and for a field */
            operation: string | null;
            /** @description Team that answers for the contract */
            owner: string;
            /**
             * Format: date
             * @description First day of its deprecation
             */
            since: string | null;
            /**
             * @description Whether it still answers
             * @enum {string}
             */
            state: "deprecated" | "retired";
            /** @description What takes its place */
            successor: string | null;
            /**
             * Format: date
             * @description First day on which it may be gone
             */
            sunset: string | null;
            /** @description Version of the contract in service */
            version: string;
        };
        DeprecationList: {
            /** @description What is to go */
            items: components["schemas"]["DeprecationEntry"][];
        };
        EventCatalogue: {
            /** @description Kinds of event, by type */
            items: components["schemas"]["EventDescription"][];
        };
        EventDescription: {
            /** @description When it is told */
            description: string;
            /** @description Its fields */
            fields: string[];
            /** @description CloudEvents type */
            type: string;
        };
        ExemptionList: {
            /** @description Exemptions */
            items: components["schemas"]["ExemptionView"][];
            /** @description What is wrong */
            problems: string[];
        };
        ExemptionView: {
            /** @description JSON pointer to the place it is about; null for the whole contract */
            at: string | null;
            /** @description `<layer>/<api>/v<major>`, e.g. `process/projects/v1` */
            contract: string;
            /** @description It is over, and no longer counts */
            expired: boolean;
            /**
             * Format: date
             * @description Last day
             */
            expires: string;
            /** @description File */
            file: string;
            /** @description Who answers for it */
            owner: string;
            /** @description Why */
            reason: string;
            /** @description Rule that does not count */
            rule: string;
        };
        FieldCount: {
            /** @description How often */
            count: number;
            /** @description Field */
            field: string;
        };
        ImpactReport: {
            /** @description Changes that hurt or may hurt */
            changes: number;
            /** @description Consumers, those affected first */
            consumers: components["schemas"]["ConsumerImpact"][];
            /** @description Id of the version */
            id: string;
            /**
             * Format: date
             * @description First day with a record of use; null where there is none
             */
            recordedSince: string | null;
        };
        PolicyObjection: {
            /** @description File of the exemption that lets it pass; null where it stands */
            exemption: string | null;
            /** @description What is wrong */
            message: string;
            /** @description What to do */
            remedy: string;
            /** @description Rule */
            rule: string;
        };
        PolicyVerdict: {
            /** @description Nothing stands against it */
            allowed: boolean;
            /** @description What it holds against it, exempted or not */
            objections: components["schemas"]["PolicyObjection"][];
            /**
             * @description What the change asks of the version number
             * @enum {string}
             */
            required: "none" | "patch" | "minor" | "major";
            /** @description The version that would say it */
            suggested: string | null;
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
        UsageList: {
            /** @description Use by consumer and operation */
            items: components["schemas"]["UsageView"][];
        };
        UsageView: {
            /** @description Calls */
            calls: number;
            /** @description Client id; `unnamed:…` for those that cannot be told apart */
            clientId: string;
            /** @description `<layer>/<api>/v<major>`, e.g. `process/projects/v1` */
            contract: string;
            /**
             * Format: date-time
             * @description Last call
             */
            lastUse: string;
            /** @description Method and path */
            operation: string;
            /** @description Fields it could have read */
            read: components["schemas"]["FieldCount"][];
            /** @description Fields it sent */
            sent: components["schemas"]["FieldCount"][];
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
    listConsumers: {
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
                    "application/json": components["schemas"]["ConsumerList"];
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
    putConsumer: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Client id of a consumer at the issuer */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsumerFacts"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consumer"];
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
    listContractFindings: {
        parameters: {
            query?: {
                /** @description `<layer>/<api>/v<major>`, e.g. `process/projects/v1` */
                contract?: string;
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
                    "application/json": components["schemas"]["ContractFindingList"];
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
    listContractSteps: {
        parameters: {
            query: {
                /** @description `<layer>/<api>/v<major>`, e.g. `process/projects/v1` */
                contract: string;
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
                    "application/json": components["schemas"]["ContractEntryList"];
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
    listContractVersions: {
        parameters: {
            query?: {
                /** @description `<layer>/<api>/v<major>`, e.g. `process/projects/v1` */
                contract?: string;
                /** @description Where to go on: `nextCursor` of the page before */
                cursor?: string;
                /** @description What it is */
                kind?: "openapi" | "asyncapi" | "ownership" | "mapping";
                /** @description Records a page */
                limit?: number;
                /** @description Where it stands */
                state?: "design" | "published" | "deprecated" | "retired" | "rejected";
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
                    "application/json": components["schemas"]["ContractVersionPage"];
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
    proposeContractVersion: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractSubmission"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractVersion"];
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
    getContractVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Id of the record */
                id: string;
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
                    "application/json": components["schemas"]["ContractVersionDetail"];
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
    approveContractVersion: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Id of the record */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractDecision"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractVersion"];
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
    getContractComparison: {
        parameters: {
            query?: {
                /** @description Version of the same contract, or another major, e.g. v1: what is in service there; what it follows where absent */
                base?: string;
            };
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Id of the record */
                id: string;
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
                    "application/json": components["schemas"]["ContractComparison"];
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
    deprecateContractVersion: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Id of the record */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractDeprecation"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractVersion"];
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
    getContractDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Id of the record */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description Done
             *
             *     Done
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
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
    getImpact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Id of the record */
                id: string;
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
                    "application/json": components["schemas"]["ImpactReport"];
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
    rejectContractVersion: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Id of the record */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractDecision"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractVersion"];
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
    retireContractVersion: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Id of the record */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractDecision"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractVersion"];
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
    listDeprecations: {
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
                    "application/json": components["schemas"]["DeprecationList"];
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
    listEventTypes: {
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
                    "application/json": components["schemas"]["EventCatalogue"];
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
    listExemptions: {
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
                    "application/json": components["schemas"]["ExemptionList"];
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
    listUsage: {
        parameters: {
            query?: {
                /** @description Client id */
                clientId?: string;
                /** @description `<layer>/<api>/v<major>`, e.g. `process/projects/v1` */
                contract?: string;
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
                    "application/json": components["schemas"]["UsageList"];
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
  approveContractVersion: ['POST', '/v1/contract-versions/{id}/approvals'],
  deprecateContractVersion: ['POST', '/v1/contract-versions/{id}/deprecations'],
  getContractComparison: ['GET', '/v1/contract-versions/{id}/comparison'],
  getContractDocument: ['GET', '/v1/contract-versions/{id}/document'],
  getContractVersion: ['GET', '/v1/contract-versions/{id}'],
  getImpact: ['GET', '/v1/contract-versions/{id}/impact'],
  listConsumers: ['GET', '/v1/consumers'],
  listContractFindings: ['GET', '/v1/contract-findings'],
  listContractSteps: ['GET', '/v1/contract-steps'],
  listContractVersions: ['GET', '/v1/contract-versions'],
  listDeprecations: ['GET', '/v1/deprecations'],
  listEventTypes: ['GET', '/v1/event-types'],
  listExemptions: ['GET', '/v1/exemptions'],
  listUsage: ['GET', '/v1/usage'],
  proposeContractVersion: ['POST', '/v1/contract-versions'],
  putConsumer: ['PUT', '/v1/consumers/{clientId}'],
  rejectContractVersion: ['POST', '/v1/contract-versions/{id}/rejections'],
  retireContractVersion: ['POST', '/v1/contract-versions/{id}/retirements'],
} as const;
