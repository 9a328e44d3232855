/** An AndroidQF folder as a phone: the scripted adbd answers what the folder holds, as the phone that it was taken from did. @module */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, FakeFile, FakeScript } from "@contraluz/acquire/fake-adbd.fixture.ts";

interface Apk {
  readonly path: string;
  readonly sha256: string;
  readonly [hash: string]: unknown;
}
interface Package {
  readonly name: string;
  readonly installer: string;
  readonly uid: number;
  readonly disabled: boolean;
  readonly system: boolean;
  readonly third_party: boolean;
  readonly files: readonly Apk[];
}
interface Listed {
  readonly path: string;
  readonly [field: string]: unknown;
}
interface Running {
  readonly pid: number;
  readonly ppid: number;
  readonly uid: number;
  readonly filename: string;
  readonly path: string;
  readonly context: string;
  readonly command_line: readonly string[];
  readonly cwd: string;
}

const text = (lines: readonly string[]): string => lines.map((l) => `${l}\n`).join("");
const fileOf = (b: Buffer): FakeFile => ({ size: b.length, read: (at, n) => new Uint8Array(b.subarray(at, at + n)) });
/** Words of a command, quotes taken off. */
const words = (line: string): string[] => [...line.matchAll(/'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2]!);

const psLine = (p: Running): string => {
  const command = p.command_line.length > 0 ? p.command_line.join(" ") : `[${p.filename.slice(1, -1)}]`;
  return `${p.pid} ${p.ppid} ${p.uid} S ${p.context || "-"} ${command}`;
};
const links = (p: Running): string[] =>
  (["path", "cwd"] as const).flatMap((k) =>
    p[k] === ""
      ? []
      : [`lrwxrwxrwx 1 s s 0 2026-01-01 00:00 /proc/${p.pid}/${k === "path" ? "exe" : "cwd"} -> ${p[k]}`],
  );

export function livePhone(folder: string): FakeScript {
  const read = (name: string): Buffer => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  };
  const json = <T>(name: string): T => JSON.parse(read(name).toString() || "[]");
  const below = (top: string): string[] =>
    existsSync(join(folder, top))
      ? readdirSync(join(folder, top), { withFileTypes: true, recursive: true })
          .filter((e) => e.isFile())
          .map((e) => join(e.parentPath, e.name).slice(join(folder, top).length + 1))
      : [];
  const packages = json<Package[]>("packages.json");
  const listed = json<Listed[]>("files.json");
  const running = json<Running[]>("processes.json");
  const mounts = json<string[]>("mounts.json");
  const properties = read("getprop.txt").toString();
  const files = new Map<string, FakeFile>();
  const bodies = new Map(
    below("apks").map((n) => [
      createHash("sha256")
        .update(read(`apks/${n}`))
        .digest("hex"),
      n,
    ]),
  );
  const apks = new Map(packages.flatMap((p) => p.files.map((f) => [f.path, f] as const)));
  for (const f of apks.values())
    if (bodies.has(f.sha256)) files.set(f.path, fileOf(read(`apks/${bodies.get(f.sha256)}`)));
  for (const n of below("logs")) files.set(`/${n}`, fileOf(read(`logs/${n}`)));
  for (const n of below("tmp")) files.set(`/data/local/tmp/${n}`, fileOf(read(`tmp/${n}`)));
  const names = (has: (p: Package) => boolean): string => text(packages.filter(has).map((p) => `package:${p.name}`));
  const answers: Readonly<Record<string, () => string | Buffer>> = {
    "echo contraluz": () => "contraluz\n",
    "echo $TMPDIR": () => "/data/local/tmp\n",
    "echo $EXTERNAL_STORAGE": () => "/sdcard\n",
    "ps -A -w -o PID,PPID,UID,S,LABEL,CMDLINE": () => text(["PID PPID UID S LABEL CMDLINE", ...running.map(psLine)]),
    "ls -l /proc/[0-9]*/exe /proc/[0-9]*/cwd 2>/dev/null": () => text(running.flatMap(links)),
    "ps -A": () => read("processes.txt"),
    getprop: () => properties,
    env: () => read("env.txt"),
    "service list": () => read("services.txt"),
    getenforce: () => read("selinux.txt"),
    "logcat -d -b all '*:V'": () => read("logcat.txt"),
    "logcat -L -b all '*:V'": () => read("logcat_old.txt"),
    mount: () => text(mounts.filter((m) => m.includes(" on "))),
    "cat /proc/mounts": () => text(mounts.filter((m) => !m.includes(" on "))),
    dumpsys: () => read("dumpsys.txt"),
    "settings get secure advanced_protection_mode": () => "null\n",
    "bugreportz -v 2>&1": () => "1.2\n",
    "bugreportz -s": () => read("bugreport.zip"),
    "bu backup -nocompress com.android.providers.telephony": () => read("backup.ab"),
    "pm list packages -d": () => names((p) => p.disabled),
    "pm list packages -s": () => names((p) => p.system),
    "pm list packages -3": () => names((p) => p.third_party),
    "pm list packages -u -U -i": () =>
      text(packages.map((p) => `package:${p.name}  installer=${p.installer} uid:${p.uid}`)),
  };
  const record = (f: Listed): string =>
    `//${f.modified_time}.0|${f.changed_time}.0|${f.access_time}.0|${f.mode}|${f.size}|${f.user_id}|${f.user_name}|${f.group_id}|${f.group_name}|${f.context}|${f.path}`;
  const about = { modified_time: 0, changed_time: 0, access_time: 0, mode: "-rw-------", user_id: 0, group_id: 0 };
  const unlisted = (path: string): Listed => ({
    ...about,
    path,
    size: files.get(path)!.size,
    user_name: "root",
    group_name: "root",
    context: "",
  });
  const find = (top: string, rest: string): string => {
    if (top === "/system/bin") return text([record({ ...unlisted(files.keys().next().value!), path: top })]);
    if (rest.includes("maxdepth")) return text(listed.filter((f) => /^\/[^/]+$/.test(f.path)).map(record));
    const all = listed.filter((f) => f.path.startsWith(top) && f.path !== top);
    const known = new Set(all.map((f) => f.path));
    const more = [...files.keys()].filter((p) => p.startsWith(top) && !known.has(p) && !apks.has(p));
    return text([...all, ...more.map(unlisted)].map(record));
  };
  const sums = (f: string): string[] => {
    const apk = apks.get(f);
    return ["md5", "sha1", "sha256", "sha512"].flatMap((k) => (apk?.[k] ? [`${apk[k]}  ${f}`] : []));
  };
  const command = (line: string): Answer | undefined => {
    if (Object.hasOwn(answers, line)) return { out: answers[line]!() };
    if (line.startsWith("getprop ")) {
      const value = (k: string): string =>
        properties
          .split("\n")
          .find((l) => l.startsWith(`[${k}]: `))
          ?.slice(k.length + 5, -1) ?? "";
      return { out: text(line.split(/;\s*/).map((p) => value(p.slice("getprop ".length)))) };
    }
    const settings = /^cmd settings list (\w+)$/.exec(line);
    if (settings) return { out: read(`settings_${settings[1]}.txt`) };
    const paths = /^for p in (.*); do echo "name=/.exec(line);
    if (paths) {
      const of = (n: string): readonly Apk[] => packages.find((p) => p.name === n)?.files ?? [];
      return {
        out: text(paths[1]!.split(" ").flatMap((n) => [`name=${n}`, ...of(n).map((f) => `package:${f.path}`)])),
      };
    }
    const hashes = /^for f in (.*); do stat /.exec(line);
    if (hashes) return { out: text(words(hashes[1]!).flatMap(sums)) };
    if (line.startsWith("for n in ")) return { out: text(json<string[]>("root_binaries.json")) };
    const found = /^find (?:'([^']*)'|(\S+)) ?(.*?) -printf /.exec(line);
    return found ? { out: find(found[1] ?? found[2]!, found[3]!) } : undefined;
  };
  return { command, files };
}
