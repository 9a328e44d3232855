/** Ctrl-C and its kin: the first one ends the work in order, leaving nothing; the next ones do not wait. @module */
import { rmSync } from "node:fs";
import { EXIT } from "./exit.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** What cannot be called off (a password being derived) is left behind after so long (ms). */
const PATIENCE = 700;

let leftBehind = false;

/** Work that cannot be called off (deriving a key) goes on although nobody waits for it. */
export function leaveBehind(): void {
  leftBehind = true;
}

/**
 * Ends the program with the code of a stop. A thread that still derives a key would hold up `process.exit` for half a minute;
 * the signal's own way out does not wait (a shell says 130 of it, too).
 */
export function leave(): never {
  if (leftBehind && process.platform !== "win32") {
    for (const s of SIGNALS) process.removeAllListeners(s);
    process.kill(process.pid, "SIGINT");
  }
  return process.exit(EXIT.cancelled);
}

export interface Interruption {
  readonly signal: AbortSignal;
  abort(): void;
  /** Work, or the end of our patience with it. */
  within<T>(work: Promise<T>): Promise<T>;
  /** No longer listens. */
  end(): void;
}

/** `partial`: the unfinished folder, if there is one, removed at once if the person does not want to wait. */
export function interruption(partial?: string): Interruption {
  const abort = new AbortController();
  const onSignal = (): void => {
    if (!abort.signal.aborted) {
      abort.abort();
      return;
    }
    if (partial !== undefined) rmSync(partial, { recursive: true, force: true });
    leaveBehind();
    leave();
  };
  for (const s of SIGNALS) process.on(s, onSignal);
  return {
    signal: abort.signal,
    abort: () => abort.abort(),
    within(work) {
      const late = new Promise<never>((_, reject) => {
        const give = (): void => {
          setTimeout(() => {
            leaveBehind();
            reject(abort.signal.reason);
          }, PATIENCE).unref();
        };
        if (abort.signal.aborted) give();
        else abort.signal.addEventListener("abort", give, { once: true });
      });
      return Promise.race([work, late]);
    },
    end() {
      for (const s of SIGNALS) process.off(s, onSignal);
    },
  };
}
