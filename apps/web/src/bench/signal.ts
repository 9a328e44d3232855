/** A value that one part of the bench tells another, without drawing all that lies between them. @module */
import { useEffect, useState } from "preact/hooks";

export class Signal<T> {
  value: T;
  readonly #listeners = new Set<(value: T) => void>();

  constructor(value: T) {
    this.value = value;
  }

  tell(value: T): void {
    this.value = value;
    for (const listener of this.#listeners) listener(value);
  }

  listen(f: (value: T) => void): () => void {
    this.#listeners.add(f);
    return () => void this.#listeners.delete(f);
  }
}

export function useSignal<T>(signal: Signal<T>): T {
  const [value, set] = useState(() => signal.value);
  useEffect(() => {
    set(() => signal.value);
    return signal.listen((v) => set(() => v));
  }, [signal]);
  return value;
}
