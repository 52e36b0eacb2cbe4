/** Days of which runs are held to the time they should take. */
export const windowDays = 28;

/**
 * Completed runs and how long each took without what it waited for by design, with the columns `app, id, workflow, title,
 * project, objective_seconds, seconds, is_late, ended_at`. One told before objectives were told is not among them.
 */
export const measuredRuns = `
  select *, seconds > objective_seconds as is_late from (
    select app, id, workflow, title, project, objective_seconds, ended_at,
           greatest(0, extract(epoch from ended_at - begun_at) - coalesce(waited_seconds, 0)) as seconds
      from run where state = 'completed' and begun_at is not null and objective_seconds is not null
       and ended_at > clock_timestamp() - interval '${windowDays} days') timed`;
