/** Problems that are told at once. */
export const mostProblems = 50;

/** One thing that is wrong with a document; lines and columns count from 1. */
export interface Problem {
  message: string;
  line?: number;
  column?: number;
}

/** A document that cannot be judged, with everything that is wrong with it. */
export class Unreadable extends Error {
  constructor(
    readonly document: string,
    readonly problems: readonly Problem[],
  ) {
    super(
      problems
        .map(({ message, line, column }) => [document, line, column].filter(Boolean).join(':') + `: ${message}`)
        .join('\n'),
    );
    this.name = 'Unreadable';
  }
}
