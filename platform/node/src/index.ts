/** Node as a Platform: files, hashing, AES, inflate, encrypted scratch, threads. Writes nothing but results and scratch. @module */
import { createDecipheriv, createHash, KeyObject, type webcrypto } from "node:crypto";
import { availableParallelism } from "node:os";
import type { Hasher, Platform } from "@contraluz/core";
import { type HostPath, openFile, plain } from "./file.ts";
import { inflate } from "./inflate.ts";
import { scratch } from "./scratch.ts";
import { spawnThread } from "./threads.ts";

export { readFileStream } from "./file.ts";
export { folderInput, folderInput as inputOf } from "./input.ts";
export { copyStored, forgetResult, resultFolder, storedFolder } from "./result-folder.ts";
export { portOfThread } from "./threads.ts";

function sha256(): Hasher {
  const hash = createHash("sha256");
  return {
    update(bytes) {
      hash.update(bytes);
    },
    hex: () => hash.digest("hex"),
  };
}

const keys = new WeakMap<object, KeyObject>();

async function aesCbc(key: object, iv: Uint8Array, cipher: Uint8Array): Promise<Uint8Array> {
  let secret = keys.get(key);
  if (!secret) keys.set(key, (secret = KeyObject.from(key as webcrypto.CryptoKey)));
  const decipher = createDecipheriv("aes-256-cbc", secret, iv).setAutoPadding(false);
  return plain(decipher.update(cipher));
}

/**
 * The platform. `worker`: the module that a new thread runs; left out, everything runs in this one. `workers`: how many
 * cores to count on (default: those of the machine); 0 spawns none. `scratchFolder`: where unnamed scratch files go.
 * @example const platform = nodePlatform({ worker: new URL("./worker.js", import.meta.url) });
 */
export function nodePlatform(
  o: { readonly worker?: URL; readonly workers?: number; readonly scratchFolder?: string } = {},
): Platform {
  const { worker } = o;
  return {
    cores: Math.max(1, o.workers ?? availableParallelism()),
    open: (handle) => openFile(handle as HostPath),
    sha256,
    aesCbc,
    inflate,
    scratch: () => scratch(o.scratchFolder),
    ...(worker && o.workers !== 0 && { spawn: () => spawnThread(worker) }),
  };
}
