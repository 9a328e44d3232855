/**
 * What is asked of a phone, in which order: what passes first comes first, what takes long comes last. Names of files and commands
 * are AndroidQF's, so that its readers read this too. Each command only reads; the bug report alone makes something on the phone
 * (Android 11 and older keep a copy of it, and that is said).
 *
 * Left out on purpose: `/proc/kmsg`, since reading takes the lines away; AndroidQF's collector, since it is put on the phone.
 * @module
 */
import { filesJson, howToList, type Listed, listFolder } from "./files.ts";
import { LIMITS, SILENCE } from "./limits.ts";
import { localPath, oneLine, uniqueNames } from "./names.ts";
import { nameApks, type Package, packagesJson, packagesOf, readPackages } from "./packages.ts";
import { ask, commandFile, fell, ownFile, pulledFile, type Session, type StepId } from "./session.ts";

/** What the phone said of itself; needed by later steps. */
export interface About {
  readonly cpu: string;
  readonly sdcard: string;
  readonly temporary: string;
}

interface Simple {
  readonly step: StepId;
  readonly name: string;
  readonly command: string;
  readonly most?: number;
  readonly silence?: number;
}

const SIMPLE: readonly Simple[] = [
  { step: "processes", name: "processes.txt", command: "ps -A" },
  { step: "logcat", name: "logcat.txt", command: "logcat -d -b all '*:V'", most: LIMITS.logcat },
  { step: "logcat", name: "logcat_old.txt", command: "logcat -L -b all '*:V'", most: LIMITS.logcat },
  { step: "system", name: "getprop.txt", command: "getprop" },
  { step: "system", name: "env.txt", command: "env" },
  { step: "system", name: "services.txt", command: "service list" },
  { step: "system", name: "selinux.txt", command: "getenforce" },
  ...["system", "secure", "global"].map(
    (n) => ({ step: "settings", name: `settings_${n}.txt`, command: `cmd settings list ${n}` }) as const,
  ),
];
const ROOT_BINARIES =
  "su busybox supersu Superuser.apk KingoUser.apk SuperSu.apk magisk magiskhide magiskinit magiskpolicy".split(" ");
const LOGS = [
  "/data/system/uiderrors.txt",
  "/proc/last_kmsg",
  "/sys/fs/pstore/console-ramoops",
  "/data/anr/",
  "/data/log/",
  "/sdcard/log/",
];
/** Bytes of a head and an archive of nothing. */
const EMPTY_BACKUP = 600;
const INTRUSION = "/sdcard/Download/Intrusion Logging/";

const lines = (text: string | undefined): string[] =>
  (text ?? "")
    .split("\n")
    .map((l) => l.trimEnd())
    .filter((l) => l !== "");

export async function simple(s: Session): Promise<void> {
  for (const { name, command, ...o } of SIMPLE) await commandFile(s, name, command, o);
}

/** Programs of a rooted phone on the path, and what is mounted: lists of texts. */
export async function lists(s: Session): Promise<void> {
  if (!s.state.settled("root_binaries.json")) {
    const found = lines(await ask(s, `for n in ${ROOT_BINARIES.join(" ")}; do which -a $n 2>/dev/null; done`));
    await ownFile(s, "root_binaries.json", "system", `${JSON.stringify(found, null, 1)}\n`);
  }
  if (!s.state.settled("mounts.json")) {
    const found = [...lines(await ask(s, "mount")), ...lines(await ask(s, "cat /proc/mounts"))];
    await ownFile(s, "mounts.json", "system", `${JSON.stringify(found, null, 1)}\n`);
  }
}

export async function dumpsys(s: Session): Promise<void> {
  await commandFile(s, "dumpsys.txt", "dumpsys", { step: "dumpsys", silence: SILENCE.slow });
}

/** The packages, and which of their APKs are to be copied; kept as `packages.json` before the first one is. */
export async function packages(s: Session): Promise<Package[]> {
  const name = "packages.json";
  if (s.state.settled(name)) {
    const bytes = await s.shelf.read(name);
    const known = bytes && packagesOf(new TextDecoder().decode(bytes));
    if (known) return known;
  }
  const found = await readPackages(s);
  nameApks(found, s.state.opening.apks);
  if (found.length > 0) await ownFile(s, name, "packages", packagesJson(found));
  return found;
}

export async function apks(s: Session, found: readonly Package[]): Promise<void> {
  const wanted = found.flatMap((p) => p.files).filter((f) => f.local !== "");
  let missing = false;
  let bytes = 0;
  for (const [i, f] of wanted.entries()) {
    const at = { at: i, of: wanted.length };
    const full = bytes >= LIMITS.total;
    if (full) await fell(s, "limit", "apks");
    const there =
      !full && (await pulledFile(s, f.local, f.path, { step: "apks", most: LIMITS.apk, at, sha256: f.sha256 }));
    bytes += s.state.files.get(f.local)?.size ?? 0;
    if (there) continue;
    missing = true;
    f.local = "";
    f.error = "not copied";
  }
  // The list names no file that is not there.
  if (missing) await ownFile(s, "packages.json", "apks", packagesJson(found));
}

