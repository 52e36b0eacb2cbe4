// Generated from openapi/ by `npm run contracts:print`; do not edit.
/* oxlint-disable */
export interface paths {
    "/v1/acquisitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Acquisitions, the newest first */
        get: operations["listAcquisitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/acquisitions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where every row stands, and what each foreign value means */
        get: operations["getAcquisition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/acquisitions/{id}/mappings/{kind}/{foreign}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Accept or correct what a foreign value means, or leave it out */
        put: operations["decideAcquisitionMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alerts, the most money for the least time left first */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One alert with its exceptions and messages */
        get: operations["getAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See to an alert: it is not escalated any more */
        post: operations["acknowledgeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}/mutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell nobody of an alert and its cause for a while */
        post: operations["muteAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}/redeliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send what was given up again */
        post: operations["resendAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}/unmutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell of an alert again */
        post: operations["unmuteAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/apis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The APIs there are, with the audience and scopes a token must have */
        get: operations["listApis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing/ages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Unbilled approved time by legal entity, cycle and age */
        get: operations["listBillingAges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing/intercompany-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Charges between legal entities by month and state */
        get: operations["listIntercompanyTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posting windows and the cut-off clock */
        get: operations["listWindows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settlements in bulk, those that wait for a second person first */
        get: operations["listBulkSettlements"];
        put?: never;
        /** Settle every open case that meets a filter, or say which would be */
        post: operations["settleInBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-settlements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each case */
        get: operations["getBulkSettlement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-settlements/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a settlement somebody else asked for */
        post: operations["confirmBulkSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-settlements/{id}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a settlement somebody else asked for */
        post: operations["rejectBulkSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/v1/cases/{app}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case: what every system says, who did what, and what can be corrected */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{app}/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say who works on a case, and until when */
        post: operations["assignCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{app}/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Comment on a case */
        post: operations["noteCase"];
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
    "/v1/chaos-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chaos runs on record, the newest first */
        get: operations["listChaosReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chaos-reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A chaos run: its faults, and what held */
        get: operations["getChaosReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-versions/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or reject a version that waits */
        post: operations["decideContractVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published contracts, and versions that wait for approval */
        get: operations["listContracts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{layer}/{api}/{major}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contract: every version, and what became of it */
        get: operations["getContractHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{layer}/{api}/{major}/comparisons/{range}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two versions side by side: changes, whom they hurt, and what the policy says */
        get: operations["getContractComparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cutovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Each system that is exchanged, and what hangs on it */
        get: operations["listCutovers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cutovers/{domain}/{legalEntity}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether each workflow could go on with the other system */
        get: operations["getCutover"];
        put?: never;
        post?: never;
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
        /** What ends when, and who still calls it */
        get: operations["listDeprecations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/detectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every disconnect that is looked for, those that are there first */
        get: operations["listDetectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/detectors/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is apart */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integration-health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Platforms, their quotas and backlog, and subscribers */
        get: operations["getIntegrationHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/kpis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every figure of the firm, with its definition */
        get: operations["listKpis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/kpis/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One figure, taken apart where asked for */
        get: operations["getKpi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/kpis/{id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The records a figure is made of */
        get: operations["listKpiRecords"];
        put?: never;
        post?: never;
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
    "/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: what is worth reading again; goes on after Last-Event-ID */
        get: operations["getChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is lent to whom at the moment */
        get: operations["listLoans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mapping-tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mapping tables in force */
        get: operations["listMappingTables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objectives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Each workflow against the time it should take, its error budget, and the worst runs */
        get: operations["listObjectives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboardings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People from hired to staffable, those who wait first */
        get: operations["listOnboardings"];
        put?: never;
        post?: never;
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
    "/v1/ownership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who decides what of a record, by region, with the rule in words */
        get: operations["getOwnership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/project-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects between deal and invoice, those held up first */
        get: operations["listProjectLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give events to one subscriber again, or say what it would make of them */
        post: operations["requestReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A replay, and how it stands with it */
        get: operations["getReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replays/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a replay somebody else asked for */
        post: operations["confirmReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of every process API, latest change first */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{process}/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run across systems, with every try */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{process}/{run}/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a run that waits or is parked */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{process}/{run}/dry-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a dry run with the input of a run: it only says what it would do */
        post: operations["rehearseRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{process}/{run}/reruns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run again from a step, with other values where it is a read */
        post: operations["repeatRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staffing/assignments-at-risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Assignments that no longer fit the time somebody has left */
        get: operations["listAssignmentsAtRisk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staffing/heat-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Capacity against what is planned and sold, by week */
        get: operations["getHeatMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staffing/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an assignment, or a change of one, would do to margin, rules and invoices */
        get: operations["getWhatIf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscribers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is told of which events, the one furthest behind first */
        get: operations["listSubscribers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workbench": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open cases by money at risk and time left, with evidence */
        get: operations["getWorkbench"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workers/{number}/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a worker known to the platforms of another legal entity, so that they can work and be billed there */
        post: operations["beginLoan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workers/{number}/loans/{legalEntity}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a loan today */
        post: operations["endLoan"];
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
        Acknowledgement: {
            /** @description What is being done; kept in the audit trail */
            reason?: string;
        };
        AcquisitionCount: {
            /** @description Rows */
            rows: number;
            /**
             * @description State
             * @enum {string}
             */
            state: "ready" | "matched" | "waiting-for-mapping" | "exception" | "left-out" | "queued" | "onboarding" | "stopped" | "staffable";
        };
        AcquisitionDetail: {
            /** @description The acquisition */
            acquisition: components["schemas"]["AcquisitionView"];
            /** @description Mappings: unclear first, then proposed, then accepted */
            mappings: components["schemas"]["AcquisitionMapping"][];
        };
        AcquisitionMapping: {
            /** @description What else may be meant, most alike first */
            candidates: components["schemas"]["MappingCandidate"][];
            /** @description Who accepted it; `rule` where nobody had to */
            decidedBy: string | null;
            /** @description Why, in words */
            evidence: string;
            /** @description The value in the file */
            foreign: string;
            /**
             * @description What the value says
             * @enum {string}
             */
            kind: "grade" | "location" | "skill" | "cost-centre" | "job-title" | "manager";
            /** @description Rows that have the value */
            rows: number;
            /** @description How alike the words are, 0 to 100 */
            score: number;
            /**
             * @description `accepted` counts, `proposed` waits for a person, `unclear` is an exception
             * @enum {string}
             */
            state: "accepted" | "proposed" | "unclear";
            /** @description Our value; null where none is known, or where a person left it out */
            value: string | null;
            /** @description Goes up with every change */
            version: number;
        };
        AcquisitionOverview: {
            /** @description Acquisitions, the newest first */
            items: components["schemas"]["AcquisitionSummary"][];
            /** @description Process APIs that gave no answer */
            missing: components["schemas"]["MissingPart"][];
        };
        AcquisitionRow: {
            /** @description What it waits for, or whom it was matched with */
            reason: string | null;
            /** @description Line of the file, or place in `people` */
            row: number;
            /** @description Run of the onboarding */
            runId: string | null;
            /**
             * @description `ready` can be loaded, `matched` is one of our people already, `queued` comes later in this load, `stopped` has an exception in the onboarding
             * @enum {string}
             */
            state: "ready" | "matched" | "waiting-for-mapping" | "exception" | "left-out" | "queued" | "onboarding" | "stopped" | "staffable";
            /** @description Worker number */
            workerNumber: string;
        };
        AcquisitionSummary: {
            /** @description Rows by state */
            counts: components["schemas"]["AcquisitionCount"][];
            /**
             * Format: date-time
             * @description Uploaded
             */
            createdAt: string;
            /** @description Id */
            id: string;
            /** @description Legal entity that takes the people over */
            legalEntity: string;
            /** @description Who let it be loaded */
            loadedBy: string | null;
            /** @description Name */
            name: string;
            /** @description Values of the file that wait for a person to say what they mean */
            openMappings: number;
            /**
             * @description `loading` once somebody let it be loaded, also when all that is clear is through
             * @enum {string}
             */
            state: "uploaded" | "loading" | "paused" | "cancelled";
            /** @description Who uploaded it */
            uploadedBy: string;
        };
        AcquisitionView: {
            /** @description Rows by state */
            counts: components["schemas"]["AcquisitionCount"][];
            /**
             * Format: date-time
             * @description Uploaded
             */
            createdAt: string;
            /** @description Id */
            id: string;
            /** @description Legal entity that takes the people over */
            legalEntity: string;
            /** @description Who let it be loaded */
            loadedBy: string | null;
            /** @description Name */
            name: string;
            /** @description Values of the file that wait for a person to say what they mean */
            openMappings: number;
            /** @description Every row */
            rows: components["schemas"]["AcquisitionRow"][];
            /**
             * @description `loading` once somebody let it be loaded, also when all that is clear is through
             * @enum {string}
             */
            state: "uploaded" | "loading" | "paused" | "cancelled";
            /** @description Who uploaded it */
            uploadedBy: string;
        };
        AgeBucket: {
            /**
             * @description Since the day worked: up to 7, 30 or 90 days, or longer
             * @enum {string}
             */
            age: "week" | "month" | "quarter" | "older";
            /** @description Price, a currency each */
            amounts: components["schemas"]["MoneyValue"][];
            /**
             * Format: date-time
             * @description Cut-off of the cycle; null where there is none
             */
            cutOff: string | null;
            /** @description Billing cycle, e.g. 2026-10 */
            cycle: string;
            /** @description Entries */
            entries: number;
            /** @description Legal entity; null where it is not known yet */
            legalEntity: string | null;
            /** @description Time, in minutes */
            minutes: number;
            /** @description Of these, entries that need a person */
            stopped: number;
        };
        AlertDelivery: {
            /** @description E-mail address; null of a webhook */
            address: string | null;
            /**
             * @description How
             * @enum {string}
             */
            channel: "webhook" | "email";
            /**
             * Format: date-time
             * @description When it was, or will be, tried next
             */
            dueAt: string | null;
            /** @description Why the last try failed */
            failure: string | null;
            /** @description Id: what the receiver knows it by, however often it comes */
            id: string;
            /**
             * @description What for
             * @enum {string}
             */
            occasion: "opened" | "raised" | "escalated" | "unmuted" | "resolved";
            /** @description Owner whose route it takes */
            route: string;
            /**
             * Format: date-time
             * @description When it was taken
             */
            sentAt: string | null;
            /**
             * @description `dropped`: there was nothing to tell any more; `dead`: given up
             * @enum {string}
             */
            state: "waiting" | "sent" | "dropped" | "dead";
            /** @description Tries */
            tries: number;
        };
        AlertDetail: {
            /**
             * Format: date-time
             * @description Since when
             */
            acknowledgedAt: string | null;
            /** @description Who saw to it */
            acknowledgedBy: string | null;
            /** @description Billing cycles concerned, e.g. 2026-10 */
            billingCycles: string[];
            /** @description What is behind it, in one sentence */
            cause: string;
            /** @description Class in the exception catalogue, e.g. `K8` */
            class: string;
            /** @description Clients concerned */
            clients: string[];
            /** @description Type of its exceptions, e.g. `rate-mismatch` */
            code: string;
            /** @description Exceptions that are open; of a resolved one, that were */
            count: number;
            /** @description Messages about it that were given up */
            deadDeliveries: number;
            /** @description Messages about it, the newest first */
            deliveries: components["schemas"]["AlertDelivery"][];
            /**
             * Format: date-time
             * @description When it was escalated
             */
            escalatedAt: string | null;
            /** @description Role it was escalated to */
            escalatedTo: string | null;
            /** @description Id */
            id: string;
            /** @description Its exceptions, the most urgent first */
            items: components["schemas"]["AlertItem"][];
            /**
             * Format: date-time
             * @description When it is too late for the first of them: a cut-off, or when it should be settled
             */
            lateAt: string | null;
            /** @description Legal entities concerned */
            legalEntities: string[];
            /** @description Where its exceptions are seen and settled */
            link: string;
            /** @description Time at risk, in minutes */
            minutes: number;
            /** @description Money at risk, by currency */
            moneyAtRisk: components["schemas"]["MoneyValue"][];
            /** @description Money at risk for each hour that is left, whatever its currency; null of a resolved one */
            moneyPerHour: number | null;
            /** @description Who muted it */
            mutedBy: string | null;
            /**
             * Format: date-time
             * @description Nobody is told of it until then
             */
            mutedUntil: string | null;
            /** @description Why it is muted */
            muteReason: string | null;
            /**
             * Format: date-time
             * @description Since when the oldest of them is open
             */
            oldestAt: string | null;
            /**
             * Format: date-time
             * @description Opened
             */
            openedAt: string;
            /** @description Role that owns it */
            owner: string;
            /**
             * @description By money at risk for each hour that is left
             * @enum {string}
             */
            priority: "critical" | "high" | "normal";
            /** @description Projects concerned */
            projects: string[];
            /** @description What to do about it */
            remedy: string;
            /**
             * Format: date-time
             * @description Resolved: the last of them is settled
             */
            resolvedAt: string | null;
            /** @description The page to go by */
            runbook: string;
            /** @description What its exceptions have in common, e.g. project P-OPP-101 */
            scope: string;
            /**
             * @description How it stands
             * @enum {string}
             */
            state: "open" | "escalated" | "acknowledged" | "muted" | "resolved";
            /** @description Instance of the estate that is behind it, where it is one system */
            system: string | null;
        };
        AlertItem: {
            /** @description Process API that owns it */
            app: string;
            /** @description Billing cycle, e.g. 2026-10 */
            billingCycle: string | null;
            /** @description Client */
            client: string | null;
            /** @description Id */
            id: string;
            /**
             * Format: date-time
             * @description When it is too late
             */
            lateAt: string | null;
            /** @description Legal entity code */
            legalEntity: string | null;
            /** @description Time at risk, in minutes */
            minutes: number | null;
            /** @description Money at risk */
            moneyAtRisk: components["schemas"]["MoneyValue"] | null;
            /** @description Our project code */
            project: string | null;
            /**
             * Format: date-time
             * @description Raised
             */
            raisedAt: string;
            /** @description The record concerned */
            record: string;
            /**
             * Format: date-time
             * @description Settled
             */
            settledAt: string | null;
        };
        AlertReason: {
            /** @description Why; kept in the audit trail */
            reason: string;
        };
        AlertView: {
            /**
             * Format: date-time
             * @description Since when
             */
            acknowledgedAt: string | null;
            /** @description Who saw to it */
            acknowledgedBy: string | null;
            /** @description Billing cycles concerned, e.g. 2026-10 */
            billingCycles: string[];
            /** @description What is behind it, in one sentence */
            cause: string;
            /** @description Class in the exception catalogue, e.g. `K8` */
            class: string;
            /** @description Clients concerned */
            clients: string[];
            /** @description Type of its exceptions, e.g. `rate-mismatch` */
            code: string;
            /** @description Exceptions that are open; of a resolved one, that were */
            count: number;
            /** @description Messages about it that were given up */
            deadDeliveries: number;
            /**
             * Format: date-time
             * @description When it was escalated
             */
            escalatedAt: string | null;
            /** @description Role it was escalated to */
            escalatedTo: string | null;
            /** @description Id */
            id: string;
            /**
             * Format: date-time
             * @description When it is too late for the first of them: a cut-off, or when it should be settled
             */
            lateAt: string | null;
            /** @description Legal entities concerned */
            legalEntities: string[];
            /** @description Where its exceptions are seen and settled */
            link: string;
            /** @description Time at risk, in minutes */
            minutes: number;
            /** @description Money at risk, by currency */
            moneyAtRisk: components["schemas"]["MoneyValue"][];
            /** @description Money at risk for each hour that is left, whatever its currency; null of a resolved one */
            moneyPerHour: number | null;
            /** @description Who muted it */
            mutedBy: string | null;
            /**
             * Format: date-time
             * @description Nobody is told of it until then
             */
            mutedUntil: string | null;
            /** @description Why it is muted */
            muteReason: string | null;
            /**
             * Format: date-time
             * @description Since when the oldest of them is open
             */
            oldestAt: string | null;
            /**
             * Format: date-time
             * @description Opened
             */
            openedAt: string;
            /** @description Role that owns it */
            owner: string;
            /**
             * @description By money at risk for each hour that is left
             * @enum {string}
             */
            priority: "critical" | "high" | "normal";
            /** @description Projects concerned */
            projects: string[];
            /** @description What to do about it */
            remedy: string;
            /**
             * Format: date-time
             * @description Resolved: the last of them is settled
             */
            resolvedAt: string | null;
            /** @description The page to go by */
            runbook: string;
            /** @description What its exceptions have in common, e.g. project P-OPP-101 */
            scope: string;
            /**
             * @description How it stands
             * @enum {string}
             */
            state: "open" | "escalated" | "acknowledged" | "muted" | "resolved";
            /** @description Instance of the estate that is behind it, where it is one system */
            system: string | null;
        };
        ApiAccess: {
            /** @description Where it answers; null where the app that serves it depends on the estate */
            address: string | null;
            /** @description Audience a token must be for */
            audience: string;
            /** @description Contract */
            contract: string;
            /** @description Scopes, by name */
            scopes: components["schemas"]["ApiScope"][];
            /** @description Title */
            title: string;
        };
        ApiList: {
            /** @description APIs, by contract */
            items: components["schemas"]["ApiAccess"][];
        };
        ApiScope: {
            /** @description Operations that need it */
            operations: number;
            /** @description Scope */
            scope: string;
            /** @description It opens operations that write */
            writes: boolean;
        };
        AppReplay: {
            /** @description Process API */
            app: string;
            /** @description How many one person takes alone at most */
            cap: number;
            /** @description Who confirmed it */
            confirmedBy: string | null;
            /** @description Whether a second person has to confirm it, because of how many they are or because somebody asked for it */
            fourEyes: boolean;
            /** @description Id; null of a dry run */
            id: string | null;
            /** @description Events, oldest first, and what would have become of each when it was asked for */
            items: components["schemas"]["ReplayItem"][];
            /** @description Why */
            reason: string;
            /** @description Who asked for it */
            requestedBy: string;
            /** @description Stands for exactly these */
            selection: string;
            /**
             * @description Where it stands; `unconfirmed` waits for a second person, who may say no: `refused`; `settling` is being done
             * @enum {string}
             */
            state: "dry-run" | "unconfirmed" | "refused" | "settling" | "done";
            /** @description Subscriber */
            subscription: string;
        };
        AppReplayRequest: {
            /** @description Process API, e.g. `process-billing` */
            app: string;
            /** @description Only say what would happen; nothing is changed */
            dryRun?: boolean;
            /** @description `selection` of a dry run: refused where it would be other events now */
            expected?: string;
            /** @description Why; kept in the audit trail */
            reason: string;
            /** @description Which, of those it was told of before; 500 at most */
            selection: components["schemas"]["EventSelection"];
            /** @description Subscriber that gets them */
            subscription: string;
        };
        AppSubscription: {
            /** @description Process API, e.g. `process-billing` */
            app: string;
            /** @description Events it is to be given again */
            due: number;
            /** @description Events it failed on and is tried with again */
            failing: number;
            /** @description Events it has still to be told of */
            lagEvents: number;
            /** @description How long the oldest of these has waited, in seconds */
            lagSeconds: number;
            /** @description Name */
            name: string;
            /** @description Position in the event log up to which it was told */
            position: number;
            /** @description Events it failed on too often: each is an exception */
            quarantined: number;
            /** @description Types of events it is told of */
            types: string[];
        };
        AppSubscriptionList: {
            /** @description Subscribers */
            items: components["schemas"]["AppSubscription"][];
            /** @description Process APIs that could not be asked */
            missing: components["schemas"]["MissingPart"][];
        };
        Assignment: {
            /** @description Who; null for nobody */
            assignee: string | null;
            /**
             * Format: date-time
             * @description When it should be settled; as it was unless said
             */
            dueAt?: string;
            /** @description Why; kept in the audit trail */
            reason?: string;
        };
        AssignmentAtRisk: {
            /** @description What of it finds no place, in minutes */
            atRiskMinutes: number;
            /** @description Client */
            client: string | null;
            /**
             * Format: date
             * @description Last day
             */
            endDate: string;
            /** @description Id in the scheduler */
            id: string;
            /** @description Platform instance of the scheduler */
            instance: string;
            /** @description What of that would find one but for leave, in minutes */
            leaveMinutes: number;
            /** @description Legal entity code of the project */
            legalEntity: string | null;
            /** @description Time booked, in minutes */
            minutes: number;
            /** @description What that is sold for; null where no rate is agreed */
            moneyAtRisk: components["schemas"]["MoneyValue"] | null;
            /** @description Our project code */
            project: string | null;
            /** @description Name of the role */
            roleName: string | null;
            /**
             * Format: date
             * @description First day
             */
            startDate: string;
            /**
             * @description Whether the person is promised to the project
             * @enum {string}
             */
            status: "tentative" | "confirmed" | "cancelled";
            /** @description Worker number */
            workerNumber: string;
        };
        AssignmentAtRiskPage: {
            /** @description Assignments */
            items: components["schemas"]["AssignmentAtRisk"][];
            /** @description Ask for the next page with this; null on the last one */
            nextCursor: string | null;
        };
        AssignmentFinding: {
            /** @description Type of the exception it would raise, e.g. `assignment-conflict` */
            code: string;
            /** @description Field that is wrong */
            field: string;
            /** @description What is wrong */
            message: string;
        };
        AttemptView: {
            /** @description Number of the try */
            attempt: number;
            /** @description What went wrong */
            failure: string | null;
            /**
             * Format: date-time
             * @description Ended
             */
            finishedAt: string | null;
            /** @description Kind of the failure */
            kind: string | null;
            /**
             * @description How it ended
             * @enum {string}
             */
            outcome: "done" | "failed" | "running";
            /**
             * Format: date-time
             * @description Began
             */
            startedAt: string;
        };
        AuditedChange: {
            /** @description After */
            after: string | null;
            /** @description Before */
            before: string | null;
            /** @description What */
            name: string;
        };
        AuditEntryView: {
            /** @description What was done, e.g. `exception.assign` */
            action: string;
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /** @description Who */
            by: string;
            /** @description What changed by it */
            changes: components["schemas"]["AuditedChange"][];
            /** @description Its hash, over what it says and the entry before it */
            hash: string;
            /** @description Its place in the log of the app */
            position: number;
            /** @description Why */
            reason: string | null;
        };
        BillingAges: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Oldest first */
            items: components["schemas"]["AgeBucket"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
        };
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
        BulkItem: {
            /** @description Process API that owns it */
            app: string;
            /** @description Type */
            code: string;
            /** @description Id */
            id: string;
            /** @description Money at risk */
            moneyAtRisk: components["schemas"]["MoneyValue"] | null;
            /**
             * @description What became, or would become, of it
             * @enum {string}
             */
            outcome: "would-settle" | "waiting" | "settled" | "refused";
            /** @description Why it was refused */
            reason: string | null;
            /** @description The record concerned */
            record: string;
        };
        BulkList: {
            /** @description Settlements; of very many the latest */
            items: components["schemas"]["BulkSummary"][];
        };
        BulkRequest: {
            /** @description `selection` of a dry run: refused where other cases would be settled now */
            expected?: string;
            /** @description Which: at least one thing they have in common */
            filter: components["schemas"]["CaseFilter"];
            /** @description Have a second person confirm it, however few they are */
            fourEyes?: boolean;
            /** @description How; with `dryRun` the answer says what would happen and nothing else does */
            resolution: components["schemas"]["Resolution"];
        };
        BulkSettlement: {
            /** @description How many one person takes alone at most */
            cap: number;
            /** @description Who confirmed it */
            confirmedBy: string | null;
            /** @description Whether a second person has to confirm it, because of how many they are or because somebody asked for it */
            fourEyes: boolean;
            /** @description Id; null of a dry run */
            id: string | null;
            /** @description Every case */
            items: components["schemas"]["BulkItem"][];
            /** @description Process APIs that could not be asked; their cases are left out */
            missing: components["schemas"]["MissingPart"][];
            /** @description Who confirmed or refused it, and why */
            opinion: components["schemas"]["SecondOpinion"] | null;
            /**
             * Format: date-time
             * @description When it was asked for; null of a dry run
             */
            requestedAt: string | null;
            /** @description Who asked for it */
            requestedBy: string;
            /** @description How they are settled */
            resolution: components["schemas"]["Resolution"];
            /** @description Stands for exactly these */
            selection: string;
            /**
             * @description Where it stands; `unconfirmed` waits for a second person, who may say no: `refused`; `settling` is being done
             * @enum {string}
             */
            state: "dry-run" | "unconfirmed" | "refused" | "settling" | "done";
            /** @description How it comes out, in sum */
            sums: components["schemas"]["BulkSum"][];
        };
        BulkSum: {
            /** @description How many */
            cases: number;
            /** @description Money at risk in them, by currency */
            moneyAtRisk: components["schemas"]["MoneyValue"][];
            /**
             * @description Outcome
             * @enum {string}
             */
            outcome: "would-settle" | "waiting" | "settled" | "refused";
        };
        BulkSummary: {
            /**
             * @description How they are settled
             * @enum {string}
             */
            action: "retry" | "correct" | "skip" | "cancel";
            /** @description Id */
            id: string;
            /** @description Who confirmed or refused it, and why */
            opinion: components["schemas"]["SecondOpinion"] | null;
            /** @description Why */
            reason: string;
            /**
             * Format: date-time
             * @description When
             */
            requestedAt: string;
            /** @description Who asked for it */
            requestedBy: string;
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "dry-run" | "unconfirmed" | "refused" | "settling" | "done";
            /** @description How it comes out, in sum */
            sums: components["schemas"]["BulkSum"][];
        };
        BusinessContext: {
            /** @description Billing cycle, e.g. 2026-10 */
            billingCycle: string | null;
            /** @description Client */
            client: string | null;
            /** @description Legal entity code */
            legalEntity: string | null;
            /** @description Time at risk while it does not go on, in minutes */
            minutes?: number | null;
            /** @description Money at risk while it does not go on */
            moneyAtRisk: components["schemas"]["MoneyValue"] | null;
            /** @description Our project code */
            project: string | null;
        };
        CancelRequest: {
            /** @description Why; kept with the exception it settles */
            reason: string;
        };
        CaseDetail: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Who did what with it, oldest first */
            audit: components["schemas"]["AuditEntryView"][];
            /** @description The case */
            case: components["schemas"]["CaseView"];
            /** @description What they say, side by side; what they differ in first */
            evidence: components["schemas"]["EvidenceRow"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /**
             * Format: date-time
             * @description When it is too late: the cut-off of its cycle, or when it should be settled
             */
            lateAt: string | null;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
            /** @description Seconds until then; 0 once it is too late */
            secondsLeft: number | null;
            /** @description Systems that hold something of it */
            sources: components["schemas"]["EvidenceSource"][];
        };
        CaseFilter: {
            /** @description Only of this process API */
            app?: string;
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
            /** @description Only those met at this instance of a platform */
            system?: string;
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
            /** @description What a correction may say, that which is wrong first; empty where nothing can be corrected here */
            form: components["schemas"]["CorrectionField"][];
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
            /** @description The run that stopped, where it is one */
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
            /** @description What stopped, e.g. `run/…` or `billing-line/TE-kantata-7` */
            stopped: string;
            /** @description The instance of a platform that it was met at, where it was one */
            system: string | null;
        };
        ChaosFault: {
            /** @description Kind of fault */
            kind: string;
            /** @description How often it happened */
            times: number;
        };
        ChaosPromise: {
            /** @description Cases in which it did not */
            failures: number;
            /** @description Invariant, e.g. I1 */
            name: string;
            /** @description What has to hold */
            promise: string;
        };
        ChaosReport: {
            /** @description Results that nobody knew at first */
            ambiguous: number;
            /** @description Calls at vendors */
            calls: number;
            /** @description Processes that ended by themselves */
            collapses: string[];
            /** @description Cases of something done twice */
            duplicate: number;
            /** @description Effects at vendors */
            effects: number;
            /** @description Faults that happened */
            faults: components["schemas"]["ChaosFault"][];
            /** @description Id */
            id: string;
            /** @description Cases of something lost */
            lost: number;
            /** @description What was held to */
            promises: components["schemas"]["ChaosPromise"][];
            /**
             * @description Queue
             * @enum {string}
             */
            queue: "postgres" | "redis";
            /** @description Seconds from the last fault until nothing moved; null where something never stopped */
            quietAfterSeconds: number | null;
            /**
             * Format: date-time
             * @description When it was put on record
             */
            reportedAt: string;
            /** @description By whom */
            reportedBy: string;
            /** @description Runs they made */
            runs: number;
            /** @description How long it took, in seconds */
            seconds: number;
            /** @description Seed: the same one does the same again */
            seed: number;
            /**
             * Format: date-time
             * @description When it began
             */
            startedAt: string;
            /** @description Cases of something that never ended */
            stuck: number;
            /**
             * @description Everything held; something broke; or too little happened to say
             * @enum {string}
             */
            verdict: "held" | "broken" | "void";
            /** @description What did not happen, so that the run says nothing */
            wanting: string[];
            /** @description Pieces of work that were asked for */
            workflows: number;
        };
        ChaosReportList: {
            /** @description Chaos runs */
            items: components["schemas"]["ChaosReport"][];
        };
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
        Confirmation: {
            /** @description Why; kept in the audit trail */
            reason: string;
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
        ContractHistory: {
            /** @description Name in the registry */
            contract: string;
            /** @description What became of them, the newest first */
            steps: components["schemas"]["ContractEntry"][];
            /** @description Versions, the newest first */
            versions: components["schemas"]["ContractVersion"][];
        };
        ContractList: {
            /** @description Contracts, by path */
            items: components["schemas"]["ContractSummary"][];
            /** @description Parts that could not be had */
            missing: components["schemas"]["MissingPart"][];
            /** @description Versions that wait for approval, the newest first */
            waiting: components["schemas"]["ContractVersion"][];
        };
        ContractSummary: {
            /** @description For whom */
            audience: string;
            /** @description Name in the registry, e.g. `process/projects/v1` */
            contract: string;
            /** @description Lifecycle */
            lifecycle: string;
            /** @description Operations */
            operations: number;
            /** @description Owner */
            owner: string;
            /** @description Where it is published, e.g. experience/portal/v1 */
            path: string;
            /** @description Title */
            title: string;
            /** @description Version */
            version: string;
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
        ContractVote: {
            /**
             * @description Yes or no
             * @enum {string}
             */
            decision: "approve" | "reject";
            /** @description Why; kept in the audit trail */
            reason: string;
        };
        CorrectionField: {
            /** @description The values there are to choose from, with `choice` */
            choices: string[];
            /** @description Field, as `changes` names it */
            field: string;
            /**
             * @description What a right value looks like; money is a MoneyValue, a date `YYYY-MM-DD`
             * @enum {string}
             */
            kind: "text" | "date" | "minutes" | "money" | "flag" | "choice";
            /** @description What it is called, e.g. `Hourly rate` */
            label: string;
            /** @description What is wrong with it now */
            wrong: string | null;
        };
        CutoverDetail: {
            /** @description What hangs on it */
            impact: components["schemas"]["CutoverImpact"];
            /** @description Both systems held against each other */
            report: components["schemas"]["SwapReport"];
        };
        CutoverImpact: {
            /** @description Money at risk in these, a currency each */
            atRisk: components["schemas"]["MoneyValue"][];
            /** @description Legal entity */
            legalEntity: string;
            /** @description Open exceptions on them */
            openExceptions: number;
            /** @description Projects of it */
            projects: number;
            /** @description Their price, a currency each */
            unbilled: components["schemas"]["MoneyValue"][];
            /** @description Approved time entries that are not billed */
            unbilledEntries: number;
        };
        CutoverList: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Cut-overs */
            items: components["schemas"]["CutoverView"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
        };
        CutoverView: {
            /** @description Both systems run, and can be compared */
            comparable: boolean;
            /** @description The last decision about it */
            decision: components["schemas"]["SwapDecision"];
            /** @description What hangs on it */
            impact: components["schemas"]["CutoverImpact"];
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
        DeprecationCalendar: {
            /** @description Contracts, operations and fields */
            items: components["schemas"]["DeprecationView"][];
            /** @description Parts that could not be had */
            missing: components["schemas"]["MissingPart"][];
        };
        DeprecationView: {
            /** @description Who still calls it, the busiest first; empty also where use could not be asked */
            consumers: components["schemas"]["RemainingConsumer"][];
            /** @description Contract */
            contract: string;
            /** @description Schema and field; null where more than a field ends */
            field: string | null;
            /** @description Method and path; null for the whole contract */
            operation: string | null;
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
        };
        DetectorList: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Detectors */
            items: components["schemas"]["DetectorView"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
        };
        DetectorView: {
            /** @description Things that are apart */
            findings: number;
            /** @description Id, Q1 to Q19 */
            id: string;
            /** @description Something is apart now */
            lit: boolean;
            /** @description Money at risk, a currency each */
            moneyAtRisk: components["schemas"]["MoneyValue"][];
            /** @description Name */
            name: string;
            /** @description Role that acts */
            owner: string;
            /** @description What to do: name of the runbook */
            runbook: string;
            /**
             * Format: date-time
             * @description Since when the oldest of them is; null while it is dark
             */
            since: string | null;
            /** @description What it looks at, and when it lights */
            watches: string;
        };
        EventSelection: {
            /** @description Only of this piece of work */
            correlationId?: string;
            /** @description Only these, by their ids */
            events?: string[];
            /**
             * Format: date-time
             * @description Only what happened at or after this moment
             */
            from?: string;
            /** @description Only about this subject */
            subject?: string;
            /** @description Only of this type */
            type?: string;
            /**
             * Format: date-time
             * @description Only what happened before this moment
             */
            until?: string;
        };
        Evidence: {
            /** @description Field */
            field: string;
            /** @description System */
            system: string;
            /** @description Value there */
            value: string | null;
        };
        EvidenceRow: {
            /** @description Whether two systems say different things */
            differs: boolean;
            /** @description Of what */
            field: string;
            /** @description By system */
            values: components["schemas"]["EvidenceValue"][];
        };
        EvidenceSource: {
            /**
             * Format: date-time
             * @description As of when it is known what it says
             */
            asOf: string | null;
            /** @description Instance, where one is known */
            instance: string | null;
            /** @description Record there */
            record: string | null;
            /** @description Why it cannot be asked now; what is shown is what it said last */
            silent: string | null;
            /** @description What it is to the firm, e.g. PSA */
            system: string;
            /** @description Address a person can open, where the platform has one */
            url: string | null;
        };
        EvidenceValue: {
            /** @description System */
            system: string;
            /** @description Value there */
            value: string | null;
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
        Finding: {
            /** @description In words */
            label: string | null;
            /** @description Money at risk */
            moneyAtRisk: components["schemas"]["MoneyValue"] | null;
            /** @description Our project code */
            project: string | null;
            /** @description The record */
            record: string;
            /**
             * Format: date-time
             * @description Since when
             */
            since: string | null;
        };
        FindingList: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description The detector */
            detector: components["schemas"]["DetectorView"];
            /** @description Findings; the first 1000 */
            items: components["schemas"]["Finding"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
        };
        HeatMap: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Rows, by name */
            items: components["schemas"]["HeatMapRow"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
            /** @description Ask for the next page with this; null on the last one */
            nextCursor: string | null;
        };
        HeatMapCell: {
            /** @description What can be worked, without holidays and leave, in minutes */
            capacityMinutes: number;
            /** @description Sold, spread evenly over the working days of each deal, in minutes */
            demandMinutes: number;
            /** @description Planned in percent of what can be worked; null where nothing can */
            load: string | null;
            /** @description Planned on projects, in minutes */
            plannedMinutes: number;
            /**
             * Format: date
             * @description Its Monday
             */
            week: string;
        };
        HeatMapRow: {
            /** @description Practice or region; null where the HR system does not say */
            group: string | null;
            /** @description Weeks */
            weeks: components["schemas"]["HeatMapCell"][];
            /** @description Worker number, where a row is a worker */
            worker: string | null;
        };
        IntegrationHealth: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Reads that are made only to see whether they are answered */
            checks: components["schemas"]["SyntheticCheck"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
            /** @description Platforms */
            platforms: components["schemas"]["PlatformHealth"][];
            /** @description Subscribers */
            subscribers: components["schemas"]["SubscriberHealth"][];
        };
        IntercompanyTotal: {
            /** @description Money; null where nothing of it is priced */
            amount: components["schemas"]["MoneyValue"] | null;
            /** @description Number of charges */
            charges: number;
            /** @description Legal entity of the clients */
            contracting: string;
            /** @description Legal entity that employs; null until it is priced, or a person says */
            employing: string | null;
            /** @description Time, in minutes */
            minutes: number;
            /** @description Month the charges are dated in, `2026-10` */
            month: string;
            /**
             * @description State
             * @enum {string}
             */
            state: "waiting" | "stopped" | "ready" | "posting" | "charged" | "skipped" | "withdrawn";
        };
        IntercompanyTotals: {
            /** @description Totals, the newest month first */
            items: components["schemas"]["IntercompanyTotal"][];
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
        KpiDetail: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Its parts, where asked for; the largest first */
            groups: components["schemas"]["KpiGroup"][];
            /** @description The figure */
            kpi: components["schemas"]["KpiView"];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
        };
        KpiGroup: {
            /** @description Where its unit is money: an amount a currency */
            amounts: components["schemas"]["MoneyValue"][];
            /** @description Practice, region, segment, client or legal entity; null where a record belongs to none */
            group: string | null;
            /** @description Otherwise: a decimal number in its unit; null where there is nothing to work it out from */
            number: string | null;
            /** @description Records that count */
            records: number;
        };
        KpiList: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Figures */
            items: components["schemas"]["KpiView"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
        };
        KpiRecord: {
            /** @description What it adds, where the unit is money */
            amount: components["schemas"]["MoneyValue"] | null;
            /**
             * Format: date-time
             * @description When that system said so
             */
            at: string | null;
            /** @description Of a share: what it is a part of */
            base: string | null;
            /** @description In words */
            label: string | null;
            /** @description What it adds otherwise */
            number: string | null;
            /** @description Open exceptions on it or its project */
            openExceptions: number;
            /** @description Our project code */
            project: string | null;
            /** @description The record there */
            record: string;
            /** @description System that holds it */
            system: string;
        };
        KpiRecordPage: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Records */
            items: components["schemas"]["KpiRecord"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Ask for the next page with this; null on the last one */
            nextCursor: string | null;
        };
        KpiView: {
            /** @description Where its unit is money: an amount a currency */
            amounts: components["schemas"]["MoneyValue"][];
            /** @description Requirements it answers */
            answers: string[];
            /** @description How it is worked out */
            formula: string;
            /** @description Id */
            id: string;
            /** @description Name */
            name: string;
            /** @description Otherwise: a decimal number in its unit; null where there is nothing to work it out from */
            number: string | null;
            /** @description Open exceptions on the projects and records it counts */
            openExceptions: number;
            /** @description Role that answers for it */
            owner: string;
            /** @description Records that count */
            records: number;
            /** @description Systems whose records count */
            sources: string[];
            /**
             * @description Unit
             * @enum {string}
             */
            unit: "money" | "minutes" | "seconds" | "days" | "count" | "percent";
        };
        LateRun: {
            /**
             * Format: date-time
             * @description Ended
             */
            endedAt: string;
            /** @description Process API */
            process: string;
            /** @description Run */
            run: string;
            /** @description How long it took, without what it waited for by design, in seconds */
            seconds: number;
            /** @description In the firm’s words */
            title: string | null;
            /** @description Workflow */
            workflow: string;
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
        LiveMessage: {
            /**
             * Format: date-time
             * @description When it was noticed
             */
            at: string;
            /** @description How far what is shown is in the event log; also the id of the message */
            position: number;
            /** @description Topics that changed: projects, people, staffing, billing, exceptions, runs */
            topics: string[];
        };
        LoanOfWorker: {
            /** @description Cost centre in its ERP */
            costCentre: string;
            /** @description Legal entity that employs them */
            employing: string;
            /** @description Legal entity they work for */
            legalEntity: string;
            /** @description Name */
            name: string;
            /** @description Systems there; none yet while they are being told */
            places: components["schemas"]["WorkerPlace"][];
            /** @description Run that keeps it */
            runId: string;
            /**
             * Format: date
             * @description Last day
             */
            until: string | null;
            /** @description Worker number */
            workerNumber: string;
        };
        LoanOverview: {
            /** @description Loans, by worker */
            items: components["schemas"]["LoanOfWorker"][];
            /** @description Process APIs that gave no answer */
            missing: components["schemas"]["MissingPart"][];
        };
        LoanRequest: {
            /** @description Cost centre they are kept under in its ERP */
            costCentre: string;
            /** @description Legal entity whose projects they are to work on */
            legalEntity: string;
            /** @description Why, in a sentence; kept in the audit log */
            reason: string;
            /**
             * Format: date
             * @description Last day; left out, they stay until they are returned or leave the firm
             */
            until?: string;
        };
        LoanReturn: {
            /** @description Why, in a sentence; kept in the audit log */
            reason: string;
        };
        MappedValue: {
            /** @description The value */
            from: string;
            /** @description What it is mapped to */
            to: string;
        };
        MappingCandidate: {
            /** @description How alike the words are, 0 to 100 */
            score: number;
            /** @description Our value */
            value: string;
        };
        MappingDecision: {
            /** @description Why; kept in the audit trail */
            reason: string;
            /** @description Our value; null leaves the value out, which only a skill, a job title or a manager can be */
            value: string | null;
            /** @description `version` that was looked at; refused where somebody changed it since */
            version: number;
        };
        MappingTable: {
            /** @description Name in `mappings` of estate.yaml, e.g. `roleOfGrade` */
            name: string;
            /** @description Its rows */
            rows: components["schemas"]["MappedValue"][];
        };
        MappingTableList: {
            /** @description Tables */
            items: components["schemas"]["MappingTable"][];
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
        Mute: {
            /** @description Why; kept with the alert and in the audit trail */
            reason: string;
            /**
             * Format: date-time
             * @description Until when, a month from now at most
             */
            until: string;
        };
        NewNote: {
            /** @description What; kept with the exception */
            text: string;
        };
        ObjectiveList: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Days that count */
            days: number;
            /** @description The share of runs in time, as a figure of the firm */
            figure: components["schemas"]["KpiView"];
            /** @description Workflows */
            items: components["schemas"]["ObjectiveView"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
            /** @description The runs that were late by most */
            worst: components["schemas"]["LateRun"][];
        };
        ObjectiveView: {
            /** @description What is left of the runs that may be late, in percent; below 0 where more were */
            budgetLeft: string;
            /** @description How many times as fast as it may the budget went in the last day; null where nothing ended */
            burn: string | null;
            /** @description Runs that were completed */
            ended: number;
            /** @description Runs in time, in percent */
            inTime: string;
            /** @description Of these, those that took longer */
            late: number;
            /** @description How long half of them took at most, in seconds */
            medianSeconds: number;
            /** @description Time it should take, without what it waits for by design, in seconds */
            objectiveSeconds: number;
            /** @description Process API */
            process: string;
            /** @description Runs that are to be in time, in percent */
            target: string;
            /** @description Workflow */
            workflow: string;
        };
        OnboardingList: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description People */
            items: components["schemas"]["OnboardingView"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
            /** @description Ask for the next page with this; null on the last one */
            nextCursor: string | null;
        };
        OnboardingView: {
            /**
             * Format: date-time
             * @description When the HR system told of the hire
             */
            hiredAt: string | null;
            /** @description What they wait for: types of open exceptions */
            holds: string[];
            /** @description HR instance */
            instance: string;
            /** @description Worker number; null until they are set up */
            number: string | null;
            /**
             * Format: date-time
             * @description When they were set up everywhere
             */
            readyAt: string | null;
            /** @description From one to the other, or to now, in seconds */
            seconds: number | null;
            /**
             * @description Where they are
             * @enum {string}
             */
            state: "under-way" | "stopped" | "ready" | "leaving" | "left";
            /** @description Id in that instance */
            workerId: string | null;
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
        OwnedRun: {
            /** @description What it is about */
            business: components["schemas"]["BusinessContext"];
            /** @description Follows the work through every system */
            correlationId: string;
            /**
             * Format: date-time
             * @description Began
             */
            createdAt: string;
            /** @description Id */
            id: string;
            /** @description What it works on: the same key is the same run */
            key: string;
            /**
             * @description Process API that owns it
             * @enum {string}
             */
            process: "process-workforce" | "process-projects" | "process-billing" | "process-staffing" | "process-operations";
            /**
             * @description State
             * @enum {string}
             */
            state: "running" | "waiting" | "parked" | "undoing" | "completed" | "cancelled";
            /** @description In the firm’s words */
            title: string;
            /**
             * Format: date-time
             * @description Last change
             */
            updatedAt: string;
            /** @description Version of the workflow it runs on */
            version: number;
            /** @description What it waits for */
            waitingFor: string | null;
            /**
             * Format: date-time
             * @description When it will be looked at again
             */
            wakeAt: string | null;
            /** @description Workflow */
            workflow: string;
        };
        OwnedRunPage: {
            /** @description Runs */
            items: components["schemas"]["OwnedRun"][];
            /** @description Process APIs that gave no answer; their runs are left out */
            missing: components["schemas"]["MissingPart"][];
            /** @description Ask for the next page with this; null on the last one */
            nextCursor: string | null;
        };
        OwnershipMatrix: {
            /** @description Rows, by record and part */
            items: components["schemas"]["OwnershipView"][];
        };
        OwnershipView: {
            /** @description What holds it: the operations that write it, or that it is checked when it is told */
            heldBy: string;
            /** @description Instances that have the say */
            instances: string[];
            /** @description Attribute group or step, e.g. `cost-centre` */
            item: string;
            /**
             * @description A group of attributes, or a step of its life
             * @enum {string}
             */
            kind: "attributes" | "events";
            /** @description Legal entities there */
            legalEntities: string[];
            /** @description Domain whose system decides; null where nobody does */
            owner: string | null;
            /** @description Where the rule stands; null where there is none */
            place: string | null;
            /** @description Record, e.g. `worker` */
            record: string;
            /** @description Country of the legal entities (ISO 3166) */
            region: string;
            /** @description The rule in words */
            rule: string;
        };
        PlatformHealth: {
            /** @description Webhooks and writes that are not settled */
            backlog: number;
            /**
             * Format: date-time
             * @description Until then it asked to be left alone
             */
            closedUntil: string | null;
            /** @description Operations that work there */
            inHand: number | null;
            /** @description Operations that wait for their turn */
            inLine: number | null;
            /** @description Instance */
            instance: string;
            /**
             * Format: date-time
             * @description When it last answered
             */
            lastSuccess: string | null;
            /**
             * Format: date-time
             * @description Since when the oldest of them waits
             */
            oldestSince: string | null;
            /** @description Operations that can work there at once */
            places: number | null;
            /** @description Platform */
            platform: string;
            /** @description What is left of the daily budget of polling, in percent */
            quotaLeftPercent: number | null;
            /**
             * Format: date-time
             * @description Since when
             */
            since: string | null;
            /**
             * @description Whether it can be used
             * @enum {string}
             */
            state: "up" | "trying" | "away" | "unknown";
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
        PortalAlertList: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Alerts */
            items: components["schemas"]["AlertView"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
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
        ProjectLine: {
            /**
             * Format: date-time
             * @description Financially active
             */
            activatedAt: string | null;
            /** @description People promised to it */
            assignments: number;
            /** @description Billed so far */
            billed: components["schemas"]["MoneyValue"] | null;
            /** @description Client */
            client: string | null;
            /** @description The firm’s code of the deal */
            deal: string;
            /** @description What holds it up: types of open exceptions */
            holds: string[];
            /** @description Legal entity */
            legalEntity: string | null;
            /** @description Name */
            name: string;
            /** @description Practice */
            practice: string | null;
            /** @description Our project code; null until it is created */
            project: string | null;
            /** @description Region */
            region: string | null;
            /** @description Won to active, or to now, in seconds */
            setUpSeconds: number | null;
            /**
             * Format: date-time
             * @description Ready for staffing
             */
            staffingReadyAt: string | null;
            /**
             * Format: date
             * @description First day
             */
            startDate: string | null;
            /** @description Value of the deal */
            value: components["schemas"]["MoneyValue"] | null;
            /**
             * Format: date-time
             * @description Deal won
             */
            wonAt: string | null;
        };
        ProjectLineList: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Projects */
            items: components["schemas"]["ProjectLine"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
            /** @description Ask for the next page with this; null on the last one */
            nextCursor: string | null;
        };
        Refusal: {
            /** @description Why; kept in the audit trail, and told to who asked */
            reason: string;
        };
        RemainingConsumer: {
            /** @description Calls on record */
            calls: number;
            /** @description Client id */
            clientId: string;
            /**
             * Format: date-time
             * @description Last call
             */
            lastUse: string | null;
            /** @description Name; null for a client that nobody registered */
            name: string | null;
            /** @description Team that answers for it */
            owner: string | null;
            /** @description Written to before this ends; where it is not, nobody gave an e-mail address as its contact: tell them */
            writtenTo: boolean;
        };
        ReplayItem: {
            /** @description Id */
            id: string;
            /**
             * @description `due`: will be delivered; anything else is what would become of it
             * @enum {string}
             */
            outcome: "due" | "applied" | "superseded" | "rejected" | "failed";
            /** @description Why it would not be applied */
            reason: string | null;
            /** @description What it is about */
            subject: string;
            /**
             * Format: date-time
             * @description When it happened
             */
            time: string;
            /** @description Type */
            type: string;
        };
        RerunRequest: {
            /** @description Where the step is a read: the fields and their right values */
            changes?: {
                [key: string]: unknown;
            };
            /** @description Step from which everything is asked for again */
            from: string;
            /** @description Why; kept with the exception it settles */
            reason: string;
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
        RunTimeline: {
            /** @description What it is about */
            business: components["schemas"]["BusinessContext"];
            /** @description Runs it began or left a step to, oldest first */
            children: components["schemas"]["OwnedRun"][];
            /** @description What a person may do with it now: rerun, cancel, rehearse */
            controls: string[];
            /** @description Follows the work through every system */
            correlationId: string;
            /**
             * Format: date-time
             * @description Began
             */
            createdAt: string;
            /** @description It only says what it would do */
            dry: boolean;
            /** @description Id */
            id: string;
            /** @description What it works on: the same key is the same run */
            key: string;
            /** @description Run that began it */
            parent: string | null;
            /**
             * @description Process API that owns it
             * @enum {string}
             */
            process: "process-workforce" | "process-projects" | "process-billing" | "process-staffing" | "process-operations";
            /**
             * @description State
             * @enum {string}
             */
            state: "running" | "waiting" | "parked" | "undoing" | "completed" | "cancelled";
            /** @description Steps, in order */
            steps: components["schemas"]["TimelineStep"][];
            /** @description In the firm’s words */
            title: string;
            /**
             * Format: date-time
             * @description Last change
             */
            updatedAt: string;
            /** @description Version of the workflow it runs on */
            version: number;
            /** @description What it waits for */
            waitingFor: string | null;
            /**
             * Format: date-time
             * @description When it will be looked at again
             */
            wakeAt: string | null;
            /** @description Workflow */
            workflow: string;
        };
        SecondOpinion: {
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /** @description Who */
            by: string;
            /** @description Why */
            reason: string;
        };
        SubscriberHealth: {
            /** @description App */
            app: string;
            /** @description Events it fails on */
            failing: number;
            /** @description Events it has still to be told of */
            lagEvents: number;
            /** @description How long the oldest of them has waited, in seconds */
            lagSeconds: number;
            /** @description Subscriber */
            name: string;
            /** @description Events it failed on too often */
            quarantined: number;
        };
        SwapCount: {
            /** @description How many are not */
            different: number;
            /** @description Kind of record */
            kind: string;
            /** @description How many are the same, as far as the contract shows */
            same: number;
        };
        SwapDecision: {
            /**
             * @description Step
             * @enum {string}
             */
            action: "dual-run" | "switch" | "back" | "end";
            /** @description Who confirmed it */
            confirmedBy: string | null;
            /**
             * @description Domain
             * @enum {string}
             */
            domain: "erp";
            /** @description Id */
            id: string;
            /** @description Legal entity code */
            legalEntity: string;
            /** @description Instance that serves from then on */
            live: string;
            /** @description Why */
            reason: string;
            /** @description Who asked for it */
            requestedBy: string;
            /** @description Instance that every write is repeated to */
            shadow: string | null;
            /**
             * Format: date-time
             * @description What begins from then on follows it; what began before ends where it began
             */
            since: string | null;
            /**
             * @description `unconfirmed` waits for a second person
             * @enum {string}
             */
            state: "unconfirmed" | "decided";
        };
        SwapDifference: {
            /** @description Field, in business terms */
            field: string;
            /** @description In the live system */
            live: string;
            /** @description Record, e.g. `project P-OPP-102` */
            record: string;
            /** @description In its shadow */
            shadow: string;
            /** @description Workflows that wrote the record */
            workflows: string[];
        };
        SwapReport: {
            /** @description Records compared */
            compared: components["schemas"]["SwapCount"][];
            /** @description What differs */
            differences: components["schemas"]["SwapDifference"][];
            /**
             * @description Domain
             * @enum {string}
             */
            domain: "erp";
            /** @description Legal entity code */
            legalEntity: string;
            /** @description Instance that serves now */
            live: string;
            /** @description Every workflow seen is ready, and the shadow can do all the live system can */
            ready: boolean;
            /** @description Everything that stands against a switch */
            reasons: string[];
            /** @description Stands for exactly these reasons */
            selection: string;
            /** @description Instance that shadows it */
            shadow: string;
            /** @description What no question of the contract answers, and was not compared */
            unseen: string[];
            /** @description Operations the live system has and the shadow has not, with the reason */
            unsupported: string[];
            /** @description Each workflow that wrote since the dual run began */
            verdicts: components["schemas"]["SwapVerdict"][];
        };
        SwapVerdict: {
            /** @description Writes repeated */
            done: number;
            /** @description Writes the shadow refused */
            failed: number;
            /** @description It could */
            ready: boolean;
            /** @description Why it could not */
            reasons: string[];
            /** @description Writes still to be repeated */
            waiting: number;
            /** @description Workflow */
            workflow: string;
        };
        SyntheticCheck: {
            /**
             * Format: date-time
             * @description Last asked
             */
            checkedAt: string;
            /** @description Checks of the last day */
            checks: number;
            /** @description Domain */
            domain: string;
            /** @description Of these, those that were not answered */
            failed: number;
            /** @description Why there was no answer */
            failure: string | null;
            /** @description Instance */
            instance: string;
            /** @description How long half of them took at most, in milliseconds */
            medianMilliseconds: number;
            /** @description How long the answer took, in milliseconds */
            milliseconds: number;
            /** @description It was answered */
            succeeded: boolean;
        };
        Tally: {
            /** @description How many */
            count: number;
            /** @description What is counted */
            name: string;
        };
        TimelineStep: {
            /** @description Every try */
            attempts: components["schemas"]["AttemptView"][];
            /**
             * Format: date-time
             * @description Ended
             */
            finishedAt: string | null;
            /** @description Of an act: its idempotency key, by which system and vendor tell a repeat */
            key: string | null;
            /**
             * @description What it does
             * @enum {string}
             */
            kind: "read" | "act" | "check" | "publish" | "wait" | "child";
            /** @description Name */
            name: string;
            /** @description Ids other systems gave, where the step made something */
            refs: {
                [key: string]: unknown;
            } | null;
            /** @description From its first try to its last, or to now, in seconds */
            seconds: number;
            /**
             * Format: date-time
             * @description Began
             */
            startedAt: string;
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "intent" | "done" | "deferred" | "undoing" | "undone" | "undo-failed";
            /**
             * @description System
             * @enum {string}
             */
            system: "CRM" | "HR" | "identity" | "ERP" | "PSA" | "scheduling" | "gateway";
            /** @description What it waits for; null where it waits for nothing */
            wait: components["schemas"]["WaitView"] | null;
        };
        WaitView: {
            /** @description Whether the person who asked for the run may not decide */
            fourEyes: boolean;
            /**
             * @description What for: an event, a date, a person’s decision or a run it began
             * @enum {string}
             */
            kind: "event" | "date" | "decision" | "run";
            /** @description Who may decide: any of these roles; nobody where it waits for something else */
            roles: string[];
            /**
             * Format: date-time
             * @description Since when
             */
            since: string;
            /** @description Step at which it waits */
            step: string;
            /**
             * Format: date-time
             * @description Until when at the latest
             */
            until: string | null;
        };
        WhatIf: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description What its hours are assumed to cost; null where no cost is assumed for the role */
            cost: components["schemas"]["MoneyValue"] | null;
            /** @description Everything that speaks against it */
            findings: components["schemas"]["AssignmentFinding"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description What it sells less what it costs */
            margin: components["schemas"]["MoneyValue"] | null;
            /** @description The same less the margin of the assignment it would replace */
            marginChange: components["schemas"]["MoneyValue"] | null;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
            /** @description When it would be invoiced */
            months: components["schemas"]["WhatIfMonth"][];
            /** @description What it sells */
            revenue: components["schemas"]["MoneyValue"] | null;
            /** @description Nothing speaks against it */
            valid: boolean;
        };
        WhatIfMonth: {
            /**
             * Format: date-time
             * @description Until when its time has to be approved to be billed in it; null where there is no cut-off
             */
            cutOff: string | null;
            /** @description Time in it, in minutes */
            minutes: number;
            /** @description Month worked, e.g. 2026-10 */
            month: string;
            /** @description At the rate agreed; null where there is none */
            revenue: components["schemas"]["MoneyValue"] | null;
            /** @description The same less what the assignment it would replace brings in that month; null where it replaces none */
            revenueChange: components["schemas"]["MoneyValue"] | null;
            /** @description Seconds until then; 0 once it is past */
            secondsToCutOff: number | null;
        };
        WindowList: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Legal entities */
            items: components["schemas"]["WindowView"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
        };
        WindowView: {
            /** @description Their price, a currency each */
            amounts: components["schemas"]["MoneyValue"][];
            /**
             * Format: date-time
             * @description That cut-off
             */
            cutOff: string | null;
            /** @description The cycle whose cut-off comes next, e.g. 2026-11; null where there is no cut-off */
            cycle: string | null;
            /** @description Entries that are not posted */
            entries: number;
            /** @description How often approved work is posted, e.g. 15m */
            every: string;
            /** @description Legal entity */
            legalEntity: string;
            /** @description The books take postings now */
            open: boolean;
            /**
             * Format: date-time
             * @description When they open; null where they are open or nobody has said
             */
            opensAt: string | null;
            /** @description Seconds until then */
            secondsToCutOff: number | null;
        };
        Workbench: {
            /**
             * Format: date-time
             * @description Everything told up to this moment is in it
             */
            asOf: string;
            /** @description Cases */
            items: components["schemas"]["WorkItem"][];
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
        };
        WorkerLoan: {
            /** @description Cost centre in its ERP */
            costCentre: string;
            /** @description Legal entity they work for */
            legalEntity: string;
            /** @description Systems there; none yet while they are being told */
            places: components["schemas"]["WorkerPlace"][];
            /** @description Run that keeps it */
            runId: string;
            /**
             * Format: date
             * @description Last day
             */
            until: string | null;
        };
        WorkerPlace: {
            /** @description May work there */
            active: boolean;
            /** @description Id there */
            id: string | null;
            /** @description Platform instance */
            instance: string;
            /** @description Why the gateway did nothing there */
            note: string | null;
            /**
             * @description What the system is to the firm
             * @enum {string}
             */
            system: "identity" | "erp" | "scheduling" | "psa";
        };
        WorkItem: {
            /** @description The case */
            case: components["schemas"]["CaseView"];
            /** @description What the systems hold, side by side */
            evidence: components["schemas"]["Evidence"][];
            /**
             * Format: date-time
             * @description When it is too late: the cut-off of its cycle, or when it should be settled
             */
            lateAt: string | null;
            /** @description Its place: the most money for the least time left is 1 */
            rank: number;
            /** @description Seconds until then; 0 once it is too late */
            secondsLeft: number | null;
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
    listAcquisitions: {
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
                    "application/json": components["schemas"]["AcquisitionOverview"];
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
    getAcquisition: {
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
                    "application/json": components["schemas"]["AcquisitionDetail"];
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
    decideAcquisitionMapping: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description The value in the file */
                foreign: string;
                /** @description Id of the acquisition */
                id: string;
                /** @description What the value says */
                kind: "grade" | "location" | "skill" | "cost-centre" | "job-title" | "manager";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingDecision"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcquisitionMapping"];
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
    listAlerts: {
        parameters: {
            query?: {
                /** @description Only of this role, or escalated to it */
                owner?: string;
                /** @description `live` unless said: those that are not resolved */
                state?: "live" | "resolved";
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
                    "application/json": components["schemas"]["PortalAlertList"];
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
    getAlert: {
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
                    "application/json": components["schemas"]["AlertDetail"];
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
    acknowledgeAlert: {
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
                "application/json": components["schemas"]["Acknowledgement"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetail"];
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
    muteAlert: {
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
                "application/json": components["schemas"]["Mute"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetail"];
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
    resendAlert: {
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
                "application/json": components["schemas"]["AlertReason"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetail"];
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
    unmuteAlert: {
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
                "application/json": components["schemas"]["AlertReason"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetail"];
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
    listApis: {
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
                    "application/json": components["schemas"]["ApiList"];
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
    listBillingAges: {
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
                    "application/json": components["schemas"]["BillingAges"];
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
    listIntercompanyTotals: {
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
                    "application/json": components["schemas"]["IntercompanyTotals"];
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
    listWindows: {
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
                    "application/json": components["schemas"]["WindowList"];
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
    listBulkSettlements: {
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
                    "application/json": components["schemas"]["BulkList"];
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
    settleInBulk: {
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
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkSettlement"];
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
    getBulkSettlement: {
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
                    "application/json": components["schemas"]["BulkSettlement"];
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
    confirmBulkSettlement: {
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
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkSettlement"];
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
    rejectBulkSettlement: {
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
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkSettlement"];
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
    listCases: {
        parameters: {
            query?: {
                /** @description Only of this process API */
                app?: string;
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
                /** @description Only those met at this instance of a platform */
                system?: string;
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
    getCase: {
        parameters: {
            query?: never;
            header?: {
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
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
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
    assignCase: {
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
                "application/json": components["schemas"]["Assignment"];
            };
        };
        responses: {
            /** @description Done */
            200: {
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
    noteCase: {
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
                "application/json": components["schemas"]["NewNote"];
            };
        };
        responses: {
            /** @description Done */
            201: {
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
    listChaosReports: {
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
                    "application/json": components["schemas"]["ChaosReportList"];
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
    getChaosReport: {
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
                    "application/json": components["schemas"]["ChaosReport"];
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
    decideContractVersion: {
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
                "application/json": components["schemas"]["ContractVote"];
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
    listContracts: {
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
                    "application/json": components["schemas"]["ContractList"];
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
    getContractHistory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description API of a contract, e.g. `projects` */
                api: string;
                /** @description Layer of a contract, e.g. `process` */
                layer: string;
                /** @description Major of a contract, e.g. `v1` */
                major: string;
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
                    "application/json": components["schemas"]["ContractHistory"];
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
            query?: never;
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description API of a contract, e.g. `projects` */
                api: string;
                /** @description Layer of a contract, e.g. `process` */
                layer: string;
                /** @description Major of a contract, e.g. `v1` */
                major: string;
                /** @description Two versions with two dots between, e.g. `1.0.0..1.1.0` */
                range: string;
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
    listCutovers: {
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
                    "application/json": components["schemas"]["CutoverList"];
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
    getCutover: {
        parameters: {
            query?: never;
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Domain */
                domain: "erp";
                /** @description Legal entity */
                legalEntity: string;
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
                    "application/json": components["schemas"]["CutoverDetail"];
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
                    "application/json": components["schemas"]["DeprecationCalendar"];
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
    listDetectors: {
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
                    "application/json": components["schemas"]["DetectorList"];
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
    listFindings: {
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
                    "application/json": components["schemas"]["FindingList"];
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
    getIntegrationHealth: {
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
                    "application/json": components["schemas"]["IntegrationHealth"];
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
    listKpis: {
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
                    "application/json": components["schemas"]["KpiList"];
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
    getKpi: {
        parameters: {
            query?: {
                /** @description By what its projects are told apart */
                by?: "practice" | "region" | "segment" | "client" | "legal-entity";
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
                    "application/json": components["schemas"]["KpiDetail"];
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
    listKpiRecords: {
        parameters: {
            query?: {
                /** @description Where to go on: `nextCursor` of the page before */
                cursor?: string;
                /** @description Records a page */
                limit?: number;
                /** @description Only of this project */
                project?: string;
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
                    "application/json": components["schemas"]["KpiRecordPage"];
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
    getChanges: {
        parameters: {
            query?: never;
            header?: {
                /** @description Id of the last message somebody has; what they missed comes first */
                "Last-Event-ID"?: string;
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
                    "text/event-stream": components["schemas"]["LiveMessage"];
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
    listLoans: {
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
                    "application/json": components["schemas"]["LoanOverview"];
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
    listMappingTables: {
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
                    "application/json": components["schemas"]["MappingTableList"];
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
    listObjectives: {
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
                    "application/json": components["schemas"]["ObjectiveList"];
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
    listOnboardings: {
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
                    "application/json": components["schemas"]["OnboardingList"];
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
    getOwnership: {
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
                    "application/json": components["schemas"]["OwnershipMatrix"];
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
    listProjectLines: {
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
                    "application/json": components["schemas"]["ProjectLineList"];
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
    requestReplay: {
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
                "application/json": components["schemas"]["AppReplayRequest"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppReplay"];
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
    getReplay: {
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
                    "application/json": components["schemas"]["AppReplay"];
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
    confirmReplay: {
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
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppReplay"];
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
    listRuns: {
        parameters: {
            query?: {
                /** @description Where to go on: `nextCursor` of the page before */
                cursor?: string;
                /** @description Records a page */
                limit?: number;
                /** @description Only of this process API */
                process?: "process-workforce" | "process-projects" | "process-billing" | "process-staffing" | "process-operations";
                /** @description Only in this state */
                state?: "running" | "waiting" | "parked" | "undoing" | "completed" | "cancelled";
                /** @description Only with a step that names this system */
                system?: "CRM" | "HR" | "identity" | "ERP" | "PSA" | "scheduling";
                /** @description Only with this in title, key, project, client or correlation id */
                text?: string;
                /** @description Only of this workflow */
                workflow?: string;
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
                    "application/json": components["schemas"]["OwnedRunPage"];
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
    getRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Process API that owns it */
                process: "process-workforce" | "process-projects" | "process-billing" | "process-staffing" | "process-operations";
                /** @description Run */
                run: string;
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
                    "application/json": components["schemas"]["RunTimeline"];
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
    cancelRun: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Process API that owns it */
                process: "process-workforce" | "process-projects" | "process-billing" | "process-staffing" | "process-operations";
                /** @description Run */
                run: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunTimeline"];
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
    rehearseRun: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Process API that owns it */
                process: "process-workforce" | "process-projects" | "process-billing" | "process-staffing" | "process-operations";
                /** @description Run */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunTimeline"];
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
    repeatRun: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Process API that owns it */
                process: "process-workforce" | "process-projects" | "process-billing" | "process-staffing" | "process-operations";
                /** @description Run */
                run: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RerunRequest"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunTimeline"];
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
    listAssignmentsAtRisk: {
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
                    "application/json": components["schemas"]["AssignmentAtRiskPage"];
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
    getHeatMap: {
        parameters: {
            query?: {
                /** @description A row each */
                by?: "practice" | "region" | "worker";
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
                    "application/json": components["schemas"]["HeatMap"];
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
    getWhatIf: {
        parameters: {
            query: {
                /** @description Id in the scheduler of the assignment that this one would replace */
                assignment?: string;
                /** @description Last day */
                endDate: string;
                /** @description Time booked, in minutes */
                minutes: number;
                /** @description Our project code */
                project: string;
                /** @description Role code */
                role: string;
                /** @description First day */
                startDate: string;
                /** @description Worker number */
                workerNumber: string;
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
                    "application/json": components["schemas"]["WhatIf"];
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
    listSubscribers: {
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
                    "application/json": components["schemas"]["AppSubscriptionList"];
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
    getWorkbench: {
        parameters: {
            query?: {
                /** @description Only of this role */
                owner?: string;
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
                    "application/json": components["schemas"]["Workbench"];
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
    beginLoan: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Worker number */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoanRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerLoan"];
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
    endLoan: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key is the same request: it is done once and answered alike each time */
                "Idempotency-Key": string;
                /** @description Follows the work */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Legal entity, as the estate file names it */
                legalEntity: string;
                /** @description Worker number */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoanReturn"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerLoan"];
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
  acknowledgeAlert: ['POST', '/v1/alerts/{id}/acknowledgements'],
  assignCase: ['POST', '/v1/cases/{app}/{id}/assignments'],
  beginLoan: ['POST', '/v1/workers/{number}/loans'],
  cancelRun: ['POST', '/v1/runs/{process}/{run}/cancellations'],
  confirmBulkSettlement: ['POST', '/v1/bulk-settlements/{id}/confirmations'],
  confirmReplay: ['POST', '/v1/replays/{id}/confirmations'],
  decideAcquisitionMapping: ['PUT', '/v1/acquisitions/{id}/mappings/{kind}/{foreign}'],
  decideContractVersion: ['POST', '/v1/contract-versions/{id}/decisions'],
  decideLine: ['POST', '/v1/lines/{line}/decisions'],
  endLoan: ['POST', '/v1/workers/{number}/loans/{legalEntity}/returns'],
  getAcquisition: ['GET', '/v1/acquisitions/{id}'],
  getAlert: ['GET', '/v1/alerts/{id}'],
  getBulkSettlement: ['GET', '/v1/bulk-settlements/{id}'],
  getCase: ['GET', '/v1/cases/{app}/{id}'],
  getChanges: ['GET', '/v1/live'],
  getChaosReport: ['GET', '/v1/chaos-reports/{id}'],
  getContractComparison: ['GET', '/v1/contracts/{layer}/{api}/{major}/comparisons/{range}'],
  getContractHistory: ['GET', '/v1/contracts/{layer}/{api}/{major}'],
  getCutover: ['GET', '/v1/cutovers/{domain}/{legalEntity}'],
  getHeatMap: ['GET', '/v1/staffing/heat-map'],
  getIntegrationHealth: ['GET', '/v1/integration-health'],
  getKpi: ['GET', '/v1/kpis/{id}'],
  getLine: ['GET', '/v1/lines/{line}'],
  getOverview: ['GET', '/v1/overviews'],
  getOwnership: ['GET', '/v1/ownership'],
  getReplay: ['GET', '/v1/replays/{id}'],
  getRun: ['GET', '/v1/runs/{process}/{run}'],
  getWhatIf: ['GET', '/v1/staffing/what-if'],
  getWorkbench: ['GET', '/v1/workbench'],
  listAcquisitions: ['GET', '/v1/acquisitions'],
  listAlerts: ['GET', '/v1/alerts'],
  listApis: ['GET', '/v1/apis'],
  listAssignmentsAtRisk: ['GET', '/v1/staffing/assignments-at-risk'],
  listBillingAges: ['GET', '/v1/billing/ages'],
  listBulkSettlements: ['GET', '/v1/bulk-settlements'],
  listCases: ['GET', '/v1/cases'],
  listChaosReports: ['GET', '/v1/chaos-reports'],
  listContracts: ['GET', '/v1/contracts'],
  listCutovers: ['GET', '/v1/cutovers'],
  listDeprecations: ['GET', '/v1/deprecations'],
  listDetectors: ['GET', '/v1/detectors'],
  listFindings: ['GET', '/v1/detectors/{id}/findings'],
  listIntercompanyTotals: ['GET', '/v1/billing/intercompany-totals'],
  listKpiRecords: ['GET', '/v1/kpis/{id}/records'],
  listKpis: ['GET', '/v1/kpis'],
  listLines: ['GET', '/v1/lines'],
  listLoans: ['GET', '/v1/loans'],
  listMappingTables: ['GET', '/v1/mapping-tables'],
  listObjectives: ['GET', '/v1/objectives'],
  listOnboardings: ['GET', '/v1/onboardings'],
  listProjectLines: ['GET', '/v1/project-lines'],
  listRuns: ['GET', '/v1/runs'],
  listSubscribers: ['GET', '/v1/subscribers'],
  listWindows: ['GET', '/v1/billing/windows'],
  muteAlert: ['POST', '/v1/alerts/{id}/mutes'],
  noteCase: ['POST', '/v1/cases/{app}/{id}/notes'],
  rehearseRun: ['POST', '/v1/runs/{process}/{run}/dry-runs'],
  rejectBulkSettlement: ['POST', '/v1/bulk-settlements/{id}/refusals'],
  repeatRun: ['POST', '/v1/runs/{process}/{run}/reruns'],
  requestReplay: ['POST', '/v1/replays'],
  resendAlert: ['POST', '/v1/alerts/{id}/redeliveries'],
  resolveCase: ['POST', '/v1/cases/{app}/{id}/resolutions'],
  settleInBulk: ['POST', '/v1/bulk-settlements'],
  unmuteAlert: ['POST', '/v1/alerts/{id}/unmutes'],
} as const;
