import { useEffect, useState } from 'react';
import { ApiError } from './api.js';

export interface Loaded<T> {
  data: T | null;
  error: string | null;
}

const refreshMs = 5_000;

/** Reads what `key` names, now and again and again; an old answer stays while a new one cannot be had. */
export function useData<T>(read: (key: string) => Promise<T>, key: string): Loaded<T> {
  const [state, setState] = useState<Loaded<T> & { key: string }>({ data: null, error: null, key });
  useEffect(() => {
    let current = true;
    const load = (): void => {
      read(key).then(
        (data) => current && setState({ data, error: null, key }),
        (error: unknown) =>
          current &&
          setState((before) => ({ data: before.key === key ? before.data : null, error: messageOf(error), key })),
      );
    };
    load();
    const timer = setInterval(load, refreshMs);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [read, key]);
  return state.key === key ? state : { data: null, error: null };
}

const messageOf = (error: unknown): string =>
  error instanceof ApiError ? error.message : 'Something went wrong in this page.';
