import { askedToWait, type VendorReply } from '#connector';
import { Failure } from '#kernel';

/** The two envelopes in which the product says what is wrong; the second comes from behind the first. */
interface Told {
  confirmMessage?: {
    processMessages?: ProcessMessage[] | null;
    resourceMessages?: { processMessages?: ProcessMessage[] | null }[] | null;
  };
  resourceMessageInfoList?: { processMessageInfoList?: { messageText?: string | null }[] | null }[] | null;
}

interface ProcessMessage {
  userMessage?: { messageTxt?: string | null };
  developerMessage?: { messageTxt?: string | null };
}

/** What the product says is wrong, in its own words; empty where it says nothing. */
export function messagesOf(body: unknown): string[] {
  const told = (typeof body === 'object' && body ? body : {}) as Told;
  const confirmed = [
    ...(told.confirmMessage?.processMessages ?? []),
    ...(told.confirmMessage?.resourceMessages ?? []).flatMap(({ processMessages }) => processMessages ?? []),
  ].map(({ userMessage, developerMessage }) => userMessage?.messageTxt ?? developerMessage?.messageTxt);
  const listed = (told.resourceMessageInfoList ?? [])
    .flatMap(({ processMessageInfoList }) => processMessageInfoList ?? [])
    .map(({ messageText }) => messageText);
  return [...confirmed, ...listed].filter((text): text is string => Boolean(text)).map(saidOnce);
}

/** The product repeats the end of its own sentences: `X is invalid.  X`. */
function saidOnce(text: string): string {
  const [said = '', again = ''] = text.split('.  ');
  return again && said.startsWith(again) ? `${said}.` : text;
}

/** Nothing was written by what ADP refuses with 400: a pay data batch is made whole or not at all. */
export const payDataRefused = 'pay-data-refused';

export function classify(reply: VendorReply): Failure | null {
  const text = `ADP says: ${messagesOf(reply.body).join('; ') || `HTTP ${reply.status}`}`;
  const wait = askedToWait(reply, text);
  if (wait) return wait;
  return reply.status === 400 ? new Failure('rejected', text, { code: payDataRefused }) : null;
}
