import { portOf } from '../dist/libs/platform/src/addresses.js';

/** Ends with 0 while the app answers: `node docker/health.mjs [url]`. */
const { APP, BASE_PORT = '4600', PORT = portOf(APP, Number(BASE_PORT)) } = process.env;
const url = process.argv[2] ?? `http://127.0.0.1:${PORT}/live`;
const reply = await fetch(url, { signal: AbortSignal.timeout(4_000) }).catch(() => null);
process.exitCode = reply?.ok ? 0 : 1;
