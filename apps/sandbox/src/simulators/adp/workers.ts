import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import type { Employee } from './company.js';
import { Refused } from './errors.js';
import { parseFilter } from './filter.js';

interface Query {
  $top?: string;
  $skip?: string;
  $filter?: string;
  count?: string;
}
type Asked = FastifyRequest<{ Querystring: Query; Params: { aoid: string } }>;

/** Reported by other integrators. */
const mostWorkers = 100;

/** `/hr/v2/workers`, in pages. */
export function workerRoutes(app: FastifyInstance, world: World): void {
  app.get('/hr/v2/workers', ({ query }: Asked, reply) => {
    const matches = query.$filter === undefined ? () => true : parseFilter(query.$filter, 'workers');
    const found = world.store.list<Employee>('employee').map(shown).filter(matches);
    const skip = whole('$skip', query.$skip ?? '0');
    const page = found.slice(skip, skip + Math.min(whole('$top', query.$top ?? String(mostWorkers)), mostWorkers));
    // Assumption, unconfirmed by the vendor: the end is an answer without a body.
    if (page.length === 0) return reply.code(204).send();
    return { workers: page, ...(query.count === 'true' && { meta: { totalNumber: found.length } }) };
  });

  app.get('/hr/v2/workers/:aoid', ({ params }: Asked) => ({ workers: [shown(employeeOf(world, params.aoid))] }));
}

/** Assumption, unconfirmed by the vendor: nobody there is 404. */
export function employeeOf(world: World, aoid: string): Employee {
  const employee = world.store.get<Employee>('employee', aoid);
  if (!employee) throw new Refused(404, 'NotFound', `There is no worker ${aoid}.`);
  return employee;
}

function whole(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Refused(400, 'Invalid', `${name} is not a whole number.`);
  return Number(text);
}

/** A part of what the vendor shows: who somebody is and by what numbers they are paid. */
function shown(employee: Employee): object {
  const { associateOID, firstName, lastName, hireDate, group, fileNumber } = employee;
  const active = { codeValue: 'A', shortName: 'Active' };
  return {
    associateOID,
    workerID: { idValue: employee.number, schemeCode: { codeValue: 'Employee' } },
    person: {
      legalName: {
        givenName: firstName,
        familyName1: lastName,
        formattedName: `${lastName}, ${firstName}`,
      },
    },
    businessCommunication: { emails: [{ emailUri: employee.email, nameCode: { codeValue: 'Work E-mail' } }] },
    workerDates: { originalHireDate: hireDate },
    workerStatus: { statusCode: { codeValue: 'Active' } },
    workAssignments: [
      {
        itemID: `${fileNumber}-1`,
        primaryIndicator: true,
        hireDate,
        actualStartDate: hireDate,
        assignmentStatus: { statusCode: active },
        jobTitle: employee.jobTitle,
        positionID: `${group}${fileNumber}`,
        payrollGroupCode: { codeValue: group },
        // Assumption, unconfirmed by the vendor: where the file number and the cost number are.
        payrollFileNumber: fileNumber,
        homeOrganizationalUnits: [
          { typeCode: { codeValue: 'Cost Number' }, nameCode: { codeValue: employee.costCentre } },
        ],
      },
    ],
  };
}
