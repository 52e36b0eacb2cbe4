// Generated from openapi/ by `npm run contracts:print`; do not edit.
/* oxlint-disable */
export interface paths {
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
    "/v1/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published contracts */
        get: operations["listContracts"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
        ContractList: {
            /** @description Contracts, by path */
            items: components["schemas"]["ContractSummary"][];
        };
        ContractSummary: {
            /** @description For whom */
            audience: string;
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
        Evidence: {
            /** @description Field */
            field: string;
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
            /** @description How far what is shown is behind what is known, in seconds */
            lagSeconds: number;
            /** @description Sources that gave no answer of late, and since when; what they say is shown as it was */
            missing: components["schemas"]["MissingPart"][];
            /** @description Platforms */
            platforms: components["schemas"]["PlatformHealth"][];
            /** @description Subscribers */
            subscribers: components["schemas"]["SubscriberHealth"][];
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
        PlatformHealth: {
            /** @description Webhooks and writes that are not settled */
            backlog: number;
            /**
             * Format: date-time
             * @description Until then it asked to be left alone
             */
            closedUntil: string | null;
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
        Tally: {
            /** @description How many */
            count: number;
            /** @description What is counted */
            name: string;
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
}

/** operationId → method and path. */
export const routes = {
  decideLine: ['POST', '/v1/lines/{line}/decisions'],
  getChanges: ['GET', '/v1/live'],
  getHeatMap: ['GET', '/v1/staffing/heat-map'],
  getIntegrationHealth: ['GET', '/v1/integration-health'],
  getKpi: ['GET', '/v1/kpis/{id}'],
  getLine: ['GET', '/v1/lines/{line}'],
  getOverview: ['GET', '/v1/overviews'],
  getWhatIf: ['GET', '/v1/staffing/what-if'],
  getWorkbench: ['GET', '/v1/workbench'],
  listAssignmentsAtRisk: ['GET', '/v1/staffing/assignments-at-risk'],
  listBillingAges: ['GET', '/v1/billing/ages'],
  listCases: ['GET', '/v1/cases'],
  listContracts: ['GET', '/v1/contracts'],
  listDetectors: ['GET', '/v1/detectors'],
  listFindings: ['GET', '/v1/detectors/{id}/findings'],
  listKpiRecords: ['GET', '/v1/kpis/{id}/records'],
  listKpis: ['GET', '/v1/kpis'],
  listLines: ['GET', '/v1/lines'],
  listOnboardings: ['GET', '/v1/onboardings'],
  listProjectLines: ['GET', '/v1/project-lines'],
  listWindows: ['GET', '/v1/billing/windows'],
  resolveCase: ['POST', '/v1/cases/{app}/{id}/resolutions'],
} as const;
