/** The browser as a Platform. Works in a worker; nothing is stored but encrypted scratch, and nothing is sent. @module */
import type { Platform, WorkerPort } from "@contraluz/core";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { blobAccess } from "./blob.ts";
import { opfsScratch } from "./scratch.ts";

export { fileInput, filesInput } from "./blob.ts";
export { type MemoryFolder, memoryFolder } from "./result-folder.ts";

/**
 * AES-256-CBC without padding through WebCrypto, which always strips PKCS#7: a crafted last block that decrypts to a whole
 * block of padding is appended, so that the plaintext comes back at its full length.
 */
async function aesCbc(key: CryptoKey, iv: Uint8Array, cipher: Uint8Array): Promise<Uint8Array> {
  if (cipher.length === 0) return cipher;
  const last = cipher.slice(cipher.length - 16);
  const padding = await crypto.subtle.encrypt({ name: "AES-CBC", iv: last }, key, new Uint8Array(0));
  const whole = new Uint8Array(cipher.length + 16);
  whole.set(cipher);
  whole.set(new Uint8Array(padding), cipher.length);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv: new Uint8Array(iv) }, key, whole));
}

async function* inflate(kind: "gzip" | "deflate-raw", source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream(kind);
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const pump = (async () => {
    for await (const chunk of source) await writer.write(new Uint8Array(chunk));
    await writer.close();
  })();
  // The reader sees the same failure; this only keeps it from being reported twice.
  pump.catch(() => {});
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await pump;
  } finally {
    await reader.cancel().catch(() => {});
    await writer.abort().catch(() => {});
  }
}

function portOf(worker: Worker): WorkerPort {
  return {
    post: (message, transfer) => worker.postMessage(message, { transfer: [...(transfer ?? [])] }),
    onMessage(f) {
      worker.onmessage = (e) => f(e.data);
    },
    onError(f) {
      worker.onerror = (e) => f(new Error(e.message));
    },
    close: () => worker.terminate(),
  };
}

/** The port of the worker that this code runs in. */
export function portOfWorker(): WorkerPort {
  const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
  return {
    post: (message, transfer) => scope.postMessage(message, { transfer: [...(transfer ?? [])] }),
    onMessage(f) {
      scope.onmessage = (e) => f(e.data);
    },
    onError(f) {
      scope.onmessageerror = () => f(new Error("message could not be read"));
    },
    close: () => scope.close(),
  };
}

/** `worker`: makes a new worker that serves the engine; left out, everything runs in this thread. */
export function webPlatform(o: { readonly worker?: () => Worker } = {}): Platform {
  const { worker } = o;
  return {
    cores: (globalThis.navigator as { hardwareConcurrency?: number } | undefined)?.hardwareConcurrency ?? 1,
    open: async (handle) => blobAccess(handle as Blob),
    sha256() {
      const h = sha256.create();
      return {
        update: (bytes) => {
          h.update(bytes);
        },
        hex: () => bytesToHex(h.digest()),
      };
    },
    aesCbc,
    inflate,
    scratch: opfsScratch,
    ...(worker ? { spawn: () => portOf(worker()) } : {}),
  };
}
