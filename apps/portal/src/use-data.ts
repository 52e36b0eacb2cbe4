import { useCallback, useEffect, useState } from 'react';
import { messageOf } from './api.js';

export interface Loaded<T> {
  data: T | null;
  error: string | null;
  /** Shows a newer answer that came another way. */
  put: (data: T) => void;
}

const refreshMs = 5_000;

/** Reads what `key` names, now and again and again; an old answer stays while a new one cannot be had. */
export function useData<T>(read: (key: string) => Promise<T>, key: string): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, 'put'> & { key: string }>({ data: null, error: null, key });
  const put = useCallback((data: T) => setState({ data, error: null, key }), [key]);
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
  return state.key === key ? { ...state, put } : { data: null, error: null, put };
}
