import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import type { Statement } from './batches.js';
import { basicEarnings, codedEarnings } from './codes.js';
import { Refused } from './errors.js';
import { employeeOf } from './workers.js';

type Asked = FastifyRequest<{
  Params: { aoid: string; id: string };
  Querystring: { numberoflastpaydates?: string };
}>;

const path = '/payroll/v1/workers/:aoid/pay-statements';
const names: Record<string, string> = { ...basicEarnings, ...codedEarnings };

/** What was paid, by hours: the only place in which pay data can be seen again. Amounts are left out on purpose. */
export function statementRoutes(app: FastifyInstance, world: World): void {
  app.get(path, ({ params, query }: Asked) => {
    const dates = Number(query.numberoflastpaydates ?? '5');
    const theirs = statementsOf(world, params.aoid).toReversed();
    const last = [...new Set(theirs.map(({ payDate }) => payDate))].sort().toReversed().slice(0, dates);
    return { payStatements: theirs.filter(({ payDate }) => last.includes(payDate)).map(summary) };
  });

  app.get(`${path}/:id`, ({ params }: Asked) => {
    const found = statementsOf(world, params.aoid).find(({ id }) => id === params.id);
    if (!found) throw new Refused(404, 'NotFound', `There is no pay statement ${params.id}.`);
    const earnings = Object.entries(found.hours).map(([code, payPeriodHours]) => ({
      earningCodeName: names[code],
      payPeriodHours,
    }));
    return { payStatement: { payDate: found.payDate, totalHours: totalOf(found), earnings } };
  });
}

function statementsOf(world: World, aoid: string): Statement[] {
  const { associateOID } = employeeOf(world, aoid);
  return world.store.list<Statement>('statement').filter((one) => one.associateOID === associateOID);
}

const summary = (statement: Statement): object => ({
  payDate: statement.payDate,
  totalHours: totalOf(statement),
  payDetailUri: { href: `/payroll/v1/workers/${statement.associateOID}/pay-statements/${statement.id}` },
});

const totalOf = ({ hours }: Statement): number =>
  Object.values(hours).reduce((sum, one) => sum + Math.round(one * 100), 0) / 100;
