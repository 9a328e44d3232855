/**
 * Commands on the phone, by adbd's shell protocol v2: frames of 1 byte id, 4 bytes length (little endian), data; ids 0 stdin,
 * 1 stdout, 2 stderr, 3 exit code (1 byte), 4 close of stdin. Source: AOSP `packages/modules/adb/shell_protocol.h`.
 *
 * Frames are passed on as they come, so that no length of a hostile phone decides how much memory is used.
 * @module
 */
import { AcquireError } from "./errors.ts";
import { openWatched, type Patience, type Phone, takerOf } from "./phone.ts";

const BLOCK = 1 << 20;
/** Bytes of what a command complains of that are kept. */
const COMPLAINT = 4096;
/** Complaints without end are cut like output. */
const NOISE = 16 << 20;
const CLOSE_STDIN = new Uint8Array([4, 0, 0, 0, 0]);

export interface RunOptions extends Patience {
  /** Bytes of output after which the command is ended: no phone has so much to say. */
  readonly most: number;
  /** Takes the output as it comes; the phone waits for it. */
  readonly out: (bytes: Uint8Array) => void | Promise<void>;
}

export interface Ran {
  /** Undefined if the output was cut. */
  readonly exit: number | undefined;
  readonly cut: boolean;
  readonly bytes: number;
  /** The beginning of what it wrote to stderr. */
  readonly complaint: string;
}

/** Runs a command and waits for its end. Throws AcquireError: `broken` if the connection ended before the command did. */
export async function runShell(phone: Phone, command: string, o: RunOptions): Promise<Ran> {
  const channel = await openWatched(phone, `shell,v2,raw:${command}`, o);
  const take = takerOf(channel);
  let [bytes, complained, noise] = [0, 0, 0];
  const complaint = new Uint8Array(COMPLAINT);
  const end = (exit: number | undefined): Ran => ({
    exit,
    cut: exit === undefined,
    bytes,
    complaint: new TextDecoder().decode(complaint.subarray(0, complained)),
  });
  try {
    await channel.write(CLOSE_STDIN);
    for (;;) {
      const head = await take.exactly(5);
      if (head === undefined) throw new AcquireError("broken");
      const id = head[0]!;
      let left = new DataView(head.buffer, head.byteOffset).getUint32(1, true);
      if (id === 3) {
        const code = left === 1 ? await take.exactly(1) : undefined;
        if (code === undefined) throw new AcquireError("wrong");
        return end(code[0]!);
      }
      if (id !== 1 && id !== 2) throw new AcquireError("wrong");
      while (left > 0) {
        const part = await take.some(Math.min(left, BLOCK));
        if (part === undefined) throw new AcquireError("broken");
        left -= part.length;
        if (id === 1) {
          const room = Math.min(part.length, o.most - bytes);
          if (room > 0) await o.out(part.subarray(0, room));
          bytes += room;
          if (room < part.length) return end(undefined);
        } else {
          const room = Math.min(part.length, COMPLAINT - complained);
          complaint.set(part.subarray(0, room), complained);
          complained += room;
          noise += part.length;
          if (noise > NOISE) return end(undefined);
        }
      }
    }
  } finally {
    channel.close();
  }
}

/** Output of a command as text, at most `most` bytes of it. */
export async function shellText(
  phone: Phone,
  command: string,
  o: Patience & { readonly most: number },
): Promise<Ran & { readonly text: string }> {
  const parts: Uint8Array[] = [];
  const ran = await runShell(phone, command, { ...o, out: (b) => void parts.push(b.slice()) });
  const whole = new Uint8Array(ran.bytes);
  let at = 0;
  for (const p of parts) {
    whole.set(p, at);
    at += p.length;
  }
  return { ...ran, text: new TextDecoder().decode(whole) };
}

/** A text as one word of the phone's shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
