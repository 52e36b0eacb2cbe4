import {
  changeState,
  type DomainOperations,
  type ODataEntity,
  odataIs,
  read,
  theOne,
  type Vendor,
  write,
} from '#connector';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import { stages, statusOf, toBilling, toContract, toNewProject, toProject, toShell } from './mapping.js';
import { data } from './odata.js';
import { putRecord } from './records.js';
import { type Company, companyByArea, companyOf, settingsOf } from './settings.js';

type Erp = DomainOperations['erp'];
interface Found {
  row: ODataEntity;
  company: Company;
}

const set = 'ProjectsV2';
const contracts = 'ProjectContractHeaders';
const keys = ['dataAreaId', 'ProjectId'];

/** Each company numbers its projects by itself; our code is to be found in one of ours only. */
async function found(vendor: Vendor, reference: string): Promise<Found[]> {
  const rows = await data.list(vendor, set, odataIs('ProjectId', reference));
  return rows.flatMap((row) => {
    const company = companyByArea(vendor, row.dataAreaId);
    return company ? [{ row, company }] : [];
  });
}

export const theProject = async (vendor: Vendor, reference: string): Promise<Found> =>
  theOne(await found(vendor, reference), 'Dynamics 365', 'project', reference);

const describe = (vendor: Vendor, { row, company }: Found): erp.ErpProject =>
  toProject(row, company, settingsOf(vendor));

export const getProject: Erp['getProject'] = read(async (vendor, { reference }) =>
  describe(vendor, await theProject(vendor, reference)),
);

async function putContract(vendor: Vendor, { reference, state }: { reference: string; state: erp.ErpProjectState }) {
  const key = { dataAreaId: companyOf(vendor, state.legalEntity).dataArea, ProjectContractId: reference };
  const [contract] = await data.list(
    vendor,
    contracts,
    ...Object.entries(key).map(([field, value]) => odataIs(field, value)),
  );
  if (!contract) await data.create(vendor, contracts, { ...key, ...toContract(state) });
  else if (contract.CustomerAccountNumber !== state.customerId) throw paidByAnother(reference, contract);
}

/** Who pays is fixed by the contract's funding source, which invoices may have been made for. */
const paidByAnother = (reference: string, { CustomerAccountNumber }: ODataEntity): Failure =>
  new Failure('conflict', `contract ${reference} of Dynamics 365 is with customer ${String(CustomerAccountNumber)}`, {
    code: 'other-customer',
    remedy: 'change the funding source of the contract in Dynamics 365, then retry',
    fields: [{ field: 'customerId', message: 'is not the customer of the contract' }],
  });

export const putProject: Erp['putProject'] = putRecord<erp.ErpProjectState>({
  set,
  keys,
  find: async (vendor, { reference }) => (await found(vendor, reference)).map(({ row }) => row),
  once: (vendor, { reference, state }) => toNewProject(reference, companyOf(vendor, state.legalEntity)),
  always: toShell,
  before: putContract,
});

export const setUpBilling: Erp['setUpBilling'] = write({
  safety: { strategy: 'absolute' },
  run: async (vendor, { reference, setup }) => {
    const { row, company } = await theProject(vendor, reference);
    await data.update(vendor, set, row, keys, toBilling(setup, company, settingsOf(vendor)));
    return vendor.recordRef(set, reference);
  },
});

const moveTo = (status: keyof typeof stages) =>
  changeState<{ reference: string }, Found, erp.ErpProject>({
    read: (vendor, { reference }) => theProject(vendor, reference),
    isThere: ({ row }) => statusOf(row) === status,
    move: async (vendor, { reference }, { row }) => {
      if (statusOf(row) === 'closed') throw closed(reference);
      await data.update(vendor, set, row, keys, { ProjectStage: stages[status] });
    },
    tell: describe,
  });

const closed = (reference: string): Failure =>
  new Failure('conflict', `project ${reference} is completed in Dynamics 365`, {
    code: 'project-closed',
    remedy: 'set the project’s stage back in Dynamics 365, then retry',
  });

export const activateProject: Erp['activateProject'] = moveTo('active');
export const closeProject: Erp['closeProject'] = moveTo('closed');
