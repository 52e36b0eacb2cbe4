import { escapeXml } from './xml.js';

interface Entity {
  __metadata?: { id: string };
}

/** What a caller gets who did not ask for JSON. Only as much of it as shows that it is not JSON. */
export function asAtom(body: object): string {
  const { d, error } = body as {
    d?: { results?: Entity[] } & Entity;
    error?: { code: string; message: { value: string } };
  };
  if (error) {
    const message = `<message xml:lang="en">${escapeXml(error.message.value)}</message>`;
    return `<error xmlns="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><code>${error.code}</code>${message}</error>`;
  }
  const entries = (d?.results ?? (d ? [d] : [])).map(
    ({ __metadata }) => `<entry><id>${escapeXml(__metadata?.id ?? '')}</id></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`;
}
