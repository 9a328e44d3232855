/** The browser as a Platform. Works in a worker; nothing is stored but encrypted scratch, and nothing is sent. @module */
import type { Platform } from "@contraluz/core";
import { aesCbc } from "./aes.ts";
import { blobAccess } from "./blob.ts";
import { inflate } from "./inflate.ts";
import { opfsScratch } from "./scratch.ts";
import { hasher } from "./sha256.ts";
import { portOf } from "./threads.ts";
import { zoneOffset } from "./zone.ts";

export { blobAccess, type FileAt, fileInput, filesInput, folderInput } from "./blob.ts";
export { type WebFolder, type WebFolderOptions, webFolder } from "./result-folder.ts";
export { portOfLine, portOfWorker } from "./threads.ts";
export { vaultFolder } from "./vault-folder.ts";

/** `worker`: makes a new worker that serves the engine; left out, everything runs in this thread. */
export function webPlatform(o: { readonly worker?: () => Worker } = {}): Platform {
  const { worker } = o;
  return {
    cores: (globalThis.navigator as { hardwareConcurrency?: number } | undefined)?.hardwareConcurrency ?? 1,
    open: async (handle) => blobAccess(handle as Blob),
    sha256: hasher,
    aesCbc,
    inflate,
    scratch: opfsScratch,
    zoneOffset,
    ...(worker ? { spawn: () => portOf(worker()) } : {}),
  };
}
