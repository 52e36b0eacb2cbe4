import { useCallback, useEffect, useState } from 'react';
import { messageOf } from './api.js';
import { onChange } from './live.js';

export interface Loaded<T> {
  data: T | null;
  error: string | null;
  /** Shows a newer answer that came another way. */
  put: (data: T) => void;
}

/** Changes are told; this is for what no event tells. */
const refreshMs = 15_000;
/** Many changes at once are read once. */
const calmMs = 400;

/** Reads what `key` names, again when something changes; an old answer stays while a new one cannot be had. */
export function useData<T>(read: (key: string) => Promise<T>, key: string): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, 'put'> & { key: string }>({ data: null, error: null, key });
  const put = useCallback((data: T) => setState({ data, error: null, key }), [key]);
  useEffect(() => {
    let current = true;
    let calm: ReturnType<typeof setTimeout> | undefined;
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
    const leave = onChange(() => {
      clearTimeout(calm);
      calm = setTimeout(load, calmMs);
    });
    return () => {
      current = false;
      clearInterval(timer);
      clearTimeout(calm);
      leave();
    };
  }, [read, key]);
  return state.key === key ? { ...state, put } : { data: null, error: null, put };
}
