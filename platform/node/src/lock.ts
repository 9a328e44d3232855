/**
 * A lock file: which process writes. One that its process left behind when it died is none: the process is gone, the computer was started
 * since, or it is this very process and does not hold it. What cannot be known counts as held.
 * @module
 */
import { readFileSync } from "node:fs";
import { link, lstat, readFile, unlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";

const code = (e: unknown): string => String((e as { readonly code?: unknown } | undefined)?.code);

/** Which start of the computer this is; "" where the system does not say. */
function boot(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

/** Locks that this process holds, and those that it is about to take. */
const held = new Set<string>();
const asking = new Set<string>();

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

/** A name beside the lock that no other writer has; no reader looks at what ends in `.new`. */
let made = 0;
const beside = (path: string): string => `${path}-${process.pid}-${made++}.new`;

/**
 * Makes the lock with its text in it, in one step, so that nobody ever sees one that says nothing; false if there is one. A disk
 * without hard links (a USB stick with FAT) gets it in two steps.
 */
async function make(path: string, text: string): Promise<boolean> {
  const half = beside(path);
  await writeFile(half, text, { flag: "wx", mode: 0o600 });
  try {
    await link(half, path).catch(async (e: unknown) => {
      if (code(e) === "EEXIST") throw e;
      await writeFile(path, text, { flag: "wx", mode: 0o600 });
    });
    return true;
  } catch (e) {
    if (code(e) === "EEXIST") return false;
    throw e;
  } finally {
    await unlink(half).catch(() => {});
  }
}

/**
 * Takes a lock of a dead process away. Several may find it at once, and one of them may hold a new lock by the time that another
 * comes to do so: they take turns by a lock of their own, and each looks again when it is its turn.
 */
async function takeAway(path: string, text: string): Promise<void> {
  const turn = `${path}.turn`;
  if (!(await make(turn, text))) {
    // Its process died in these few lines.
    if (await isLeft(turn)) await unlink(turn).catch(() => {});
    return;
  }
  held.add(turn);
  try {
    if (await isLeft(path)) await unlink(path).catch(() => {});
  } finally {
    held.delete(turn);
    await unlink(turn).catch(() => {});
  }
}

/** Whether there is a lock that nobody holds. On a disk without hard links one may have been made this moment, and be about to say. */
async function isLeft(path: string): Promise<boolean> {
  let found = await textOf(path);
  if (found === "") {
    await setTimeout(200);
    found = await textOf(path);
  }
  return found !== undefined && !alive(found, path);
}

async function take(path: string): Promise<boolean> {
  const text = `${`${process.pid} ${hostname()} ${boot()}`.trimEnd()}\n`;
  for (let tries = 0; tries < 3; tries++) {
    if (await make(path, text)) return true;
    if (await isLeft(path)) await takeAway(path, text);
    else if ((await textOf(path)) !== undefined) return false;
  }
  return false;
}

/** Keeps others out until what it gives is called; undefined if somebody else is at work. */
export async function takeLock(path: string): Promise<(() => Promise<void>) | undefined> {
  if (held.has(path) || asking.has(path)) return undefined;
  asking.add(path);
  try {
    if (!(await take(path))) return undefined;
    held.add(path);
  } finally {
    asking.delete(path);
  }
  return async () => {
    held.delete(path);
    await unlink(path).catch(() => {});
  };
}
