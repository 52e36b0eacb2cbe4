import { filled, odataDate, odataDay, type ODataEntity, related } from '#connector';
import type { erp } from '#contracts';
import type { Company, S4hanaSettings } from './settings.js';
import { codeOf, shortened } from './values.js';

/** A cost centre has a row for each period of validity: the one of the day counts, else the last one. */
export function toCostCentre(periods: ODataEntity[], day: string, language: string): erp.CostCentre {
  const sorted = [...periods].sort((a, b) => endOf(a).localeCompare(endOf(b)));
  const valid = sorted.find((period) => (odataDay(period.ValidityStartDate) ?? '') <= day && day <= endOf(period));
  const period = valid ?? sorted.at(-1)!;
  const texts = related(period.to_Text);
  const text = texts.find(({ Language }) => Language === language) ?? texts[0];
  const code = String(period.CostCenter);
  return {
    id: `${String(period.ControllingArea)}/${code}`,
    code,
    name: filled(text?.CostCenterDescription) ?? filled(text?.CostCenterName) ?? code,
    active: valid !== undefined && !period.IsBlkdForPrimaryCostsPosting,
  };
}

const endOf = ({ ValidityEndDate }: ODataEntity): string => odataDay(ValidityEndDate) ?? '9999-12-31';

/** The processing status in the order a project goes through it; SAP also knows 42, locked. */
export const lifecycle = ['00', '10', '20', '30'] as const;
export const statusCodes = { active: '10', closed: '30' } as const;

function statusOf(code: unknown): erp.ErpProject['status'] {
  if (code === statusCodes.active) return 'active';
  return code === '20' || code === statusCodes.closed ? 'closed' : 'pending';
}

/** What of a project's header follows from the contract's state. */
export const toHeader = (state: erp.ErpProjectState, customerUuid: string) => ({
  ProjectDescription: shortened(state.name, 60),
  ProjectStartDate: odataDate(state.startDate),
  ...(state.endDate && { ProjectEndDate: odataDate(state.endDate) }),
  ProjectCurrency: state.currency,
  CustomerUUID: customerUuid,
});

export const workElementOf = (settings: S4hanaSettings, project: string): string =>
  codeOf('project', `${project}${settings.workElement}`, 24);

/** A project is made with the one element that takes its time and bears its revenue. */
export const toNewProject = (
  reference: string,
  header: ReturnType<typeof toHeader>,
  company: Company,
  settings: S4hanaSettings,
) => ({
  Project: codeOf('reference', reference, 24),
  ...header,
  EntProjectIsConfidential: false,
  IsBillingRelevant: true,
  ProjectProfileCode: settings.projectProfile,
  ResponsibleCostCenter: company.costCentre,
  ProfitCenter: company.profitCentre,
  to_EnterpriseProjectElement: [
    {
      ProjectElement: workElementOf(settings, reference),
      ProjectElementDescription: header.ProjectDescription,
      PlannedStartDate: header.ProjectStartDate,
      ...(header.ProjectEndDate && { PlannedEndDate: header.ProjectEndDate }),
      WBSElementIsBillingElement: true,
    },
  ],
});

export function toProject(project: ODataEntity, settings: S4hanaSettings) {
  const own = (fact: keyof S4hanaSettings['projectFields']): string | null =>
    filled(project[settings.projectFields[fact] ?? '']);
  return {
    id: String(project.ProjectUUID),
    reference: filled(project.Project),
    name: String(project.ProjectDescription ?? ''),
    status: statusOf(project.ProcessingStatus),
    contractNumber: own('contractNumber'),
    taxCode: own('taxCode'),
  };
}
