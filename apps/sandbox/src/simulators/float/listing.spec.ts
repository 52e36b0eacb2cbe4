import { openTeam, type Row, type Team } from './team.fixture.js';

describe('lists of a Float team', () => {
  let team: Team;
  beforeEach(async () => {
    team = await openTeam();
  });
  afterEach(() => team.hosted.close());

  const names = async (path: string): Promise<unknown[]> => (await team.get<Row[]>(path)).map(({ name }) => name);
  const addClients = (count: number): void => {
    const { store } = team.hosted.world;
    for (let id = 1; id <= count; id += 1) store.put('clients', String(id), { client_id: id, name: `Client ${id}` });
  };

  test('a list is a bare array of 50; what there is in all stands in headers only', async () => {
    addClients(450);
    const reply = await team.call('GET', '/clients');
    expect(await reply.json()).toHaveLength(50);
    const headers = ['total-count', 'page-count', 'current-page', 'per-page'].map((name) =>
      reply.headers.get(`x-pagination-${name}`),
    );
    expect(headers).toEqual(['450', '9', '1', '50']);
  });

  test('a naive client that asks for 500 a page gets 200 and must turn the page', async () => {
    addClients(450);
    const sizes = [];
    for (const page of [1, 2, 3, 4]) sizes.push((await team.get<Row[]>(`/clients?per-page=500&page=${page}`)).length);
    expect(sizes).toEqual([200, 200, 50, 0]);
  });

  test('per_page with an underscore is not the word and changes nothing', async () => {
    addClients(60);
    expect(await team.get('/clients?per_page=60')).toHaveLength(50);
  });

  test('one record carries the headers of a page too', async () => {
    addClients(1);
    expect((await team.call('GET', '/clients/1')).headers.get('x-pagination-total-count')).toBe('1');
  });

  test('fields names what is shown, sort the order', async () => {
    await team.make('/roles', 'id', { name: 'Analyst' });
    expect(await names('/roles?sort=name')).toEqual(['Analyst', 'Consultant', 'Principal']);
    expect(await team.get('/roles?sort=-id&fields=name')).toEqual([
      { name: 'Analyst' },
      { name: 'Principal' },
      { name: 'Consultant' },
    ]);
  });

  test('a list is narrowed by the value of a field; a word the API does not know is ignored, not refused', async () => {
    await team.make('/people', 'people_id', { name: 'Ada', active: 0 });
    expect(await names('/people?active=0')).toEqual(['Ada']);
    expect(await names('/people?external_id=7')).toHaveLength(3);
  });

  test('modified_since tells what changed among people and logged time, and is ignored elsewhere', async () => {
    team.at('2026-09-02T08:00:00Z');
    await team.make('/people', 'people_id', { name: 'Ada' });
    await team.make('/projects', 'project_id', { name: 'New' });
    const since = new URLSearchParams({ modified_since: '2026-09-02 08:00:00' }).toString();
    expect(await names(`/people?${since}`)).toEqual(['Ada']);
    expect(await names(`/projects?${since}`)).toEqual(['Old ledger', 'New']);
  });

  test('parts of a project are shown only to who asks for them', async () => {
    const [plain] = await team.get<Row[]>('/projects');
    expect(Object.keys(plain!).filter((name) => name.startsWith('project_t'))).toEqual([]);
    const [expanded] = await team.get<Row[]>('/projects?expand=project_team');
    expect(expanded!.project_team).toHaveLength(2);
    expect(expanded).not.toHaveProperty('project_tasks');
  });
});
