import type { MappingKind } from '#contracts';
import { nothingThere } from '#kernel';
import type { EstateView, Systems } from '#platform';

/** Somebody the firm has already, as the HR system knows them. */
export interface KnownPerson {
  id: string;
  number: string | null;
  name: string;
  email: string | null;
  location: string | null;
}

/** One of our own values, and every text it may be recognised by. */
export interface Target {
  value: string;
  texts: string[];
}

/** What the words of an acquired firm can mean: our people and our own values. */
export interface Directory {
  people: KnownPerson[];
  /** A manager is looked for among the people instead. */
  targets: Record<Exclude<MappingKind, 'manager'>, Target[]>;
}

/** Reads our own values as they are today: grades and skills of the estate, the rest of the HR system and the ERP. */
export async function readDirectory(systems: Systems, estate: EstateView, legalEntity: string): Promise<Directory> {
  const workers = await readWorkers(systems, estate);
  const colleagues = workers.filter((worker) => worker.legalEntity === legalEntity);
  const { roleOfGrade = {}, skillNames = {} } = estate.estate.mappings;
  return {
    people: workers.map(({ id, number, firstName, lastName, workEmail, location }) => ({
      id,
      number,
      name: `${firstName ?? ''} ${lastName ?? ''}`.trim(),
      email: workEmail,
      location,
    })),
    targets: {
      grade: distinct(Object.keys(roleOfGrade)),
      location: distinct(workers.map(({ location }) => location)),
      skill: Object.entries(skillNames).map(([value, name]) => ({ value, texts: [value, name] })),
      'cost-centre': await costCentres(systems, legalEntity, colleagues),
      'job-title': distinct(workers.map(({ jobTitle }) => jobTitle)),
    },
  };
}

type Worker = Awaited<ReturnType<ReturnType<typeof hrOf>['listWorkers']>>['items'][number];

const hrOf = (systems: Systems, name: string) => systems.named('hr', name);

async function readWorkers(systems: Systems, estate: EstateView): Promise<Worker[]> {
  const instances = new Set(estate.legalEntities.map(({ code }) => estate.instanceFor('hr', code).name));
  const workers: Worker[] = [];
  for (const instance of instances) {
    let cursor: string | undefined;
    do {
      const page = await hrOf(systems, instance).listWorkers({ limit: 200, ...(cursor && { cursor }) });
      workers.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  }
  return workers;
}

/** No contract lists cost centres: those people of this legal entity work under, where the ERP takes postings on them. */
async function costCentres(systems: Systems, legalEntity: string, colleagues: Worker[]): Promise<Target[]> {
  const found: Target[] = [];
  for (const { value } of distinct(colleagues.map(({ costCentre }) => costCentre))) {
    const target = await openCostCentre(systems, legalEntity, value);
    if (target) found.push(target);
  }
  return found;
}

/** A cost centre the ERP takes postings on, or null. */
export async function openCostCentre(systems: Systems, legalEntity: string, code: string): Promise<Target | null> {
  const found = await systems.for('erp', legalEntity).getCostCentre({ code }).catch(nothingThere);
  return found?.active ? { value: code, texts: [code, found.name] } : null;
}

const distinct = (values: (string | null)[]): Target[] =>
  [...new Set(values)].flatMap((value) => (value ? [{ value, texts: [value] }] : []));
