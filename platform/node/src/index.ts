/** Node as a Platform: files, hashing, AES, inflate, encrypted scratch, threads. Writes nothing but results and scratch. @module */
import { createHash, webcrypto } from "node:crypto";
import { availableParallelism } from "node:os";
import type { Hasher, Platform } from "@contraluz/core";
import { type HostPath, openFile } from "./file.ts";
import { inflate } from "./inflate.ts";
import { ocr } from "./ocr/index.ts";
import { scratch } from "./scratch.ts";
import { supportFile } from "./support.ts";
import { spawnThread } from "./threads.ts";
import { zoneOffset } from "./zone.ts";

export { archiveFolder, type HostArchiveFolder } from "./archive-folder.ts";
export {
  DOWNLOAD_LIMITS,
  type Downloaded,
  type DownloadFailure,
  type DownloadLimits,
  type DownloadOptions,
  download,
  type NotDownloaded,
} from "./download.ts";
export { readFileStream } from "./file.ts";
export { folderInput, folderInput as inputOf } from "./input.ts";
export { copyStored, forgetResult, resultFolder, storedFolder } from "./result-folder.ts";
export { askAuthority, STAMP_LIMITS, type StampLimits } from "./stamp.ts";
export { keepHeapSmall, portOfThread, spawnThread, threadServes } from "./threads.ts";
export { mayAsk, trinoWire, WIRE_LIMITS, type Wire, type WireLimits, type WireRequest } from "./trino.ts";
export { vaultFolder } from "./vault-folder.ts";

const { subtle } = webcrypto;

function sha256(): Hasher {
  const hash = createHash("sha256");
  return {
    update(bytes) {
      hash.update(bytes);
    },
    hex: () => hash.digest("hex"),
  };
}

/**
 * By WebCrypto, since the key cannot be exported. It always strips PKCS#7: a last block that decrypts to a whole block of
 * padding is put behind, so that the plaintext comes back at its full length.
 */
async function aesCbc(key: webcrypto.CryptoKey, iv: Uint8Array, cipher: Uint8Array): Promise<Uint8Array> {
  if (cipher.length === 0) return cipher;
  const last = new Uint8Array(cipher.subarray(cipher.length - 16));
  const padding = await subtle.encrypt({ name: "AES-CBC", iv: last }, key, new Uint8Array(0));
  const whole = new Uint8Array(cipher.length + 16);
  whole.set(cipher);
  whole.set(new Uint8Array(padding), cipher.length);
  return new Uint8Array(await subtle.decrypt({ name: "AES-CBC", iv: new Uint8Array(iv) }, key, whole));
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
    aesCbc: (key, iv, cipher) => aesCbc(key as webcrypto.CryptoKey, iv, cipher),
    inflate,
    scratch: () => scratch(o.scratchFolder),
    zoneOffset,
    ocr,
    support: supportFile,
    ...(worker && o.workers !== 0 && { spawn: () => spawnThread(worker) }),
  };
}
