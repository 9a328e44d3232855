/**
 * Files of the phone that its shell may see, as AndroidQF's `files.json`, and lists of single folders.
 *
 * toybox's `find -printf` (Android 11 and newer) or `stat -c` give what AndroidQF's collector gives, without a program that is put
 * on the phone. A record begins with `//`: no name holds a slash, so no name of a file can begin one.
 * @module
 */
import { LIMITS, SILENCE } from "./limits.ts";
import { oneLine } from "./names.ts";
import { ask, attempt, fell, type Session, writing } from "./session.ts";
import { quoted, runShell } from "./shell.ts";

/** Folders of AndroidQF's list; `/` itself without what lies deeper. */
const ROOTS: readonly string[] = [
  "/sdcard/",
  "/system/",
  "/system_ext/",
  "/vendor/",
  "/cust/",
  "/product/",
  "/apex/",
  "/data/local/tmp/",
  "/data/media/0/",
  "/data/misc/radio/",
  "/data/vendor/secradio/",
  "/data/log/",
  "/tmp/",
  "/data/data/",
];

/** Fields of a record, in order: times in seconds, mode, size, owner, context if it is told, path. */
const PRINTF = "//%T@|%C@|%A@|%M|%s|%U|%u|%G|%g|%Z|%p\\n";
const STAT = "//%Y|%Z|%X|%A|%s|%u|%U|%g|%G|%C|%n";
const HOWS: readonly ((what: string) => string)[] = [
  (what) => `find ${what} -printf '${PRINTF}' 2>/dev/null`,
  (what) => `find ${what} -printf '${PRINTF.replace("%Z", "")}' 2>/dev/null`,
  (what) => `find ${what} -exec stat -c '${STAT}' {} + 2>/dev/null`,
  (what) => `find ${what} -exec stat -c '${STAT.replace("%C", "")}' {} + 2>/dev/null`,
];
const NAMES_ONLY = (what: string): string => `find ${what} 2>/dev/null`;
const FIELDS = 11;
const RECORD = /^\/\/\d{1,19}(\.\d{1,12})?\|/;

export interface Listed {
  readonly path: string;
  readonly size: number;
  readonly mode: string;
  readonly user_id: number;
  readonly user_name: string;
  readonly group_id: number;
  readonly group_name: string;
  readonly changed_time: number;
  readonly modified_time: number;
  readonly access_time: number;
  readonly context: string;
}

const whole = (text: string): number => {
  const n = Math.trunc(Number(text));
  return Number.isSafeInteger(n) && n >= 0 ? n : 0;
};

/** One record. Undefined for what is none. A path without anything else is one too (`find` of an old phone). */
export function listedOf(record: string): Listed | undefined {
  const fields = RECORD.test(record) ? record.slice(2).split("|") : undefined;
  if (fields && fields.length < FIELDS) return undefined;
  const [
    modified = "0",
    changed = "0",
    access = "0",
    mode = "",
    size = "0",
    uid = "0",
    user = "",
    gid = "0",
    group = "",
    context = "",
  ] = fields ?? [];
  // The path itself may hold `|`.
  const path = (fields ? fields.slice(FIELDS - 1).join("|") : record).replace(/\/{2,}/g, "/");
  if (!path.startsWith("/") || path.length > 4096) return undefined;
  return {
    path,
    size: whole(size),
    mode,
    user_id: whole(uid),
    user_name: user,
    group_id: whole(gid),
    group_name: group,
    changed_time: whole(changed),
    modified_time: whole(modified),
    access_time: whole(access),
    context: context === "?" ? "" : context,
  };
}

/** Cuts a stream of bytes into records. Lines that begin none belong to the one before: a name may hold line breaks. */
export function recordsOf(give: (record: string) => void | Promise<void>): {
  take(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
} {
  const decoder = new TextDecoder();
  let rest = "";
  let record: string | undefined;
  let named = false;
  const line = async (text: string): Promise<void> => {
    const begins = RECORD.test(text);
    if (begins) named = true;
    if (!begins && named && record !== undefined) {
      if (record.length < 8192) record += `\n${text}`;
      return;
    }
    if (record !== undefined) await give(record);
    record = text;
  };
  return {
    async take(bytes) {
      rest += decoder.decode(bytes, { stream: true });
      const lines = rest.split("\n");
      rest = lines.pop()!;
      // A line without end is no path.
      if (rest.length > 1 << 16) rest = rest.slice(0, 8192);
      for (const l of lines) await line(l);
    },
    async end() {
      if (rest !== "") await line(rest);
      if (record !== undefined) await give(record);
      rest = "";
      record = undefined;
    },
  };
}

/** How this phone can be asked, tried on a folder that every phone has. */
export async function howToList(s: Session): Promise<(what: string) => string> {
  for (const how of HOWS) {
    const text = await ask(s, how("/system/bin -maxdepth 0"));
    if (text !== undefined && listedOf(text.split("\n")[0]!)?.path === "/system/bin" && RECORD.test(text)) return how;
  }
  return NAMES_ONLY;
}

/** Files below one folder, at most so many. */
export async function listFolder(
  s: Session,
  folder: string,
  how: (what: string) => string,
  most: number,
): Promise<Listed[]> {
  const found: Listed[] = [];
  const records = recordsOf((r) => {
    const l = listedOf(r);
    // What no `find` in this folder says is not fetched.
    const odd = !l?.path.startsWith(folder) || l.path.endsWith("/") || l.path.split("/").includes("..");
    if (l && !odd && found.length <= most) found.push(l);
  });
  const text = await ask(s, how(`${quoted(folder)} -type f`), SILENCE.slow);
  await records.take(new TextEncoder().encode(text ?? ""));
  await records.end();
  if (found.length > most) await fell(s, "limit", folder);
  return found.slice(0, most);
}

/** `files.json`: nobody holds the whole list, the phone has half a million files. */
export async function filesJson(s: Session, how: (what: string) => string, more: readonly string[]): Promise<void> {
  const name = "files.json";
  if (s.state.settled(name)) return;
  const file = await writing(s, name, "files");
  const encoder = new TextEncoder();
  let count = 0;
  try {
    const roots = [...new Set([...ROOTS, ...more])];
    for (const root of ["/", ...roots]) {
      const command = how(root === "/" ? "/ -maxdepth 1 -type f" : `${quoted(root)} -type f`);
      await s.log("DEBUG", `shell: ${oneLine(command, 4000)} > ${name}`);
      let block = "";
      const records = recordsOf(async (r) => {
        const l = listedOf(r);
        if (!l || count >= LIMITS.listed) return;
        block += `${count++ === 0 ? "[\n" : ",\n"}${JSON.stringify({ ...l, error: "", sha1: "", sha256: "", sha512: "", md5: "" })}`;
        if (block.length < 1 << 18) return;
        const full = block;
        block = "";
        await file.write(encoder.encode(full));
      });
      const o = {
        most: LIMITS.text,
        silence: s.patience(SILENCE.slow),
        cancel: s.cancel,
        out: (b: Uint8Array) => records.take(b),
      };
      const ran = await attempt(s, () => runShell(s.phone, command, o));
      const failed = typeof ran === "string" ? ran : ran.cut ? "limit" : undefined;
      if (failed) await fell(s, failed, root);
      await records.end();
      if (block !== "") await file.write(encoder.encode(block));
    }
    if (count >= LIMITS.listed) await fell(s, "limit", name);
    await file.write(encoder.encode(count === 0 ? "[]\n" : "\n]\n"));
  } catch (e) {
    await file.drop();
    throw e;
  }
  await file.keep();
}
