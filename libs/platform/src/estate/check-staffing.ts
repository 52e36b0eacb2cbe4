import type { Estate } from './estate.js';
import type { EstateProblem } from './load-estate.js';
import type { HourlyCost, RoleConstraint } from './staffing-config.js';

/** Names of roles, grades and legal entities that must exist elsewhere in the file; costs that are said twice. */
export function checkStaffing(estate: Estate): EstateProblem[] {
  const { roleConstraints, hourlyCosts } = estate.staffing ?? {};
  return [
    ...listOf(roleConstraints).flatMap((constraint, at) => checkConstraint(estate, constraint, at)),
    ...listOf(hourlyCosts).flatMap((cost, at) => checkCost(estate, listOf(hourlyCosts), cost, at)),
  ];
}

/** What is no list has been complained of already. */
const listOf = <T>(value: T[] | undefined): T[] => (Array.isArray(value) ? value : []);

const rolesOf = (estate: Estate): string[] => Object.keys(estate.mappings.roleNames ?? {});

function checkConstraint(estate: Estate, constraint: RoleConstraint, at: number): EstateProblem[] {
  const path = ['staffing', 'roleConstraints', at];
  const { role, grades, skills } = constraint;
  const known = Object.keys(estate.mappings.roleOfGrade ?? {});
  return [
    ...(role === undefined ? [] : unknownRole(estate, role, path)),
    ...listOf(grades)
      .filter((grade) => !known.includes(grade))
      .map((grade) => ({ path: [...path, 'grades'], message: `"${grade}" is not in mappings.roleOfGrade` })),
    ...(grades || skills ? [] : [{ path, message: 'asks for nothing: add grades or skills' }]),
  ];
}

function checkCost(estate: Estate, all: HourlyCost[], cost: HourlyCost, at: number): EstateProblem[] {
  const path = ['staffing', 'hourlyCosts', at];
  const same = ({ legalEntity, role }: HourlyCost): boolean => legalEntity === cost.legalEntity && role === cost.role;
  return [
    ...unknownRole(estate, cost.role, path),
    ...(estate.legalEntities.some(({ code }) => code === cost.legalEntity)
      ? []
      : [{ path: [...path, 'legalEntity'], message: `"${cost.legalEntity}" is not a legal entity of this estate` }]),
    ...(all.findIndex(same) < at
      ? [{ path, message: `says the cost of ${cost.role} in ${cost.legalEntity} again` }]
      : []),
  ];
}

const unknownRole = (estate: Estate, role: string, path: (string | number)[]): EstateProblem[] =>
  rolesOf(estate).includes(role)
    ? []
    : [{ path: [...path, 'role'], message: `"${role}" is not in mappings.roleNames` }];
