import { canaries } from '../../tools/chaos/canaries.js';
import type { Call } from '../../tools/chaos/calls.js';
import type { Evidence } from '../../tools/chaos/evidence.js';
import { invariants } from '../../tools/chaos/invariants.js';

const place = { workspace_id: '20', user_id: '2', role_id: '3' };
const told = { subject_type: 'Resource', custom_field_name: 'Billed minutes' };

/** One project, one entry of an hour at 100.00, charged, invoiced and told; one project given up: all is well. */
const right = (): Evidence => ({
  ledger: [
    row(1, 'netsuite update job', '10', { allowTime: true }),
    row(2, 'kantata create workspace_resource', '30', { workspace_id: '20' }),
    row(3, 'netsuite create timeBill', '40', { memo: 'entry 1' }),
  ],
  records: [
    record('netsuite', 'job', '10', { externalId: 'P-1', allowTime: true }),
    record('netsuite', 'job', '11', { externalId: 'P-2', allowTime: false }),
    record('netsuite', 'currency', '1', { externalId: 'USD' }),
    record('netsuite', 'timeBill', '40', { externalId: 'TE-kantata-50' }),
    record('netsuite', 'invoice', '60', { entity: '10', currency: '1', total: 100 }),
    record('kantata', 'external_references', '70', {
      subject_type: 'Workspace',
      subject_id: '20',
      service_model_ref: 'P-1',
    }),
    record('kantata', 'workspace_resources', '30', place),
    record('kantata', 'custom_field_values', '80', { ...told, subject_id: '30', value: 60 }),
    record('kantata', 'time_entries', '50', {
      ...place,
      approved: true,
      billable: true,
      currency: 'USD',
      rate_in_cents: 10_000,
      time_in_minutes: 60,
      notes: 'entry 1',
    }),
  ],
  effects: [
    { id: 'e', instance: 'netsuite', operation: 'post', status: 'applied', correlationId: 'c', result: { id: '40' } },
  ],
  runs: [{ app: 'process_billing', id: 'r', title: 'Billing', project: 'P-1', state: 'completed', waitingFor: null }],
  exceptions: [],
  lines: [{ reference: 'TE-kantata-50', state: 'posted' }],
  undecided: [],
  outbox: 0,
  deliveries: [{ digest: 'd', state: 'read' }],
  ambiguous: 1,
  calls: [call({})],
  pushes: [{ at: 0, digest: 'd', genuine: true, status: 202 }],
  writings: [{ where: 'a log', text: 'run completed', allows: [] }],
  secrets: ['a-secret-of-some-length'],
  hires: [],
  deals: ['P-1'],
  hours: 1,
  abandoned: ['P-2'],
  amendments: [],
  outages: [{ vendor: 'scim', seconds: 5, wentOn: 1 }],
  requests: [{ key: 'k', answers: ['{}', '{}'], otherWords: 422, effects: 1 }],
  replay: { retried: [], raised: [], ledger: [], events: 1, isQuiet: true },
  audits: [{ schema: 'process_billing', problem: null }],
  collapses: [],
});

function row(position: number, what: string, id: string, data: object) {
  const [simulator, operation, entity] = what.split(' ') as [string, string, string];
  const ids = { by: 'api', correlationId: 'c', effectId: 'e' };
  return { position, at: '', simulator, operation, entity, id, ...ids, data: data as Record<string, unknown> };
}

function record(simulator: string, collection: string, id: string, data: Record<string, unknown>) {
  return { simulator, collection, id, data };
}

function call(facts: Partial<Call>): Call {
  const ids = { correlationId: 'c', effectId: 'e' };
  const answer = { status: 200, fault: null, retryAfterMs: null };
  return {
    at: 0,
    endedAt: 1,
    vendor: 'netsuite',
    process: '1',
    method: 'PUT',
    path: '/job',
    ...ids,
    ...answer,
    ...facts,
  };
}

/** The entry has a quarter of an hour more after it was charged: 25.00 on an invoice of their own. */
function amended(evidence: Evidence): Evidence {
  evidence.amendments.push({ entry: '50', minutes: 75 });
  tell(evidence, 75);
  evidence.records.find(({ collection }) => collection === 'time_entries')!.data.time_in_minutes = 75;
  evidence.ledger.push(row(4, 'netsuite create timeBill', '41', { memo: 'amends TE-kantata-50' }));
  evidence.records.push(
    record('netsuite', 'timeBill', '41', { externalId: 'TE-kantata-50.2' }),
    record('netsuite', 'invoice', '61', { entity: '10', currency: '1', total: 25 }),
  );
  evidence.lines.push(
    { reference: 'TE-kantata-50.2', state: 'posted' },
    { reference: 'TE-kantata-50.R', state: 'posted' },
  );
  return evidence;
}

