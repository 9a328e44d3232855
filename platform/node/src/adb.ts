/**
 * Phones over a running adb server, or an adbd that listens on a port. Nothing is looked for: one address that the person named,
 * or the server of this computer. The library is loaded when it is called for.
 *
 * The protocol of adbd: AOSP `packages/modules/adb/protocol.txt`: 24 bytes (command, two arguments, length, sum, magic), then the
 * payload, at most 1 MiB since Android 9.
 * @module
 */
import { webcrypto } from "node:crypto";
import { connect, type OnReadOpts, type Socket } from "node:net";
import type { Adb, AdbPacketData, AdbPacketInit, AdbServerClient } from "@yume-chan/adb";
import type { Consumable } from "@yume-chan/stream-extra";

const HEAD = 24;
const BLOCK = 262_144;
const PAYLOAD_MOST = 1 << 20;
/** What a phone may send ahead of our answers (Android 14 and newer). More than this held back is a phone that keeps no rules. */
const AHEAD = 4 << 20;
const CONNECT_MS = 10_000;

export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** A private key: PKCS#8, RSA of 2048 bits. */
export type AdbKey = Uint8Array;

export interface ServedPhone {
  readonly serial: string;
  readonly state: "device" | "offline" | "unauthorized";
  readonly model?: string | undefined;
}

/** Rejects with the host's error (`ECONNREFUSED`…), or `ETIMEDOUT` when nobody answers. */
function dial(at: HostPort, signal?: AbortSignal, onread?: OnReadOpts): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...at, ...(signal ? { signal } : {}), ...(onread ? { onread } : {}) });
    socket.setTimeout(CONNECT_MS, () => socket.destroy(Object.assign(new Error("timeout"), { code: "ETIMEDOUT" })));
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.setTimeout(0);
      socket.setNoDelay(true);
      // After this an error is the end of the connection, which `close` tells.
      socket.off("error", reject);
      socket.on("error", () => {});
      resolve(socket);
    });
  });
}

/** Blocks of a socket, one at a time: it is paused while nobody asks. */
async function* blocksOf(socket: Socket): AsyncGenerator<Uint8Array> {
  try {
    for await (const b of socket as AsyncIterable<Buffer>) yield new Uint8Array(b.buffer, b.byteOffset, b.length);
  } catch {
    // A connection that broke ends like one that was closed; who reads frames knows what is missing.
  }
}

/**
 * The same into one piece of memory: a block is gone once the next one is asked for. Gigabytes of blocks of their own would wait for
 * the collector.
 */
function reusedBlocks(): { readonly onread: OnReadOpts; of(socket: Socket): AsyncGenerator<Uint8Array> } {
  const buffer = new Uint8Array(BLOCK);
  let [ready, ended]: [number, boolean] = [0, false];
  let wake = (): void => {};
  const callback = (n: number): boolean => {
    ready = n;
    wake();
    return false;
  };
  return {
    onread: { buffer, callback },
    async *of(socket) {
      socket.once("close", () => {
        ended = true;
        wake();
      });
      ended ||= socket.destroyed;
      for (;;) {
        if (ready === 0 && !ended) await new Promise<void>((resolve) => void (wake = resolve));
        if (ready === 0) return;
        const n = ready;
        ready = 0;
        yield buffer.subarray(0, n);
        socket.resume();
      }
    },
  };
}

/**
 * Writes, and waits until it went. Never rejects: that a connection is gone is told by its end, once, and the library leaves
 * answers behind that nobody waits for.
 */
const written = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed || socket.writableEnded) resolve();
    else socket.write(bytes, () => resolve());
  });

