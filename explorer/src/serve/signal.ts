/** A value that several parts of the page show: they are drawn again when it changes. */
import { useLayoutEffect, useState } from "preact/hooks";

export interface Signal<T> {
  readonly value: T;
  set(value: T): void;
  listen(listener: () => void): () => void;
}

export function signal<T>(first: T): Signal<T> {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    get value() {
      return value;
    },
    set(next: T) {
      value = next;
      for (const listener of [...listeners]) listener();
    },
    listen(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value, and the part is drawn again whenever it changes. */
export function useSignal<T>(of: Signal<T>): T {
  const [, draw] = useState(0);
  // A layout effect: a change between drawing and listening would go unseen.
  useLayoutEffect(() => of.listen(() => draw((count) => count + 1)) as () => void, [of]);
  return of.value;
}
