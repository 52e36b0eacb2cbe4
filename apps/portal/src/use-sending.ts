import { useState } from 'react';
import { ApiError, type FieldProblem, messageOf } from './api.js';

export interface Sending {
  busy: boolean;
  /** Why it was not taken, in words for the person who asked. */
  refusal: string | null;
  fields: FieldProblem[];
  /** Sends, and says what came of it. */
  send: <T>(request: Promise<T>, taken: (answer: T) => void) => void;
}

/** Something a person asks for: under way, taken, or refused with what is wrong in which field. */
export function useSending(): Sending {
  const [state, setState] = useState<Omit<Sending, 'send'>>({ busy: false, refusal: null, fields: [] });
  const send: Sending['send'] = (request, taken) => {
    setState({ busy: true, refusal: null, fields: [] });
    request.then(
      (answer) => {
        setState({ busy: false, refusal: null, fields: [] });
        return taken(answer);
      },
      (error: unknown) => {
        const fields = error instanceof ApiError ? error.fields : [];
        setState({ busy: false, refusal: messageOf(error), fields });
      },
    );
  };
  return { ...state, send };
}

/** What is wrong with a field that was sent. */
export const problemOf = (fields: FieldProblem[], name: string): string | null =>
  fields.find(({ field }) => field === name || field.endsWith(`.${name}`))?.message ?? null;
