/** A connection of ya-webadb (Tango) as a Phone; only its types are named here, who connects loads it. @module */
import type { Adb } from "@yume-chan/adb";
import { AcquireError } from "./errors.ts";
import type { Channel, Phone } from "./phone.ts";

/** Since Android 7. Older phones cannot tell the end of a command from a lost connection. */
const SHELL_V2 = "shell_v2";

/**
 * @example
 * const phone = phoneOf(await adbServer({ host: "127.0.0.1", port: 5037 }).connect(serial));
 */
export function phoneOf(adb: Pick<Adb, "createSocket" | "deviceFeatures">): Phone {
  if (!adb.deviceFeatures.some((f) => f === SHELL_V2)) throw new AcquireError("too-old");
  return {
    async open(service): Promise<Channel> {
      const socket = await adb.createSocket(service);
      const reader = socket.readable.getReader();
      const writer = socket.writable.getWriter();
      // A socket that is closed rejects what nobody waits for.
      writer.closed.catch(() => {});
      let closed = false;
      return {
        async read() {
          const { done, value } = await reader.read();
          return done ? undefined : value;
        },
        write: (bytes) => writer.write(bytes),
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
