/**
 * A phone over its cable: what a key is, and how one is let in. Whoever imports this carries the library; the first screen does not.
 * @module
 */
import {
  Adb,
  AdbCommand,
  AdbDaemonTransport,
  type AdbPacketData,
  type AdbPacketInit,
  AdbPacketSerializeStream,
  adbGeneratePublicKey,
} from "@yume-chan/adb";
import { Consumable, ReadableStream, WritableStream } from "@yume-chan/stream-extra";
import type { Cable } from "./usb.ts";

/** What a phone may send ahead of our answers (Android 14 and newer). More than this held back is a phone that keeps no rules. */
const AHEAD = 4 << 20;

/** A private key: PKCS#8, RSA of 2048 bits. */
export type AdbKey = Uint8Array;

/** Makes a key that lives in memory alone. */
export async function newAdbKey(): Promise<AdbKey> {
  const pair = await crypto.subtle.generateKey(
    { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-1" },
    true,
    ["sign"],
  );
  return new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
}

/** The public half as Android writes it into its list of keys (base64, no name). */
export function adbPublicKey(key: AdbKey): string {
  return btoa(String.fromCharCode(...adbGeneratePublicKey(key)));
}

/** What the other side may have under way: bytes that came and were not answered. Throws beyond it. */
function counter(): { came(p: AdbPacketData): void; went(p: AdbPacketInit): void } {
  let ahead = 0;
  return {
    came({ command, payload }) {
      if (command === AdbCommand.Write) ahead += payload.length;
      if (ahead > 4 * AHEAD) throw new Error("the phone sends without waiting");
    },
    went({ command, payload }) {
      if (command !== AdbCommand.Okay) return;
      ahead -= payload.length === 4 ? new DataView(payload.buffer, payload.byteOffset).getUint32(0, true) : ahead;
    },
  };
}

/**
 * Waits for the answer on the phone's screen, until `signal` is aborted; after that the signal means nothing. Rejects where the phone does
 * not let us in; the cable is closed then.
 * @example const adb = await adbCable(await openCable(await chooseUsb()), await newAdbKey());
 */
export async function adbCable(cable: Cable, key: AdbKey, signal?: AbortSignal): Promise<Adb> {
  const stop = (): void => void cable.close();
  const count = counter();
  const readable = new ReadableStream<AdbPacketData>(
    {
      async pull(controller) {
        try {
          const packet = await cable.read();
          count.came(packet);
          controller.enqueue(packet);
        } catch {
          // A cable that was pulled ends the stream; who reads frames knows what is missing.
          stop();
          controller.close();
        }
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
  const serialize = new AdbPacketSerializeStream();
  // That a cable is gone is told by its end, once: the library leaves answers behind that nobody waits for.
  const written = (b: Uint8Array): Promise<void> => cable.write(b).catch(stop);
  serialize.readable
    .pipeTo(new WritableStream<Consumable<Uint8Array>>({ write: (c) => c.tryConsume(written) }))
    .catch(stop);
  const writer = serialize.writable.getWriter();
  const writable = new Consumable.WritableStream<AdbPacketInit>({
    async write(packet) {
      count.went(packet);
      await Consumable.WritableStream.write(writer, packet);
    },
    close: () => writer.close(),
  });
  signal?.addEventListener("abort", stop, { once: true });
  try {
    if (signal?.aborted) throw new Error("called off");
    const transport = await AdbDaemonTransport.authenticate({
      serial: "usb",
      connection: { readable, writable },
      credentialStore: {
        generateKey: () => ({ buffer: key, name: "contraluz" }),
        iterateKeys: () => [{ buffer: key, name: "contraluz" }],
      },
      initialDelayedAckBytes: AHEAD,
    });
    // The library knows of a connection's end by its own calls; the cable is given back with it.
    transport.disconnected.then(stop, stop);
    return new Adb(transport);
  } catch (e) {
    stop();
    throw e;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}
