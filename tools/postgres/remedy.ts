const ownServer = 'start a PostgreSQL of your own and set DATABASE_URL';

const remedies: [complaint: RegExp, remedy: string][] = [
  [/no space left|disk quota/i, 'free 200 MB on that disk'],
  [
    /ENOENT|cannot execute|exec format|error while loading shared libraries/i,
    `this system cannot run it: ${ownServer}`,
  ],
  [/permission denied|EACCES|EPERM|read-only file system/i, `let everybody enter that folder, or ${ownServer}`],
  [/address already in use|could not bind/i, 'another program took its port just now: start again'],
  [/shared memory|could not create semaphores|cannot allocate memory/i, `free memory, or ${ownServer}`],
  [/incompatible with server|was initialized by PostgreSQL/i, 'the data is of another version: npm start -- --reset'],
];

/** What a person does about something PostgreSQL's programs complain of. */
export const remedyFor = (text: string): string =>
  remedies.find(([complaint]) => complaint.test(text))?.[1] ??
  'the data may be damaged: begin with an empty database by npm start -- --reset';
