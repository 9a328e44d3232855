/**
 * A phone that is reached by ADB, as far as this room needs it: services of its adbd, opened by name.
 * Service names: AOSP `packages/modules/adb/SERVICES.TXT` (`shell,v2,raw:COMMAND`, `sync:`).
 * @module
 */
import type { Cancel } from "@contraluz/core";
import { AcquireError } from "./errors.ts";

/** One service, bytes both ways. */
export interface Channel {
  /** The next bytes; undefined at the end. */
  read(): Promise<Uint8Array | undefined>;
  write(bytes: Uint8Array): Promise<void>;
  /** Ends it at once; what was not read is thrown away. */
  close(): void;
}

/** A connection that was let in. Whoever made it closes it. */
export interface Phone {
  /** Rejects if the phone refuses the service, or is gone. */
  open(service: string): Promise<Channel>;
}

/** How long a phone may say nothing, and who may end it all. */
export interface Patience {
  /** Milliseconds without a byte after which a service counts as stuck. */
  readonly silence: number;
  readonly cancel?: Cancel | undefined;
}

const TICK_MS = 100;

/**
 * Rejects what waits on it once the phone said nothing for so long (`AcquireError("stalled")`) or somebody called it off
 * (`"cancelled"`). One timer for a whole channel: a race for every read would keep each of them in memory to the end.
 */
export function watchdog(
  patience: Patience,
  onEnd: () => void,
): { wait<T>(work: Promise<T>): Promise<T>; stop(): void } {
  let ticks = 0;
  let over: Error | undefined;
  let stopped = false;
  let reject: ((e: Error) => void) | undefined;
  const end = (e: Error): void => {
    over = e;
    stopped = true;
    onEnd();
    reject?.(e);
  };
  const tick = (): void => {
    if (stopped) return;
    // What this computer takes to write is not the phone's silence.
    if (reject) ticks++;
    if (patience.cancel?.aborted) end(new AcquireError("cancelled"));
    else if (ticks * TICK_MS > patience.silence) end(new AcquireError("stalled"));
    else setTimeout(tick, TICK_MS);
  };
  setTimeout(tick, TICK_MS);
  return {
    wait: (work) =>
      new Promise((resolve, fail) => {
        if (over) {
          work.catch(() => {});
          return fail(over);
        }
        reject = fail;
        work.then(
          (value) => {
            ticks = 0;
            reject = undefined;
            resolve(value);
          },
          (e: unknown) => {
            reject = undefined;
            fail(over ?? e);
          },
        );
      }),
    stop: () => {
      stopped = true;
    },
  };
}

/** Opens a service under a watchdog. `close` may be called at any time, twice too. */
export async function openWatched(phone: Phone, service: string, patience: Patience): Promise<Channel> {
  if (patience.cancel?.aborted) throw new AcquireError("cancelled");
  let channel: Channel | undefined;
  let gone = false;
  const dog = watchdog(patience, () => {
    gone = true;
    channel?.close();
  });
  const opening = phone.open(service).then((c) => {
    channel = c;
    if (gone) c.close();
    return c;
  });
  try {
    const open = await dog.wait(opening);
    return {
      read: () => dog.wait(open.read()),
      write: (bytes) => dog.wait(open.write(bytes)),
      close() {
        dog.stop();
        open.close();
      },
    };
  } catch (e) {
    dog.stop();
    throw e;
  }
}

/** Bytes of a channel by count: what a frame needs, never more in memory than one block. */
export interface Taker {
  /** Exactly `length` bytes; undefined if it ended before the first; throws `broken` if it ended within them. */
  exactly(length: number): Promise<Uint8Array | undefined>;
  /** At least one byte and at most `most`; undefined at the end. */
  some(most: number): Promise<Uint8Array | undefined>;
}

export function takerOf(channel: Channel): Taker {
  let left: Uint8Array = new Uint8Array(0);
  const some = async (most: number): Promise<Uint8Array | undefined> => {
    while (left.length === 0) {
      const next = await channel.read();
      if (next === undefined) return undefined;
      left = next;
    }
    const part = left.subarray(0, most);
    left = left.subarray(part.length);
    return part;
  };
  return {
    some,
    async exactly(length) {
      const whole = new Uint8Array(length);
      for (let n = 0; n < length; ) {
        const part = await some(length - n);
        if (part === undefined) {
          if (n === 0) return undefined;
          throw new AcquireError("broken");
        }
        whole.set(part, n);
        n += part.length;
      }
      return whole;
    },
  };
}
