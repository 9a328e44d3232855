/**
 * Programs that run, with their labels, command lines and, where the shell may see them, files: AndroidQF's `processes.json` without
 * its collector. toybox's `ps -o` gives all but the file; `/proc/PID/exe` can be read of programs of the shell's own user, which is where
 * something lies that was started over a cable. Words of a command line come apart at spaces: ps does not say where they end.
 * @module
 */
import { oneLine } from "./names.ts";
import { ask, fell, ownFile, type Session } from "./session.ts";

const NAME = "processes.json";
const COLUMNS = "PID,PPID,UID,S,LABEL,CMDLINE";
const MOST = 100_000;
/** Characters of one command line. */
const LONG = 8192;

export interface Running {
  readonly pid: number;
  readonly ppid: number;
  readonly uid: number;
  readonly filename: string;
  readonly path: string;
  readonly context: string;
  readonly command_line: readonly string[];
  readonly cwd: string;
}

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** One line of `ps`. Undefined for the head and what is none. */
export function runningOf(line: string, links: ReadonlyMap<string, string>): Running | undefined {
  const words = line.trim().slice(0, LONG).split(/\s+/);
  const [pid, ppid, uid] = words.slice(0, 3).map(whole);
  if (pid === undefined || ppid === undefined || uid === undefined || words.length < 6) return undefined;
  const label = words[4]!;
  const command = words.slice(5);
  // A thread of the kernel has a name and no command line.
  const kernel = command.length === 1 ? /^\[(.*)\]$/.exec(command[0]!) : null;
  const first = command[0]!;
  return {
    pid,
    ppid,
    uid,
    filename: `(${kernel?.[1] ?? first.slice(first.lastIndexOf("/") + 1).slice(0, 15)})`,
    path: links.get(`${pid}/exe`) ?? "",
    context: label === "-" ? "" : label,
    command_line: kernel ? [] : command,
    cwd: links.get(`${pid}/cwd`) ?? "",
  };
}

/** `… /proc/12/exe -> /system/bin/sh` of `ls -l`, as `12/exe` → path. */
export function linksOf(text: string): Map<string, string> {
  const links = new Map<string, string>();
  for (const line of text.split("\n")) {
    const at = line.indexOf(" /proc/");
    const arrow = line.indexOf(" -> ", at);
    const name = at < 0 || arrow < 0 ? undefined : line.slice(at + " /proc/".length, arrow);
    if (name !== undefined && /^\d{1,9}\/(exe|cwd)$/.test(name)) links.set(name, line.slice(arrow + 4).trimEnd());
  }
  return links;
}

export async function processes(s: Session): Promise<void> {
  if (s.state.settled(NAME)) return;
  const text = await ask(s, `ps -A -w -o ${COLUMNS}`);
  const links = linksOf((await ask(s, "ls -l /proc/[0-9]*/exe /proc/[0-9]*/cwd 2>/dev/null")) ?? "");
  const found: Running[] = [];
  for (const line of (text ?? "").split("\n")) {
    const r = runningOf(line, links);
    if (r && found.length < MOST) found.push(r);
  }
  if (found.length > 0) return ownFile(s, NAME, "processes", `${JSON.stringify(found, null, 1)}\n`);
  await fell(s, "refused", NAME, oneLine(text ?? ""));
  await s.state.settle(NAME);
}