/** `bugreportz -v` prints its version, to stderr; `-s` (1.2, Android 12) sends the zip and keeps none; `-p` names the file it left. */
export async function bugreport(s: Session): Promise<void> {
  const [name, step, silence] = ["bugreport.zip", "bugreport", SILENCE.bugreport] as const;
  if (s.state.settled(name)) return;
  const version = /(\d{1,3})\.(\d{1,3})/.exec((await ask(s, "bugreportz -v 2>&1")) ?? "");
  const [major, minor] = [Number(version?.[1] ?? 0), Number(version?.[2] ?? 0)];
  if (major > 1 || (major === 1 && minor >= 2)) {
    await commandFile(s, name, "bugreportz -s", { step, silence, most: LIMITS.bugreport });
    return;
  }
  if (version === null) {
    await fell(s, "not-offered", name);
    return s.state.settle(name);
  }
  s.progress({ step, name, bytes: 0 });
  const said = lines(await ask(s, minor >= 1 ? "bugreportz -p" : "bugreportz", silence));
  const path = said
    .find((l) => l.startsWith("OK:"))
    ?.slice(3)
    .trim();
  if (path === undefined) {
    await fell(s, "refused", name, said.at(-1) ?? "");
    return s.state.settle(name);
  }
  await fell(s, "left", path);
  await pulledFile(s, name, path, { step, most: LIMITS.bugreport });
}

async function pullAll(
  s: Session,
  found: readonly Listed[],
  step: StepId,
  nameOf: (path: string) => string,
): Promise<void> {
  const unique = uniqueNames();
  let bytes = 0;
  for (const [i, f] of found.entries()) {
    const name = unique(nameOf(f.path));
    if (bytes >= LIMITS.folder) return fell(s, "limit", name);
    await pulledFile(s, name, f.path, { step, at: { at: i, of: found.length } });
    bytes += s.state.files.get(name)?.size ?? 0;
  }
}

/** The list of files, then logs and temporary files themselves. */
export async function filesAndLogs(s: Session, about: About): Promise<void> {
  const done = "files and logs";
  if (s.state.settled(done)) return;
  const how = await howToList(s);
  await filesJson(s, how, [about.temporary, about.sdcard]);
  const logs: Listed[] = [];
  for (const folder of LOGS) logs.push(...(await listFolder(s, folder, how, LIMITS.files)));
  await pullAll(s, logs, "logs", (path) => `logs/${localPath(path)}`);
  const temporary = await listFolder(s, about.temporary, how, LIMITS.files);
  await pullAll(s, temporary, "logs", (path) => `tmp/${localPath(path.slice(about.temporary.length))}`);
  await s.state.settle(done);
}

/**
 * Intrusion logs (Android 16, Advanced Protection): only the person can take them down, on the phone; what lies in the folder is
 * copied. `wait`: called where the phone has them and none lies there; true to look again.
 */
export async function intrusion(s: Session, wait: (() => Promise<boolean>) | undefined): Promise<void> {
  const done = "intrusion logs";
  if (s.state.settled(done)) return;
  s.progress({ step: "intrusion", bytes: 0 });
  const mode = (await ask(s, "settings get secure advanced_protection_mode"))?.trim();
  const how = await howToList(s);
  const look = (): Promise<Listed[]> => listFolder(s, INTRUSION, how, LIMITS.files);
  let found = await look();
  while (found.length === 0 && mode === "1" && wait && (await wait())) found = await look();
  if (found.length === 0 && mode === "1") await fell(s, "not-offered", "intrusion_logs");
  await pullAll(s, found, "intrusion", (path) => `intrusion_logs/${localPath(path.slice(INTRUSION.length))}`);
  await s.state.settle(done);
}

/** The phone asks its person again before it gives the messages; `bu` writes to its output, and to nothing else. */
export async function backup(s: Session): Promise<void> {
  if (!s.state.opening.messages) return;
  const command = "bu backup -nocompress com.android.providers.telephony";
  await commandFile(s, "backup.ab", command, {
    nothing: "declined",
    step: "backup",
    silence: SILENCE.confirm,
    most: LIMITS.backup,
  });
  const size = s.state.files.get("backup.ab")?.size;
  // A head and an empty archive: the person said no, or the phone has no messages.
  if (size !== undefined && size < EMPTY_BACKUP) await fell(s, "declined", "backup.ab");
}

const word = (text: string | undefined, otherwise: string): string => {
  const first = oneLine(lines(text)[0] ?? "", 200);
  return /^\/[A-Za-z0-9._/-]*$/.test(first) ? (first.endsWith("/") ? first : `${first}/`) : otherwise;
};

export async function about(s: Session): Promise<About> {
  const cpu = oneLine((await ask(s, "getprop ro.product.cpu.abi")) ?? "", 60);
  return {
    cpu,
    temporary: word(await ask(s, "echo $TMPDIR"), "/data/local/tmp/"),
    sdcard: word(await ask(s, "echo $EXTERNAL_STORAGE"), "/sdcard/"),
  };
}
