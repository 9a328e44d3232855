/** A made-up phone for the scripted adbd: what it answers to the commands of an acquisition, and nothing else. */
import { createHash } from "node:crypto";
import type { Answer, FakeFile, FakeScript } from "./fake-adbd.fixture.ts";

export interface PhoneOptions {
  readonly packages: number;
  /** Bytes of all APKs together. */
  readonly bytes: number;
  readonly serial?: string;
  /** Of bugreportz; 1.2 sends the zip, older ones keep it. */
  readonly bugreportz?: string;
  /** Files besides the APKs. */
  readonly files?: Readonly<Record<string, string>>;
  /** Answers that go before those of this phone. */
  readonly more?: (line: string) => Answer | undefined;
  readonly allows?: "yes" | "no";
  readonly features?: readonly string[];
  /** How `find` can be asked: as toybox today, by `stat`, or for names alone. */
  readonly find?: "names" | "printf" | "stat";
}

const BLOCK = 65_536;
const noise = Buffer.from(Array.from({ length: BLOCK }, (_, i) => (i * 2_654_435_761) >>> 24));

/** Content that differs from file to file and block to block, made when it is read. */
export function madeUp(seed: number, size: number): FakeFile {
  return {
    size,
    read(offset, length) {
      const part = new Uint8Array(length);
      for (let n = 0; n < length; ) {
        const at = offset + n;
        const block = Math.floor(at / BLOCK);
        const inside = at % BLOCK;
        const take = Math.min(BLOCK - inside, length - n);
        part.set(noise.subarray(inside, inside + take), n);
        if (inside === 0 && take >= 8) new DataView(part.buffer).setUint32(n, seed * 65_537 + block, true);
        n += take;
      }
      return part;
    },
  };
}

export const textFile = (text: string): FakeFile => {
  const bytes = Buffer.from(text);
  return { size: bytes.length, read: (at, n) => new Uint8Array(bytes.subarray(at, at + n)), modified: 1_773_504_000 };
};

export function digest(file: FakeFile, kind: string): string {
  const hash = createHash(kind);
  for (let at = 0; at < file.size; at += BLOCK) hash.update(file.read(at, Math.min(BLOCK, file.size - at)));
  return hash.digest("hex");
}

const PROPS: Readonly<Record<string, string>> = {
  "ro.build.version.release": "16",
  "ro.product.brand": "example",
  "ro.product.cpu.abi": "arm64-v8a",
  "ro.product.model": "Modelo 1",
  "persist.sys.timezone": "America/Mexico_City",
};

