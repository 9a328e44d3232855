/** A web worker that does single things, so that a test can compare them with Node. Bundled by `bundle.ts`. @module */
import { ContraluzError } from "@contraluz/core";
import { portOfWorker, vaultFolder, webPlatform } from "@contraluz/platform-web";
import { type Case, outcomeOf, platformSuite, someBytes } from "@contraluz/platform-web/suite.fixture.ts";
import { vaultFolderSuite } from "@contraluz/platform-web/vault-suite.fixture.ts";
import { oddMatches } from "./odd-hosts.ts";
import type { OnDisk, Question } from "./order.ts";
import { textSums } from "./text.ts";

const platform = webPlatform();

async function* pieces(blob: Blob, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += size) yield new Uint8Array(await blob.slice(at, at + size).arrayBuffer());
}

async function hexSum(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...sum].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/** Name of each case, and what was wrong. */
async function runSuite(cases: readonly Case[]): Promise<[string, string][]> {
  const out: [string, string][] = [];
  for (const { name, run } of cases) {
    const wrong = await run().then(
      () => "",
      (e: unknown) => (e instanceof Error ? e.message : String(e)),
    );
    out.push([name, wrong]);
  }
  return out;
}

const FOLDERS = "test-cases";

async function below(name: string, create: boolean): Promise<FileSystemDirectoryHandle> {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDERS, { create: true });
  return root.getDirectoryHandle(name, { create });
}

/** The suite of folders of cases in the origin's own file system. */
async function folderSuite(without: readonly ("move" | "createWritable")[]): Promise<[string, string][]> {
  const { prototype } = FileSystemFileHandle as { prototype: object };
  const before = without.map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)!] as const);
  for (const [name] of before) delete (prototype as { [k: string]: unknown })[name];
  try {
    return await runSuite(vaultFolderSuite((name) => vaultFolder((create) => below(name, create), `test/${name}`)));
  } finally {
    for (const [name, was] of before) Object.defineProperty(prototype, name, was);
    await (await navigator.storage.getDirectory()).removeEntry(FOLDERS, { recursive: true });
  }
}

/** What a thread reads of a file of a case by its reference. */
async function folderFile(): Promise<number> {
  const folder = vaultFolder((create) => below("ref", create), "test/ref");
  await folder.create(
    "evidence/0001/bytes",
    (async function* () {
      yield someBytes(100_000, 5);
    })(),
  );
  const ref = await folder.ref("evidence/0001/bytes");
  const port = webPlatform({ worker: () => new Worker(import.meta.url, { type: "module", name: READER }) }).spawn!();
  const sum = await new Promise<number>((resolve) => {
    port.onMessage((m) => resolve(m as number));
    port.post(ref);
  });
  port.close();
  await (await navigator.storage.getDirectory()).removeEntry(FOLDERS, { recursive: true });
  return sum;
}

/** All names below the origin's root, folders with a slash, and the bytes of files. */
async function stored(): Promise<[string, Blob | undefined][]> {
  const out: [string, Blob | undefined][] = [];
  const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") {
        out.push([`${path}${name}/`, undefined]);
        await walk(handle as FileSystemDirectoryHandle, `${path}${name}/`);
      } else out.push([path + name, await (handle as FileSystemFileHandle).getFile().catch(() => undefined)]);
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return out;
}

/** What lies on disk while scratch holds `someBytes`, and after it was closed. */
async function scratchOnDisk(): Promise<OnDisk> {
  const files = async (): Promise<number> => (await stored()).filter(([name]) => !name.endsWith("/")).length;
  const before = await files();
  const scratch = await platform.scratch();
  await scratch.write(someBytes(2 << 20));
  await scratch.write(someBytes(1000));
  const during = await stored();
  const bytes: Blob[] = during.flatMap(([, blob]) => (blob ? [blob] : []));
  const found = new TextDecoder("latin1").decode(await new Blob(bytes).arrayBuffer());
  await scratch.close();
  return {
    before,
    during: during.map(([name, blob]) => [name.replace(/[0-9a-f]{24}/, "#"), blob?.size ?? 0]),
    plain: found.includes("abcdefghi"),
    after: await files(),
  };
}

