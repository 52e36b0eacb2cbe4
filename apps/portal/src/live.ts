import { accessToken } from './session.js';

type Listener = (topics: string[]) => void;

const listeners = new Set<Listener>();
let following = false;

/** Calls back with what changed, as it changes. Where the stream breaks it is taken up again where it was. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  if (!following) void follow();
  return () => listeners.delete(listener);
}

async function follow(): Promise<void> {
  following = true;
  let last = '';
  while (listeners.size > 0) {
    last = await listen(last).catch(() => last);
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
  following = false;
}

const retryMs = 2_000;

/** A browser's own EventSource cannot send a token. Answers the id of the last message once the stream ends. */
async function listen(after: string): Promise<string> {
  let last = after;
  const headers = { authorization: `Bearer ${await accessToken()}`, ...(last && { 'last-event-id': last }) };
  const { body } = await fetch('/v1/live', { headers });
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return last;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks) last = tell(block) ?? last;
  }
}

/** Answers the id of the message. */
function tell(block: string): string | null {
  const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
  if (fields.event === 'changed' && fields.data) {
    const { topics } = JSON.parse(fields.data) as { topics: string[] };
    listeners.forEach((listener) => listener(topics));
  }
  return fields.id ?? null;
}
