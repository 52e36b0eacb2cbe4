import { type DataSource, openDatabase } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { termsOf } from './change.fixture.js';
import { CreateProjects1700000000010, KeepDeals1700000000011, ProjectRepository } from './project.repository.js';

describe('the register of projects', () => {
  let own: TestDatabase;
  let database: DataSource;
  let projects: ProjectRepository;

  beforeAll(async () => {
    own = await createTestDatabase();
    const migrations = [CreateProjects1700000000010, KeepDeals1700000000011];
    database = await openDatabase({ url: own.url, schema: 'process_projects', migrations });
    projects = new ProjectRepository(database);
    for (const code of ['P-3', 'P-1', 'P-2']) {
      const { lastChange: _lastChange, ...project } = termsOf({ id: code });
      await projects.put({ ...project, code });
    }
  });
  afterAll(async () => {
    await database.destroy();
    await own.drop();
  });

  it('is read in pages, in the order of the codes', async () => {
    const first = await projects.page({ limit: 2 });
    expect([first.items.map(({ code }) => code), first.nextCursor]).toEqual([['P-1', 'P-2'], 'P-2']);
    const rest = await projects.page({ limit: 2, cursor: first.nextCursor! });
    expect([rest.items.map(({ code }) => code), rest.nextCursor]).toEqual([['P-3'], null]);
  });

  it('neither repeats nor leaves out what was there, when one is added between two pages', async () => {
    const { nextCursor } = await projects.page({ limit: 1 });
    const { lastChange: _lastChange, ...project } = termsOf({ id: 'P-0' });
    await projects.put({ ...project, code: 'P-0' });
    expect((await projects.page({ cursor: nextCursor! })).items.map(({ code }) => code)).toEqual(['P-2', 'P-3']);
  });
});