/** The codes that scratch rejects with where the browser has none, locks it, or has no more room. */
async function scratchFails(): Promise<string[]> {
  const out: string[] = [];
  const attempt = async (change: object, name: string, value: unknown, f: () => Promise<unknown>): Promise<void> => {
    const before = Object.getOwnPropertyDescriptor(change, name)!;
    Object.defineProperty(change, name, { configurable: true, writable: true, value });
    out.push(
      await f().then(
        () => "no error",
        (e: unknown) => (e instanceof ContraluzError ? `${e.code}: ${e.problem?.found}` : String(e)),
      ),
    );
    Object.defineProperty(change, name, before);
  };
  const refuse = (name: string) => () => Promise.reject(new DOMException("not here", name));
  const make = async (): Promise<void> => (await platform.scratch()).close();
  await attempt(StorageManager.prototype, "getDirectory", refuse("SecurityError"), make);
  await attempt(StorageManager.prototype, "getDirectory", undefined, make);
  await attempt(FileSystemFileHandle.prototype, "createSyncAccessHandle", refuse("NoModificationAllowedError"), make);
  const full = (): never => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  const scratch = await platform.scratch();
  const fill = (): Promise<void> => scratch.write(someBytes(2 << 20));
  await attempt(FileSystemSyncAccessHandle.prototype, "write", full, fill);
  await scratch.close();
  out.push(`${(await stored()).filter(([name]) => !name.endsWith("/")).length} files left`);
  return out;
}

const ECHO = "echo";
const READER = "reader";

/** Messages and errors that come before anybody listens, and a script that is not there. */
async function threads(): Promise<unknown[]> {
  const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));
  const started = webPlatform({ worker: () => new Worker(import.meta.url, { type: "module", name: ECHO }) }).spawn!();
  const missing = webPlatform({ worker: () => new Worker("/nothing.js") }).spawn!();
  const bytes = someBytes(10);
  started.post(bytes, [bytes.buffer]);
  await later();
  const heard: unknown[] = [];
  const error = new Promise<string>((resolve) => missing.onError((e) => resolve(e.message)));
  await new Promise<void>((resolve) =>
    started.onMessage((m) => {
      heard.push(m);
      if (heard.length === 3) resolve();
    }),
  );
  started.close();
  return [...heard, bytes.length, await error];
}

async function reply(q: Question): Promise<unknown> {
  switch (q.ask) {
    case "suite":
      return runSuite(platformSuite(platform, async (bytes) => new Blob([bytes])));
    case "folders":
      return folderSuite(q.without);
    case "folder file":
      return folderFile();
    case "inflate": {
      const { bytes, error } = await outcomeOf(platform, q.kind, pieces(q.bytes ?? new Blob([]), q.pieces));
      return { length: bytes.length, sha256: await hexSum(bytes), error };
    }
    case "hosts":
      return oddMatches();
    case "text":
      return textSums();
    case "leave": {
      const scratch = await platform.scratch();
      await scratch.write(someBytes(3 << 20));
      return "not closed";
    }
    case "scratch":
      return scratchOnDisk();
    case "scratch fails":
      return scratchFails();
    case "threads":
      return threads();
    case "reach":
      return Promise.all(
        q.urls.map((url) =>
          fetch(url, { mode: "no-cors" }).then(
            () => "reached",
            () => "refused",
          ),
        ),
      );
  }
}

const port = portOfWorker();
if (self.name === ECHO) {
  port.post("first");
  port.post("second");
  port.onMessage((m) => port.post((m as Uint8Array).length));
} else if (self.name === READER) {
  port.onMessage(async (ref) => {
    const { handle, size } = ref as { handle: unknown; size: number };
    const bytes = await (await platform.open(handle)).read(0, size);
    port.post(bytes.reduce((n, b) => n + b, 0));
  });
} else {
  port.onMessage(async (q) => {
    port.post(
      await reply(q as Question).then(
        (value) => ({ value }),
        (e: unknown) => ({ error: e instanceof Error ? (e.stack ?? e.message) : String(e) }),
      ),
    );
  });
}
