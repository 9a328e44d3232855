/**
 * Files of the phone, by adbd's sync service: `RECV`, length and path; then `DATA`, length (at most 64 KiB), bytes …, `DONE`; or
 * `FAIL`, length, message. Numbers are 32 bits, little endian. Source: AOSP `packages/modules/adb/SYNC.TXT`, `file_sync_protocol.h`.
 * Reading leaves the file and its times as they are, but for the access time where the file system keeps one.
 * @module
 */
import { AcquireError } from "./errors.ts";
import { openWatched, type Patience, type Phone, takerOf } from "./phone.ts";

/** SYNC_DATA_MAX. */
const DATA_MOST = 65_536;
const MESSAGE_MOST = 4096;
/** adbd refuses longer paths. */
const PATH_MOST = 1024;

export interface Pulled {
  readonly bytes: number;
  /** Why the phone did not give it, or not all of it. */
  readonly refused?: string;
  readonly cut: boolean;
}

const request = (id: string, body: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(8 + body.length);
  whole.set(new TextEncoder().encode(id));
  new DataView(whole.buffer).setUint32(4, body.length, true);
  whole.set(body, 8);
  return whole;
};

/** Reads one file; `out` gets its bytes, at most `most` of them. Throws AcquireError. */
export async function pull(
  phone: Phone,
  path: string,
  o: Patience & { readonly most: number; readonly out: (bytes: Uint8Array) => void | Promise<void> },
): Promise<Pulled> {
  const name = new TextEncoder().encode(path);
  if (name.length > PATH_MOST || name.length === 0) return { bytes: 0, cut: false, refused: "path too long" };
  const channel = await openWatched(phone, "sync:", o);
  try {
    await channel.write(request("RECV", name));
    const take = takerOf(channel);
    for (let bytes = 0; ; ) {
      const head = await take.exactly(8);
      if (head === undefined) throw new AcquireError("broken");
      const id = new TextDecoder().decode(head.subarray(0, 4));
      let left = new DataView(head.buffer).getUint32(4, true);
      if (id === "DONE") return { bytes, cut: false };
      if (id === "FAIL") {
        const said = left > MESSAGE_MOST ? undefined : await take.exactly(left);
        if (said === undefined) throw new AcquireError("wrong");
        return { bytes, cut: false, refused: new TextDecoder().decode(said) };
      }
      if (id !== "DATA" || left > DATA_MOST) throw new AcquireError("wrong");
      while (left > 0) {
        const part = await take.some(left);
        if (part === undefined) throw new AcquireError("broken");
        left -= part.length;
        const room = Math.min(part.length, o.most - bytes);
        if (room > 0) await o.out(part.subarray(0, room));
        bytes += room;
        if (room < part.length) return { bytes, cut: true };
      }
    }
  } finally {
    channel.close();
  }
}
