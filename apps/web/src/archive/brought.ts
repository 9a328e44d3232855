/** Files that the page brought for libraries, in a thread: by name, and handed on to further threads. @module */
import type { Brought } from "./protocol.ts";

export interface Bringing {
  bring(files: Brought): void;
  /** As `Platform.support`. */
  support(name: string): Promise<Uint8Array | undefined>;
  all(): Brought;
}

export function bringing(): Bringing {
  const files: Record<string, Blob> = {};
  return {
    bring: (more) => void Object.assign(files, more),
    async support(name) {
      const blob = Object.hasOwn(files, name) ? files[name] : undefined;
      return blob && new Uint8Array(await blob.arrayBuffer());
    },
    all: () => ({ ...files }),
  };
}
