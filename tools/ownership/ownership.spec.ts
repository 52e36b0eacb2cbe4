import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '#kernel';
import { EstateView, loadEstate, loadProposal, Ownership } from '#platform';
import { explain, matrix } from './explain.js';
import { MatrixReplay } from './replay.js';

const exampleFile = 'examples/meridian-consulting/estate.yaml';
const example = readFileSync(exampleFile, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'ownership-'));

const regional = '  - { record: worker, owner: erp, attributes: [cost-centre], regions: [DE] }\n';

function view(rows = ''): EstateView {
  const file = join(folder, 'estate.yaml');
  writeFileSync(file, example.replace('ownership:\n', `ownership:\n${rows}`));
  return new EstateView(loadEstate(file, {}));
}

const first = example.split('\n').indexOf('ownership:') + 2;

describe('explaining a field', () => {
  it('says owner, rule and line, who may write and who receives, for a region', () => {
    expect(explain('worker.costCentre', view(regional), { region: 'DE' })).toEqual([
      'worker.costCentre is part of worker.cost-centre, a group of attributes',
      'for MER-DE',
      '  owner     erp: netsuite',
      `  rule      estate.yaml:${first} (in DE)`,
      '  may write netsuite, and people; others only the first time, and what changes nothing',
      '  receives  netsuite (erp.putEmployee); directory (identity.putAccount); kantata (psa.putPerson); kantata (scheduling.putResource)',
    ]);
  });

  it('tells legal entities apart where their rules differ', () => {
    const said = explain('worker.cost-centre', view(regional), {});
    expect(said.filter((line) => /^for|owner/.test(line))).toEqual([
      'for MER-US',
      '  owner     hr: bamboohr',
      'for MER-DE',
      '  owner     erp: netsuite',
    ]);
  });

  it('says who may tell a step, and what nobody owns', () => {
    expect(explain('worker.hired', view(), {})).toContain('  may tell  bamboohr');
    expect(explain('worker.skills', view(), {})).toContain('  owner     nobody: whoever writes last is right');
  });

  it('names what there is where a word or a region is unknown', () => {
    const remedyOf = (ask: () => unknown): string | undefined => {
      try {
        ask();
        return 'it was understood';
      } catch (error) {
        return Failure.from(error).detail.remedy;
      }
    };
    expect(remedyOf(() => explain('worker.shoe-size', view(), {}))).toContain('worker.cost-centre');
    expect(remedyOf(() => explain('worker.hired', view(), { region: 'FR' }))).toBe(
      'use one of MER-US (US), MER-DE (DE)',
    );
  });
});

it('the matrix says of every row who owns it, where it stands and what holds it', () => {
  const rows = matrix(view(regional)).map((row) => row.split(/\s{2,}/));
  expect(rows).toContainEqual([
    'worker.cost-centre',
    'erp',
    'in DE',
    `estate.yaml:${first}`,
    expect.stringContaining('erp.putEmployee'),
  ]);
  expect(rows).toContainEqual([
    'invoice.paid',
    'erp',
    'everywhere',
    expect.stringMatching(/^estate\.yaml:\d+$/),
    'declared only: no event tells it yet',
  ]);
});

describe('a proposed matrix', () => {
  const proposal = (text: string): Ownership => {
    const file = join(folder, 'proposed.yaml');
    writeFileSync(file, text);
    return new Ownership(loadProposal(file, exampleFile, {}));
  };
  const event = (type: string, instance: string, id: string, data: object) => ({
    id,
    source: `/instances/${instance}`,
    type: `com.throughline.${type}.v1`,
    subject: `${type.split('.')[0]!}/${id}`,
    time: '2026-10-01T09:00:00Z',
    correlationId: 'c-1',
    data: data as Record<string, unknown>,
  });

  it('is held against what was told and what was refused: both are counted, with examples', () => {
    const replaying = new MatrixReplay(
      proposal('ownership:\n  - { record: worker, owner: scheduling, events: [changed] }\n'),
    );
    for (const id of ['1', '2', '3', '4']) replaying.add(event('worker.changed', 'bamboohr', id, { id }));
    const change = { instance: 'kantata', id: '9' };
    const refused = { type: 'com.throughline.worker.changed.v1', change };
    replaying.add({ ...event('change.refused', 'kantata', '9', refused), subject: 'worker/9' });
    replaying.add(event('time.approved', 'kantata', '5', {}));
    replaying.add({ ...event('project.activated', 'x', '6', {}), source: '/apps/process-projects' });
    expect(replaying.judged).toBe(6);
    expect(replaying.differences()).toEqual([
      {
        outcome: 'refused',
        step: 'worker.changed',
        instance: 'bamboohr',
        count: 4,
        examples: ['1', '2', '3'].map((id) => `2026-10-01T09:00:00Z worker/${id}`),
        reason: 'worker.changed belongs to scheduling (kantata) everywhere, not to bamboohr: proposed.yaml:2',
      },
      {
        outcome: 'accepted',
        step: 'worker.changed',
        instance: 'kantata',
        count: 1,
        examples: ['2026-10-01T09:00:00Z worker/9'],
        reason: 'nobody else owns it',
      },
    ]);
  });

  it('changes nothing where it is the matrix that was in force', () => {
    const replaying = new MatrixReplay(proposal(example));
    replaying.add(event('worker.changed', 'bamboohr', '1', {}));
    expect([replaying.judged, replaying.differences()]).toEqual([1, []]);
  });

  it('with mistakes is refused with their lines', () => {
    const broken =
      'ownership:\n  - { record: worker, owner: hr, events: [changed] }\n  - { record: worker, owner: psa, events: [changed] }\n';
    try {
      proposal(broken);
    } catch (error) {
      expect(Failure.from(error).detail.fields).toEqual([
        {
          field: expect.stringMatching(/proposed\.yaml:3 ownership\.1$/),
          message: expect.stringContaining('"worker.changed" already belongs to hr (line 2)'),
        },
      ]);
      return;
    }
    throw new Error('it was accepted');
  });
});
