import type { Draft, Habit, Life } from '../life.js';
import type { Member, Team } from '../teams.js';

/** What somebody is promised of their week, in percent: with a holiday or two in between it is still no more than they work. */
const loads = [40, 60, 80, 90];

/** Staffing keeps the team of a project of the month on it, for weeks from the day this is done; of each project once. */
export const extendStaffing: Habit = {
  name: 'extend-staffing',
  weight: 15,
  occasion: (life) => {
    const team = life.pick(life.teams);
    if (!team) return null;
    life.teams = life.teams.filter((one) => one !== team);
    return team.members.map((member) => stay(life, team, member));
  },
};

function stay({ random }: Life, { deal, legalEntity }: Team, member: Member): Draft {
  const { name, email, roleName, hourlyRate, weeklyMinutes } = member;
  const weeks = random.between(4, 8);
  const minutes = (weeklyMinutes * weeks * random.oneOf(loads)) / 100;
  const projectRef = `P-${deal}`;
  return {
    subject: deal,
    legalEntity,
    domain: 'scheduling',
    action: 'staff',
    input: { projectRef, roleName, email, startDate: '', endDate: '', minutes, hourlyRate },
    weeks,
    text: `staffing kept ${name} on ${projectRef} for ${weeks} more weeks`,
  };
}
