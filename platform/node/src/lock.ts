/**
 * A lock file: which process writes. One that its process left behind when it died is none: the process is gone, the computer was started
 * since, or it is this very process and does not hold it. What cannot be known counts as held.
 * @module
 */
import { readFileSync } from "node:fs";
import { link, lstat, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";

const code = (e: unknown): string => String((e as { readonly code?: unknown } | undefined)?.code);

/** Which start of the computer this is; "" where the system does not say. */
function boot(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

/** Locks that this process holds. */
const held = new Set<string>();

/** What the lock says; undefined if there is none. A thing that is no small file is somebody else's, and says nothing. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    const found = await lstat(path);
    return found.isFile() && found.size <= 1000 ? await readFile(path, "utf8") : "?";
  } catch (e) {
    if (code(e) === "ENOENT") return undefined;
    throw e;
  }
}

function alive(text: string, path: string): boolean {
  const m = /^(\d{1,10}) (\S*)(?: (\S+))?\n$/.exec(text);
  // A lock whose writer died before it wrote its number.
  if (!m) return text !== "";
  const [, pid, host, start] = m;
  if (host !== hostname()) return true;
  const now = boot();
  if (start !== undefined && now !== "" && start !== now) return false;
  if (Number(pid) === process.pid) return held.has(path);
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (e) {
    return code(e) === "EPERM";
  }
}

/**
 * Takes a lock of a dead process away. Somebody else may have done so, and hold a new one by now: then that one is put back.
 */
async function takeAway(path: string, stale: string): Promise<void> {
  const aside = `${path}-${process.pid}.new`;
  try {
    await rename(path, aside);
  } catch (e) {
    if (code(e) === "ENOENT") return;
    throw e;
  }
  if ((await textOf(aside)) !== stale) await link(aside, path).catch(() => {});
  await unlink(aside).catch(() => {});
}

/** Keeps others out until what it gives is called; undefined if somebody else is at work. */
export async function takeLock(path: string): Promise<(() => Promise<void>) | undefined> {
  const text = `${process.pid} ${hostname()} ${boot()}`.trimEnd();
  for (let tries = 0; tries < 3; tries++) {
    try {
      await writeFile(path, `${text}\n`, { flag: "wx", mode: 0o600 });
      held.add(path);
      return async () => {
        held.delete(path);
        await unlink(path).catch(() => {});
      };
    } catch (e) {
      if (code(e) !== "EEXIST") throw e;
      const found = await textOf(path);
      if (found === undefined) continue;
      if (alive(found, path)) return undefined;
      await takeAway(path, found);
    }
  }
  return undefined;
}