const lines = (all: readonly string[]): string => all.map((l) => `${l}\n`).join("");
/** Words of a command as the phone's shell cuts them: quotes hold. */
const words = (text: string): string[] => [...text.matchAll(/'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2]!);

/** Every record of `find` has what the format asks for. */
function found(path: string, file: FakeFile, format: string): string {
  const times = { T: file.modified ?? 0, C: file.modified ?? 0, A: 0 };
  const values: Readonly<Record<string, string>> = {
    "%T@": `${times.T}.0000000000`,
    "%C@": `${times.C}.0000000000`,
    "%A@": `${times.A}.0000000000`,
    "%Y": String(times.T),
    "%X": "0",
    "%M": "-rw-rw----",
    "%A": "-rw-rw----",
    "%s": String(file.size),
    "%U": format.includes("%T@") ? "10089" : "u0_a89",
    "%u": format.includes("%T@") ? "u0_a89" : "10089",
    "%G": format.includes("%T@") ? "9997" : "everybody",
    "%g": format.includes("%T@") ? "everybody" : "9997",
    "%C": "u:object_r:media_rw_data_file:s0",
    "%p": path,
    "%n": path,
  };
  const zone = format.includes("%T@") ? "u:object_r:media_rw_data_file:s0" : String(times.C);
  return format.replace(/%[TCA]@|%[A-Za-z]/g, (f) => (f === "%Z" ? zone : (values[f] ?? f)));
}

export interface MadePhone {
  readonly script: FakeScript;
  readonly apks: ReadonlyMap<string, FakeFile>;
}

export function madePhone(o: PhoneOptions): MadePhone {
  const apks = new Map<string, FakeFile>();
  const paths = new Map<string, string[]>();
  const each = Math.floor(o.bytes / Math.max(1, o.packages));
  for (let i = 0; i < o.packages; i++) {
    const name = `com.example.app${i}`;
    const folder = i % 3 === 0 ? `/system/app/App${i}` : `/data/app/~~${i}==/${name}-x==`;
    const parts = i % 5 === 4 ? ["base.apk", "split_config.es.apk"] : ["base.apk"];
    paths.set(
      name,
      parts.map((p) => `${folder}/${p}`),
    );
    for (const [k, p] of parts.entries())
      apks.set(`${folder}/${p}`, madeUp(i * 2 + k, Math.floor(each / parts.length)));
  }
  const names = [...paths.keys()];
  const system = new Set(names.filter((_, i) => i % 3 === 0));
  const files = new Map(apks);
  const others = {
    "/data/local/tmp/nota.txt": "un archivo\n",
    "/sdcard/DCIM/raro|nombre\nen dos renglones.jpg": "jpg",
    ...o.files,
  };
  for (const [path, text] of Object.entries(others)) files.set(path, textFile(text));
  const props = { ...PROPS, "ro.serialno": o.serial ?? "FAKE0001" };
  const hashes = new Map<string, string>();
  const hashOf = (path: string, kind: string): string => {
    const key = `${kind} ${path}`;
    if (!hashes.has(key)) hashes.set(key, digest(files.get(path)!, kind));
    return hashes.get(key)!;
  };
  const simple: Readonly<Record<string, string>> = {
    "echo contraluz": "contraluz\n",
    "echo $TMPDIR": "/data/local/tmp\n",
    "echo $EXTERNAL_STORAGE": "/sdcard\n",
    getprop: lines(Object.entries(props).map(([k, v]) => `[${k}]: [${v}]`)),
    env: "ANDROID_DATA=/data\nEXTERNAL_STORAGE=/sdcard\n",
    "ps -A": "USER PID PPID VSZ RSS WCHAN ADDR S NAME\nroot 1 0 1 1 0 0 S init\n",
    "ps -A -w -o PID,PPID,UID,S,LABEL,CMDLINE":
      "PID PPID UID S LABEL CMDLINE\n1 0 0 S u:r:init:s0 /system/bin/init second_stage\n",
    "ls -l /proc/[0-9]*/exe /proc/[0-9]*/cwd 2>/dev/null": "",
    "service list": "Found 1 services:\n0\taccessibility: [android.view.accessibility.IAccessibilityManager]\n",
    getenforce: "Enforcing\n",
    "logcat -d -b all '*:V'": "--------- beginning of main\n",
    "logcat -L -b all '*:V'": "",
    mount: "/dev/block/dm-4 on / type ext4 (ro,seclabel,relatime)\n",
    "cat /proc/mounts": "/dev/block/dm-4 / ext4 ro,seclabel,relatime 0 0\n",
    dumpsys: "DUMP OF SERVICE accessibility:\n",
    "settings get secure advanced_protection_mode": "null\n",
    "bugreportz -s": "PK\u0003\u0004 made up",
    "pm list packages -d": "",
    "pm list packages -s": lines([...system].map((n) => `package:${n}`)),
    "pm list packages -3": lines(names.filter((n) => !system.has(n)).map((n) => `package:${n}`)),
    "pm list packages -u -U -i": lines(
      names.map((n, i) => `package:${n}  installer=com.android.vending uid:${10_000 + i}`),
    ),
  };
  const answer = (line: string): Answer | undefined => {
    const own = o.more?.(line);
    if (own) return own;
    if (Object.hasOwn(simple, line)) return { out: simple[line]! };
    if (line === "bugreportz -v 2>&1") return { out: `${o.bugreportz ?? "1.2"}\n` };
    if (line.startsWith("getprop ")) {
      const asked = line.split(/;\s*/).map((p) => p.slice("getprop ".length));
      return { out: lines(asked.map((p) => props[p as keyof typeof props] ?? "")) };
    }
    if (line.startsWith("cmd settings list ")) return { out: "adb_enabled=1\n" };
    const path = /^for p in (.*); do echo "name=\$p"; pm path "\$p" 2>\/dev\/null; done$/.exec(line);
    if (path) {
      const all = path[1]!.split(" ");
      return { out: lines(all.flatMap((n) => [`name=${n}`, ...(paths.get(n) ?? []).map((p) => `package:${p}`)])) };
    }
    const sums = /^for f in (.*); do stat -c 'size %s %n' "\$f" 2>\/dev\/null; (.*); done$/.exec(line);
    if (sums) {
      const kinds = [...sums[2]!.matchAll(/(md5|sha1|sha256|sha512)sum "\$f"/g)].map((m) => m[1]!);
      const known = words(sums[1]!).filter((f) => files.has(f));
      const rows = known.map((f) => [`size ${files.get(f)!.size} ${f}`, ...kinds.map((k) => `${hashOf(f, k)}  ${f}`)]);
      return { out: lines(rows.flat()) };
    }
    if (/^for n in [\w. ]+; do which -a \$n 2>\/dev\/null; done$/.test(line)) return { out: "/system/xbin/su\n" };
    const find = /^find (?:'([^']*)'|(\S+)) ?(.*?) 2>\/dev\/null$/.exec(line);
    if (!find) return undefined;
    const [top, rest] = [find[1] ?? find[2]!, find[3]!];
    const printf = /-printf '([^']*)\\n'/.exec(rest)?.[1];
    const stat = /-exec stat -c '([^']*)'/.exec(rest)?.[1];
    const how = o.find ?? "printf";
    if ((printf && how !== "printf") || (stat && how === "names")) return { err: "find: bad arg\n", exit: 1 };
    const format = printf ?? stat ?? "%p";
    if (top === "/system/bin") return { out: `${found("/system/bin", textFile(""), format)}\n` };
    if (rest.includes("-maxdepth 1")) return { out: "" };
    const below = [...files].filter(([p]) => p.startsWith(top));
    return { out: lines(below.map(([p, f]) => found(p, f, format))) };
  };
  const { allows, features } = o;
  return {
    apks,
    script: { command: answer, files, ...(allows ? { allows } : {}), ...(features ? { features } : {}) },
  };
}