/** The assignment is told its new total. */
const tell = (evidence: Evidence, minutes: number): void =>
  void (evidence.records.find(({ collection }) => collection === 'custom_field_values')!.data.value = minutes);

/** The entry is rejected after it was charged. */
function rejected(evidence: Evidence): Evidence {
  evidence.amendments.push({ entry: '50', minutes: null });
  tell(evidence, 0);
  evidence.records.find(({ collection }) => collection === 'time_entries')!.data.approved = false;
  evidence.records.push(record('netsuite', 'creditMemo', '62', { entity: '10', currency: '1', total: 100 }));
  evidence.lines.push({ reference: 'TE-kantata-50.R', state: 'posted' });
  return evidence;
}

/** Names of the invariants an evidence breaks. */
const broken = (evidence: Evidence): string[] => [
  ...new Set(invariants.filter(({ check }) => check(evidence).length > 0).map(({ name }) => name)),
];

const exception = {
  app: 'process_billing',
  id: 'x',
  code: 'rate-mismatch',
  class: 'K8',
  owner: 'finance-operations',
  remedy: 'correct it',
  state: 'open',
  subjectKind: 'billing-line',
  subjectId: 'TE-kantata-50',
  correlationId: 'c',
};

describe('the invariants of a chaos run', () => {
  it('hold where all is well', () => {
    expect(broken(right())).toEqual([]);
  });

  it('hold where a billed entry was amended, or rejected', () => {
    expect([broken(amended(right())), broken(rejected(right()))]).toEqual([[], []]);
  });

  const of = (collection: string, evidence: Evidence) => evidence.records.find((one) => one.collection === collection)!;

  const job = (evidence: Evidence, project: string) =>
    evidence.records.find(({ collection, data }) => collection === 'job' && data.externalId === project)!;

  const wrongs: [string, string, (evidence: Evidence) => void][] = [
    ['I1', 'an entry is charged twice', (e) => e.records.push({ ...of('timeBill', e), id: '41' })],
    ['I1', 'an entry is not charged', (e) => void (of('timeBill', e).data.externalId = 'TE-kantata-51')],
    ['I1', 'an entry is charged although it waits for a person', (e) => e.exceptions.push(exception)],
    ['I2', 'an invoice is a cent short', (e) => void (of('invoice', e).data.total = 99.99)],
    ['I1', 'an amendment after billing is not charged', (e) => e.amendments.push({ entry: '50', minutes: 75 })],
    ['I1', 'what stands is taken back', (e) => e.lines.push({ reference: 'TE-kantata-50.R', state: 'posted' })],
    ['I1', 'what was amended is not taken back', (e) => void amended(e).lines.pop()],
    ['I1', 'what was rejected is still charged', (e) => void rejected(e).lines.pop()],
    ['I1', 'an amendment is charged twice', (e) => amended(e).records.push({ ...of('timeBill', e), id: '42' })],
    ['I2', 'an amendment is not invoiced', (e) => void amended(e).records.pop()],
    ['I2', 'what was rejected is not credited', (e) => void rejected(e).records.pop()],
    ['I9', 'an audit log was changed', (e) => void (e.audits[0]!.problem = 'position 3 was changed')],
    ['I9', 'nothing was audited', (e) => void (e.audits = [])],
    [
      'I3',
      'the same record was made twice',
      (e) => {
        e.records.push(record('kantata', 'workspace_resources', '31', { workspace_id: '20' }));
        e.ledger.push(row(4, 'kantata create workspace_resource', '31', { workspace_id: '20' }));
      },
    ],
    ['I3', 'a vendor was changed by nobody we know', (e) => void (e.ledger[0]!.effectId = 'another')],
    ['I3', 'what is applied does not exist', (e) => void (e.effects[0]!.result = { id: '99' })],
    ['I4', 'somebody is on a project too early', (e) => void (e.ledger[1]!.position = 0)],
    ['I5', 'a run never ends', (e) => void (e.runs[0]!.state = 'waiting')],
    ['I5', 'a run stopped and nobody is told', (e) => void (e.runs[0]!.state = 'parked')],
    ['I5', 'an outcome is still unknown', (e) => void (e.effects[0]!.status = 'sending')],
    [
      'I5',
      'an event has no outcome',
      (e) => e.undecided.push({ app: 'process_billing', subscription: 's', event: 'v', type: 't', subject: 'u' }),
    ],
    ['I5', 'an event was told to nobody', (e) => void (e.outbox = 1)],
    ['I5', 'a hire never arrived', (e) => e.hires.push('nobody@meridian.example')],
    ['I6', 'a webhook was answered and is not kept', (e) => void (e.deliveries = [])],
    ['I6', 'a webhook with a wrong signature was taken', (e) => void (e.pushes[0]!.genuine = false)],
    ['I7', 'a project that was given up is active', (e) => void (job(e, 'P-2').data.allowTime = true)],
    [
      'I7',
      'the workspace of a project that was given up is open',
      (e) => {
        const reference = { subject_type: 'Workspace', subject_id: '21', service_model_ref: 'P-2' };
        e.records.push(record('kantata', 'external_references', '71', reference));
        e.records.push(record('kantata', 'workspaces', '21', { archived: false }));
      },
    ],
    [
      'I7',
      'a project that was given up is invoiced',
      (e) => e.records.push(record('netsuite', 'invoice', '61', { entity: '11', currency: '1', total: 5 })),
    ],
    ['I8', 'an older total is told last', (e) => void (of('custom_field_values', e).data.value = 30)],
    ['I8', 'no total was ever told', (e) => void (of('custom_field_values', e).data.subject_id = '31')],
    ['I11', 'a key was answered in two ways', (e) => void (e.requests[0]!.answers[1] = '{ }')],
    ['I11', 'a key was never answered', (e) => void (e.requests[0]!.answers = [])],
    ['I11', 'a key had two effects', (e) => void (e.requests[0]!.effects = 2)],
    ['I11', 'a key was answered and nothing done', (e) => void (e.requests[0]!.effects = 0)],
    ['I11', 'other words were taken under a key', (e) => void (e.requests[0]!.otherWords = 201)],
    ['I12', 'a replay changed a vendor', (e) => e.replay!.ledger.push(row(9, 'netsuite create job', '12', {}))],
    [
      'I12',
      'a case that is still open changed a vendor',
      (e) => {
        e.replay!.retried.push({ correlationId: 'c', isOpen: true });
        e.replay!.ledger.push(row(9, 'netsuite create job', '12', {}));
      },
    ],
    ['I12', 'a replay stopped something', (e) => e.replay!.raised.push(exception)],
    ['I12', 'a replay never ends', (e) => void (e.replay!.isQuiet = false)],
    ['I12', 'nothing was replayed', (e) => void (e.replay!.events = 0)],
    ['I13', 'everything stood still while a vendor was away', (e) => void (e.outages[0]!.wentOn = 0)],
    ['I10', 'a write carries no effect id', (e) => e.calls.push(call({ effectId: null }))],
    [
      'I14',
      'a vendor is called before its time',
      (e) => e.calls.push(call({ status: 429, retryAfterMs: 2_000 }), call({ at: 1_500 })),
    ],
    ['I15', 'a salary is in a log', (e) => void (e.writings[0]!.text = `pay ${canaries.pay}`)],
    ['I15', 'a credential is in a log', (e) => void (e.writings[0]!.text = e.secrets[0]!)],
    ['I17', 'an exception is nobody’s', (e) => e.exceptions.push({ ...exception, state: 'settled', owner: null })],
  ];

  it('lets what was mended be done, and what is left of a project be somebody’s work', () => {
    const evidence = right();
    evidence.replay!.retried.push({ correlationId: 'c', isOpen: false });
    evidence.replay!.ledger.push(row(9, 'netsuite create job', '12', {}));
    job(evidence, 'P-2').data.allowTime = true;
    evidence.runs.push({ ...evidence.runs[0]!, id: 'u', project: 'P-2', state: 'parked' });
    evidence.exceptions.push({ ...exception, subjectKind: 'run', subjectId: 'u' });
    expect(broken(evidence)).toEqual([]);
  });

  it.each(wrongs)('%s is broken where %s', (name, _what, spoil) => {
    const evidence = right();
    spoil(evidence);
    expect(broken(evidence)).toContain(name);
  });
});
