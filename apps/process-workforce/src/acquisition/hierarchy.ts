/** Somebody and whom they report to, by worker number. */
export interface Report {
  number: string;
  manager: string | null;
}

/** Every circle of people who report to each other, each in the order in which one reports to the next. */
export function findCycles(people: Report[]): string[][] {
  const managerOf = new Map(people.map(({ number, manager }) => [number, manager]));
  const seen = new Set<string>();
  const cycles: string[][] = [];
  for (const { number } of people) {
    const path: string[] = [];
    let at: string | null | undefined = number;
    while (at && managerOf.has(at) && !seen.has(at)) {
      seen.add(at);
      path.push(at);
      at = managerOf.get(at);
    }
    if (at && path.includes(at)) cycles.push(path.slice(path.indexOf(at)));
  }
  return cycles;
}

/** The people in waves: nobody comes before a manager who is one of them. There must be no cycle. */
export function wavesOf<P extends Report>(people: P[]): P[][] {
  const byNumber = new Map(people.map((person) => [person.number, person]));
  const waves: P[][] = [];
  for (const person of people) {
    let depth = 0;
    for (let above = byNumber.get(person.manager ?? ''); above; above = byNumber.get(above.manager ?? '')) depth += 1;
    (waves[depth] ??= []).push(person);
  }
  return waves;
}
