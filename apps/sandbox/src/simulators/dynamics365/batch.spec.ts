import { batchOf, batchType, changeset, http, lines } from '../../core/batch.fixture.js';
import { at, type Finance, type Json, openFinance, projectOf } from './finance.fixture.js';

describe('$batch of Dynamics 365 Finance', () => {
  let finance: Finance;
  beforeEach(async () => {
    finance = await openFinance();
  });
  afterEach(() => finance.hosted.close());

  const send = (...parts: string[]): Promise<Response> =>
    finance.plainly('POST', '$batch', batchOf(...parts), batchType);
  const project = (code: string): Json => {
    const { ProjectContractId: _, ...rest } = projectOf(code, { ProjectGroupId: 'INT' });
    return rest;
  };
  const create = (code: string, id?: number): string =>
    http('POST ProjectsV2', project(code), { ...(id && { id }), json: 'application/json;odata.metadata=minimal' });
  const statuses = (text: string): number[] =>
    [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
  const codes = async (): Promise<unknown[]> => (await finance.rows('ProjectsV2')).map(({ ProjectId }) => ProjectId);

  test('each part is answered for itself, in order, and 200 says nothing of what became of them', async () => {
    const key = at('ProjectsV2', { dataAreaId: 'nwus', ProjectId: 'P-1' });
    const reply = await send(
      create('P-1'),
      create('P-1'),
      http(`PATCH ${finance.origin}/data/${key}?cross-company=true`, { ProjectName: 'Other' }),
      http('GET /data/ProjectsV2/$count?cross-company=true'),
    );
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^multipart\/mixed; boundary=batchresponse_/),
    ]);
    expect(statuses(await reply.text())).toEqual([201, 400, 204, 200]);
    expect(await codes()).toEqual(['LEG-1', 'LEG-2', 'P-1']);
  });

  test('a changeset is done whole, each of its answers under the id it was sent with', async () => {
    const text = await (await send(changeset(create('P-1', 1), create('P-2', 2)))).text();
    expect(statuses(text)).toEqual([201, 201]);
    expect([...text.matchAll(/Content-ID: (\d)/g)].map(([, id]) => id)).toEqual(['1', '2']);
    expect(text).toContain('multipart/mixed; boundary=changesetresponse_');
    expect(finance.deeds()).toEqual(['create ProjectsV2', 'create ProjectsV2']);
  });

  test('or not at all: its answer is the one failure, as an error of the server', async () => {
    const text = await (
      await send(changeset(create('P-1', 1), create('LEG-1', 2), create('P-3', 3)), create('P-4'))
    ).text();
    expect(statuses(text)).toEqual([500, 201]);
    expect([...text.matchAll(/Content-ID: (\d)/g)].map(([, id]) => id)).toEqual(['2']);
    expect(text).toContain('The record already exists.');
    expect(await codes()).toEqual(['LEG-1', 'LEG-2', 'P-4']);
    expect(finance.deeds()).toEqual(['create ProjectsV2']);
  });

  test('an arranged refusal is used up by the changeset it fails', async () => {
    finance.act('failNext', { type: 'ProjectsV2', errorCode: '', detail: 'Not today', times: 1 });
    expect(statuses(await (await send(changeset(create('P-1')))).text())).toEqual([500]);
    expect(statuses(await (await send(changeset(create('P-1')))).text())).toEqual([201]);
  });

  test('there is no reading within a changeset', async () => {
    expect(statuses(await (await send(changeset(create('P-1'), http('GET ProjectsV2')))).text())).toEqual([500]);
    expect(await codes()).toEqual(['LEG-1', 'LEG-2']);
  });

  test('a batch needs its boundaries, lines that end as HTTP’s do, and no more than 5,000 operations', async () => {
    const type = { 'content-type': 'multipart/mixed; boundary=outer' };
    const one = lines('--outer', http('GET ProjectsV2'), '--outer--', '');
    const status = async (body: string, headers = type): Promise<number> =>
      (await finance.plainly('POST', '$batch', body, headers)).status;
    expect(await status(one)).toBe(200);
    expect(await status(one.replaceAll('\r\n', '\n'))).toBe(400);
    expect(await status(one, { 'content-type': 'multipart/mixed' })).toBe(400);
    expect(await status(one.replace('GET ', 'LIST '))).toBe(400);
    expect((await send(...Array.from({ length: 5001 }, () => http('GET Companies')))).status).toBe(400);
  });
});
