import { batchOf, batchType, changeset, http, lines } from '../../core/batch.fixture.js';
import { type Json, openSystem, projectOf, projects, type System } from './system.fixture.js';

describe('$batch of an S/4HANA system', () => {
  let system: System;
  beforeEach(async () => {
    system = await openSystem();
  });
  afterEach(() => system.hosted.close());

  const send = (...parts: string[]): Promise<Response> =>
    system.call('POST', `${projects}/$batch`, batchOf(...parts), batchType);
  const create = (code: string): string => http('POST A_EnterpriseProject', projectOf(code));
  const statuses = async (reply: Response): Promise<unknown[]> =>
    [...(await reply.text()).matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
  const codes = async (): Promise<unknown[]> =>
    (await system.read<Json[]>(`${projects}/A_EnterpriseProject`)).map(({ Project }) => Project);

  test('each changeset and each read is answered for itself, in order, all within 202', async () => {
    const reply = await send(
      changeset(create('PS-1')),
      changeset(create('PS-1')),
      http("GET A_EnterpriseProject?$filter=Project eq 'PS-1'".replaceAll(' eq ', '%20eq%20')),
    );
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      202,
      expect.stringMatching(/^multipart\/mixed; boundary=/),
    ]);
    expect(await statuses(reply)).toEqual([201, 400, 200]);
    expect(await codes()).toEqual(['LEG-1', 'LEG-2', 'PS-1']);
  });

  test('a changeset is done whole or not at all, and answered by its failure alone', async () => {
    const reply = await send(changeset(create('PS-1'), create('PS-2'), create('LEG-1')));
    expect(await statuses(reply)).toEqual([400]);
    expect(await codes()).toEqual(['LEG-1', 'LEG-2']);
    expect(system.journal.entries.filter(({ by }) => by === 'api')).toEqual([]);
    expect(await statuses(await send(changeset(create('PS-1'), create('PS-2'))))).toEqual([201, 201]);
    expect(system.journal.entries.filter(({ by }) => by === 'api')).toHaveLength(2);
  });

  test('changes outside of a changeset and reads within one are refused', async () => {
    expect(await statuses(await send(create('PS-1'), changeset(http('GET A_EnterpriseProject'))))).toEqual([400, 400]);
    expect(await codes()).toEqual(['LEG-1', 'LEG-2']);
  });

  test('a batch needs a token, its boundaries and lines that end as HTTP’s do', async () => {
    const type = { 'content-type': 'multipart/mixed; boundary=outer' };
    const one = lines('--outer', http('GET A_EnterpriseProject'), '--outer--', '');
    const batch = (body: string, headers: Record<string, string>): Promise<Response> =>
      system.call('POST', `${projects}/$batch`, body, headers);
    expect((await batch(one, type)).status).toBe(202);
    expect((await batch(one.replaceAll('\r\n', '\n'), type)).status).toBe(400);
    expect((await batch(one, { 'content-type': 'multipart/mixed' })).status).toBe(400);
    system.session = {};
    expect((await batch(one, type)).status).toBe(403);
  });
});
