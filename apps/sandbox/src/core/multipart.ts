/** A part of a multipart body, or the HTTP message within one: its first line if it is a message, headers and body. */
export interface Part {
  headers: Record<string, string>;
  body: string;
}

export interface MultipartReader {
  /** The parts between the boundaries; lines must end as HTTP's do. */
  partsOf: (contentType: string, body: string) => Part[];
  /** Headers up to the empty line, then the body. */
  partOf: (text: string) => Part;
}

/** Reads multipart bodies; what is wrong with one is told in the words of the vendor. */
export function multipartReader(refused: (message: string) => Error): MultipartReader {
  const partsOf = (contentType: string, body: string): Part[] => {
    const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
    if (!boundary) throw refused('The boundary of the multipart body is missing');
    const pieces = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1);
    if (!pieces.pop()?.startsWith('--')) throw refused('The multipart body does not end with its boundary');
    return pieces.map((piece) => partOf(piece.replace(/^\r\n/, '')));
  };
  const partOf = (text: string): Part => {
    const end = `\r\n${text}`.indexOf('\r\n\r\n');
    if (end < 0) throw refused('A part of the multipart body has no empty line after its headers');
    const headers = text
      .slice(0, end)
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => {
        const at = line.indexOf(':');
        return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()];
      });
    return { headers: Object.fromEntries(headers), body: text.slice(end + 2) };
  };
  return { partsOf, partOf };
}

export const multipart = (boundary: string, parts: string[]): string =>
  `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`;
