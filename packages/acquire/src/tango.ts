/** A connection of ya-webadb (Tango) as a Phone; only its types are named here, who connects loads it. @module */
import type { Adb } from "@yume-chan/adb";
import { AcquireError } from "./errors.ts";
import type { Channel, Phone } from "./phone.ts";

/** Since Android 7. Older phones cannot tell the end of a command from a lost connection. */
const SHELL_V2 = "shell_v2";

/** Work that ends with the connection: the library leaves what was being opened or written waiting for ever. */
function untilGone(disconnected: Promise<unknown>): <T>(work: PromiseLike<T>) => Promise<T> {
  const waiting = new Set<(e: Error) => void>();
  let gone = false;
  const end = (): void => {
    gone = true;
    for (const reject of waiting) reject(new AcquireError("broken"));
    waiting.clear();
  };
  disconnected.then(end, end);
  return (work) =>
    new Promise((resolve, reject) => {
      if (!gone) waiting.add(reject);
      work.then(
        (value) => {
          waiting.delete(reject);
          resolve(value);
        },
        (e: unknown) => {
          waiting.delete(reject);
          reject(e);
        },
      );
      if (gone) reject(new AcquireError("broken"));
    });
}

/**
 * Throws `AcquireError("too-old")` if the phone's shell cannot tell how a command ended.
 * @example const phone = phoneOf(await adbDirect({ host: "192.168.1.20", port: 5555 }, key));
 */
export function phoneOf(adb: Pick<Adb, "createSocket" | "deviceFeatures" | "disconnected">): Phone {
  if (!adb.deviceFeatures.some((f) => f === SHELL_V2)) throw new AcquireError("too-old");
  const alive = untilGone(adb.disconnected);
  return {
    async open(service): Promise<Channel> {
      const socket = await alive(adb.createSocket(service));
      const reader = socket.readable.getReader();
      const writer = socket.writable.getWriter();
      // A socket that is closed rejects what nobody waits for.
      writer.closed.catch(() => {});
      let closed = false;
      return {
        async read() {
          const { done, value } = await alive(reader.read());
          return done ? undefined : value;
        },
        write: (bytes) => alive(writer.write(bytes)),
        close() {
          if (closed) return;
          closed = true;
          // What waits in the queue goes, so that the phone gets its answers and other services go on.
          reader.cancel().catch(() => {});
          Promise.resolve(socket.close()).catch(() => {});
        },
      };
    },
  };
}
