import type { Firm } from '../../../apps/sandbox/src/firm/firm.js';
import { branches } from './branches.js';

/** Who worked on a deal in the example's month, and stays on it. */
export interface Team {
  deal: string;
  legalEntity: string;
  members: Member[];
}

export interface Member {
  name: string;
  email: string;
  roleName: string;
  /** Price of an hour, as sold. */
  hourlyRate: string;
  weeklyMinutes: number;
}

export const teamsOf = (firm: Firm): Team[] =>
  branches.flatMap(({ legalEntity, deals }) =>
    deals.map((deal) => ({ deal, legalEntity, members: membersOf(firm, deal) })),
  );

function membersOf({ staffing, workers, roles, opportunityLines }: Firm, deal: string): Member[] {
  return staffing
    .filter(({ opportunity }) => opportunity === deal)
    .map(({ worker, role }) => {
      const { firstName, lastName, email, weeklyHours } = workers.find(({ number }) => number === worker)!;
      const sold = opportunityLines.find((line) => line.opportunity === deal && line.role === role)!;
      return {
        name: `${firstName} ${lastName}`,
        email,
        roleName: roles.find(({ code }) => code === role)!.name,
        hourlyRate: sold.hourlyRate,
        weeklyMinutes: weeklyHours * 60,
      };
    });
}
