/** An assignment as PSA and ERP are told of it. */
export interface ToldAssignment {
  /** The scheduler it is in, and its id there. */
  instance: string;
  id: string;
  workerNumber: string;
  project: string;
}

/** Its name in PSA and ERP: for another worker or project it is another record there. */
export const assignmentReference = ({ instance, id, workerNumber, project }: ToldAssignment): string =>
  [instance, id, workerNumber, project].join('/');

/** Where an assignment of this name is; null for a name that the scheduler gave it. */
export function schedulerOf(reference: string): Pick<ToldAssignment, 'instance' | 'id'> | null {
  const [instance, id, ...rest] = reference.split('/');
  return instance && id && rest.length >= 2 ? { instance, id } : null;
}
