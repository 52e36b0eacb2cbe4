// A dashboard for a terminal: BASE_URL, ISSUER_URL, CLIENT_ID and CLIENT_SECRET in the environment; no package needed.
const {
  BASE_URL = 'http://127.0.0.1:4600',
  ISSUER_URL = 'http://127.0.0.1:4641',
  CLIENT_ID,
  CLIENT_SECRET,
} = process.env;
const shown = [
  'billed-revenue',
  'unbilled-approved-time',
  'revenue-at-risk',
  'straight-through',
  'billing-latency',
  'open-exceptions',
];
const say = (line) => process.stdout.write(`${line}\n`);
const once = process.argv.includes('--once');

async function tokenOf() {
  const reply = await fetch(`${ISSUER_URL}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      resource: 'urn:throughline:experience',
      scope: 'portal.read fields.confidential',
    }),
  });
  if (!reply.ok) throw new Error(`no token: ${await reply.text()}`);
  return (await reply.json()).access_token;
}

const ask = async (path, token, headers = {}) =>
  fetch(`${BASE_URL}${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } });

const worth = ({ unit, amounts, number }) =>
  unit === 'money'
    ? amounts.map(({ amount, currency }) => `${amount} ${currency}`).join('  ') || '-'
    : `${number ?? '-'} ${unit}`;

async function show(token) {
  const { items, asOf, lagSeconds } = await (await ask('/v1/kpis', token)).json();
  say(`\nas of ${asOf}, ${lagSeconds} s behind`);
  for (const kpi of items.filter(({ id }) => shown.includes(id))) say(`${kpi.name.padEnd(40)} ${worth(kpi)}`);
  const detectors = (await (await ask('/v1/detectors', token)).json()).items.filter(({ lit }) => lit);
  for (const { id, name, findings, owner } of detectors) say(`${id.padEnd(4)} ${name}: ${findings}, ${owner}`);
}

for (let last = ''; ;) {
  const token = await tokenOf();
  await show(token);
  if (once) break;
  const stream = await ask('/v1/live', token, last ? { 'last-event-id': last } : {});
  for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) {
    last = /^id: (\d+)$/m.exec(chunk)?.[1] ?? last;
    if (/^event: changed$/m.test(chunk)) await show(token);
  }
}
