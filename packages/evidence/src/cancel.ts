/** Giving up soon after somebody asked for it. @module */
import { type Cancel, ContraluzError } from "@contraluz/core";

const POLL_MS = 50;

/** Throws `ContraluzError("cancelled")` once `cancel.aborted`. */
export function stopIfCancelled(cancel: Cancel | undefined): void {
  if (cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
}

/**
 * What `work` gives, or `ContraluzError("cancelled")` soon after `cancel.aborted`, for work that cannot be stopped (a
 * derivation of many rounds, a person who is asked): its outcome then goes to nobody.
 */
export async function untilCancelled<T>(work: Promise<T>, cancel: Cancel | undefined): Promise<T> {
  if (!cancel) return work;
  let done = false;
  const ended = work.then(
    (value) => {
      done = true;
      return () => value;
    },
    (error: unknown) => {
      done = true;
      return (): T => {
        throw error;
      };
    },
  );
  for (;;) {
    const result = await Promise.race([
      ended,
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), POLL_MS)),
    ]);
    if (done && result) return result();
    stopIfCancelled(cancel);
  }
}