/** Makes and shows a key that lives in memory alone. */
export async function newAdbKey(): Promise<AdbKey> {
  const pair = await webcrypto.subtle.generateKey(
    { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-1" },
    true,
    ["sign"],
  );
  return new Uint8Array(await webcrypto.subtle.exportKey("pkcs8", pair.privateKey));
}

/** The public half as Android writes it into its list of keys (base64, no name). Throws on bytes that are no such key. */
export async function adbPublicKey(key: AdbKey): Promise<string> {
  const { adbGeneratePublicKey } = await import("@yume-chan/adb");
  return Buffer.from(adbGeneratePublicKey(key)).toString("base64");
}

/** The adb server of this computer, or of another one. */
export async function adbServer(at: HostPort): Promise<{
  /** `unauthorized`: the question on the phone's screen is open. */
  phones(): Promise<ServedPhone[]>;
  connect(serial: string): Promise<Adb>;
}> {
  const { AdbServerClient } = await import("@yume-chan/adb");
  const { MaybeConsumable, ReadableStream } = await import("@yume-chan/stream-extra");
  const client = new AdbServerClient({
    async connect(options) {
      const socket = await dial(at, options?.signal as AbortSignal | undefined);
      if (options?.unref) socket.unref();
      const blocks = blocksOf(socket);
      const closed = new Promise<undefined>((resolve) => void socket.once("close", () => resolve(undefined)));
      const connection: AdbServerClient.ServerConnection = {
        readable: new ReadableStream<Uint8Array>(
          {
            async pull(controller) {
              const { done, value } = await blocks.next();
              if (done) controller.close();
              else controller.enqueue(value);
            },
            cancel: () => void socket.destroy(),
          },
          { highWaterMark: 0 },
        ),
        writable: new MaybeConsumable.WritableStream<Uint8Array>({ write: (b) => written(socket, b) }),
        closed,
        close: () => void socket.destroy(),
      };
      return connection;
    },
    // Nothing on the phone may call back.
    addReverseTunnel: () => Promise.reject(new Error("no tunnels")),
    removeReverseTunnel() {},
    clearReverseTunnels() {},
  });
  return {
    async phones() {
      const found = await client.getDevices(["device", "offline", "unauthorized"]);
      return found.map(({ serial, state, model }) => ({ serial, state, model }));
    },
    connect: (serial) => client.createAdb({ serial }),
  };
}

/** Packets of a stream of bytes, each copied once. Throws on one that no phone may send, so that its length decides nothing. */
async function* packetsOf(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<AdbPacketData> {
  const head = new Uint8Array(HEAD);
  const view = new DataView(head.buffer);
  let [filled, payload, got]: [number, Uint8Array, number] = [0, new Uint8Array(0), 0];
  for await (const block of blocks) {
    for (let at = 0; at < block.length; ) {
      if (filled < HEAD) {
        const part = block.subarray(at, at + HEAD - filled);
        head.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < HEAD) break;
        const length = view.getUint32(12, true);
        if (length > PAYLOAD_MOST || view.getUint32(20, true) !== (view.getUint32(0, true) ^ 0xffffffff) >>> 0)
          throw new Error("no packet of adbd");
        [payload, got] = [new Uint8Array(length), 0];
      }
      const part = block.subarray(at, at + payload.length - got);
      payload.set(part, got);
      got += part.length;
      at += part.length;
      if (got < payload.length) break;
      filled = 0;
      yield { command: view.getUint32(0, true), arg0: view.getUint32(4, true), arg1: view.getUint32(8, true), payload };
    }
  }
}

/**
 * An adbd that listens on a port (`adb tcpip 5555`); the connection is not encrypted. Waits for the answer on the phone's screen
 * until `signal` is aborted; after that the signal means nothing.
 */
export async function adbDirect(at: HostPort, key: AdbKey, signal?: AbortSignal): Promise<Adb> {
  const { Adb, AdbCommand, AdbDaemonTransport, AdbPacketSerializeStream } = await import("@yume-chan/adb");
  const { Consumable, ReadableStream, WritableStream } = await import("@yume-chan/stream-extra");
  // Only until the phone let us in: what was the patience for its question must not end the work an hour later.
  const trying = new AbortController();
  const giveUp = (): void => trying.abort();
  if (signal?.aborted) giveUp();
  signal?.addEventListener("abort", giveUp, { once: true });
  const blocks = reusedBlocks();
  const socket = await dial(at, trying.signal, blocks.onread);
  const stop = (): void => void socket.destroy();
  /** Bytes that came and were not answered yet. */
  let ahead = 0;
  const packets = packetsOf(blocks.of(socket));
  const readable = new ReadableStream<AdbPacketData>(
    {
      async pull(controller) {
        try {
          const { done, value } = await packets.next();
          if (done) return controller.close();
          if (value.command === AdbCommand.Write) ahead += value.payload.length;
          if (ahead > 4 * AHEAD) throw new Error("the phone sends without waiting");
          controller.enqueue(value);
        } catch (e) {
          stop();
          throw e;
        }
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
  const serialize = new AdbPacketSerializeStream();
  serialize.readable
    .pipeTo(new WritableStream<Consumable<Uint8Array>>({ write: (c) => c.tryConsume((b) => written(socket, b)) }))
    .catch(stop);
  const writer = serialize.writable.getWriter();
  const writable = new Consumable.WritableStream<AdbPacketInit>({
    async write(packet) {
      if (packet.command === AdbCommand.Okay) {
        const { payload } = packet;
        ahead -= payload.length === 4 ? new DataView(payload.buffer, payload.byteOffset).getUint32(0, true) : ahead;
      }
      await Consumable.WritableStream.write(writer, packet);
    },
    close: () => writer.close(),
  });
  try {
    const transport = await AdbDaemonTransport.authenticate({
      serial: `${at.host}:${at.port}`,
      connection: { readable, writable },
      credentialStore: {
        generateKey: () => ({ buffer: key, name: "contraluz" }),
        iterateKeys: () => [{ buffer: key, name: "contraluz" }],
      },
      initialDelayedAckBytes: AHEAD,
    });
    return new Adb(transport);
  } catch (e) {
    stop();
    throw e;
  } finally {
    signal?.removeEventListener("abort", giveUp);
  }
}
