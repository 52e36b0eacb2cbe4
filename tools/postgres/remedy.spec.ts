import { remedyFor } from './remedy.js';

describe('what to do when the embedded PostgreSQL complains', () => {
  // As PostgreSQL 18 and the operating system word it.
  it.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'free 200 MB on that disk'],
    ['initdb: error: could not create directory "x": Disk quota exceeded', 'free 200 MB on that disk'],
    ['spawn /x/initdb ENOENT', 'set DATABASE_URL'],
    ['could not access directory "x": Permission denied', 'let everybody enter that folder'],
    ['could not bind IPv4 address "127.0.0.1": Address already in use', 'start again'],
    ['could not create shared memory segment: Cannot allocate memory', 'free memory'],
    ['database files are incompatible with server', 'npm start -- --reset'],
    ['something nobody has seen before', 'npm start -- --reset'],
  ])('"%s" → %s', (complaint, remedy) => {
    expect(remedyFor(complaint)).toContain(remedy);
  });
});
