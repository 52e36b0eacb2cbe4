import {
  changeState,
  createOnce,
  type DomainOperations,
  type ODataEntity,
  odataGuid,
  odataKey,
  odataText,
  odataTextIs,
  read,
  theOne,
  toProjectFields,
  type Vendor,
  write,
} from '#connector';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import { partnerByUuid } from './customers.js';
import { lifecycle, statusCodes, toHeader, toNewProject, toProject } from './project-mapping.js';
import { partners, projects } from './services.js';
import { companyOf, legalEntityOf, quarantineMs, settingsOf } from './settings.js';
import { codeOf } from './values.js';

type Erp = DomainOperations['erp'];

const found = (vendor: Vendor, reference: string): Promise<ODataEntity[]> =>
  projects.list(vendor, 'A_EnterpriseProject', { filter: odataTextIs('Project', codeOf('reference', reference, 24)) });

export const theProject = async (vendor: Vendor, reference: string): Promise<ODataEntity> =>
  theOne(await found(vendor, reference), 'S/4HANA', 'project', reference);

async function describe(vendor: Vendor, project: ODataEntity): Promise<erp.ErpProject> {
  const customer = await partnerByUuid(vendor, project.CustomerUUID);
  return {
    ...toProject(project, settingsOf(vendor)),
    customerId: customer ? String(customer.BusinessPartner) : null,
    legalEntity: legalEntityOf(vendor, project.CompanyCode),
  };
}

const refOf = ({ ProjectUUID }: ODataEntity, vendor: Vendor) => vendor.recordRef('project', String(ProjectUUID));

export const getProject: Erp['getProject'] = read(async (vendor, { reference }) =>
  describe(vendor, await theProject(vendor, reference)),
);

async function headerOf(vendor: Vendor, state: erp.ErpProjectState) {
  const { BusinessPartnerUUID } = await partners.get(vendor, `A_BusinessPartner(${odataKey(state.customerId)})`);
  return toHeader(state, String(BusinessPartnerUUID));
}

export const putProject: Erp['putProject'] = createOnce({
  quarantineMs,
  find: (vendor, { reference }) => found(vendor, reference),
  create: async (vendor, { reference, state }) => {
    const company = companyOf(vendor, state.legalEntity);
    const body = toNewProject(reference, await headerOf(vendor, state), company, settingsOf(vendor));
    return projects.create(vendor, 'A_EnterpriseProject', body);
  },
  tell: refOf,
  finish: async (vendor, { reference, state }, ref) => {
    const project = await theProject(vendor, reference);
    await projects.update(vendor, project, await headerOf(vendor, state));
    return ref;
  },
});

export const setUpBilling: Erp['setUpBilling'] = write({
  safety: { strategy: 'absolute' },
  run: async (vendor, { reference, setup }) => {
    const project = await theProject(vendor, reference);
    const { projectFields } = settingsOf(vendor);
    const own = toProjectFields(projectFields, setup);
    const costCentre = { ResponsibleCostCenter: codeOf('costCentre', setup.costCentre, 10) };
    await projects.update(vendor, project, { ...costCentre, ...own });
    await putOnElements(vendor, project, costCentre);
    return refOf(project, vendor);
  },
});

/** The project itself is among its elements, under its own id, and is not changed there. */
async function putOnElements(vendor: Vendor, { ProjectUUID }: ODataEntity, wanted: object): Promise<void> {
  const filter = `ProjectUUID eq ${odataGuid(String(ProjectUUID))}`;
  const elements = await projects.list(vendor, 'A_EnterpriseProjectElement', { filter });
  for (const element of elements.filter(({ ProjectElementUUID }) => ProjectElementUUID !== ProjectUUID))
    await projects.update(vendor, element, wanted);
}

/** Moves a project along its life, one status after the other; SAP takes its elements with it. */
const moveTo = (target: (typeof statusCodes)[keyof typeof statusCodes]) =>
  changeState<{ reference: string }, ODataEntity, erp.ErpProject>({
    read: (vendor, { reference }) => theProject(vendor, reference),
    // Told as closed, a project may still have one status to go.
    isThere: ({ ProcessingStatus }) => ProcessingStatus === target,
    move: async (vendor, { reference }, project) => {
      const codes: readonly string[] = lifecycle;
      const [here, there] = [codes.indexOf(String(project.ProcessingStatus)), codes.indexOf(target)];
      if (here < 0 || here > there) throw standsElsewhere(reference, project);
      for (const status of codes.slice(here + 1, there + 1))
        await projects.call(vendor, 'ChangeEntProjProcgStatus', {
          ProjectUUID: odataGuid(String(project.ProjectUUID)),
          ProcessingStatus: odataText(status),
        });
    },
    tell: describe,
  });

const standsElsewhere = (reference: string, { ProcessingStatus }: ODataEntity): Failure =>
  new Failure('conflict', `project ${reference} has processing status ${String(ProcessingStatus)} in S/4HANA`, {
    code: 'project-locked-or-closed',
    remedy: 'unlock or reopen the project in SAP, then retry',
  });

export const activateProject: Erp['activateProject'] = moveTo(statusCodes.active);
export const closeProject: Erp['closeProject'] = moveTo(statusCodes.closed);
