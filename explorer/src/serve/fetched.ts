/** What a page has asked the server for. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { get, type Query } from "./api.ts";

export interface Fetched<T> {
  value: T | null;
  error: unknown;
  again: () => void;
}

/** Asks when the page is shown and whenever what is asked for changes; an answer that comes too late is dropped. */
export function useFetched<T>(path: string | null, query: Query = {}): Fetched<T> {
  const [state, setState] = useState<{ value: T | null; error: unknown }>({ value: null, error: null });
  const asked = useRef(0);
  const words = JSON.stringify([path, query]);
  const ask = useCallback(() => {
    const number = ++asked.current;
    if (path === null) return;
    get<T>(path, query).then(
      (value) => number === asked.current && setState({ value, error: null }),
      (error: unknown) => number === asked.current && setState((before) => ({ value: before.value, error })),
    );
  }, [words]);
  useEffect(ask, [ask]);
  return { ...state, again: ask };
}

/** Calls again and again while the page is shown. */
export function useEvery(milliseconds: number, call: () => void): void {
  const latest = useRef(call);
  latest.current = call;
  useEffect(() => {
    const timer = setInterval(() => latest.current(), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
}

/** The value as it was when it had stood still for a while. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  const words = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [words, milliseconds]);
  return settled;
}
