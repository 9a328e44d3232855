/** Sections of a bug report, damaged in any way: records that hold what they promise, and no exception. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, Moment, Problem } from "@contraluz/core";
import { createRandom, type Random } from "../../../samples/lib/random.ts";
import type { Artifact } from "./artifact.ts";
import { checkRecords, FILE, memory, PHONE } from "./artifacts.fixture.ts";
import { runDumpstate } from "./feeds/dumpstate.ts";
import { ARTIFACTS } from "./index.ts";
import { tombstoneText } from "./tombstone/tombstone.fixture.ts";

const KEY = `QAAAA${"B".repeat(690)}==`;

/** One section a name; lines of the grammars of several versions. */
const BODIES: Readonly<Record<string, string>> = {
  "SYSTEM PROPERTIES":
    "[ro.build.version.release]: [16]\n[persist.sys.timezone]: [America/Mexico_City]\n[x]: [uno\ndos]",
  "PROCESSES AND THREADS": `LABEL      USER  PID  TID PPID VSZ RSS WCHAN ADDR S PRI NI RTPRIO SCH PCY TIME CMD
u:r:x:s0   u0_a1 5000 5000 555 1 1 0 0 S 19 0 - 0 fg 00:00:07 com.ejemplo.app:remote
u:r:x:s0   root  5001 5001 1   1 1 0 0 S 19 0 - 0 fg 00:00:07 /data/local/tmp/x`,
  "CPU INFO":
    "  PID   TID USER  PR  NI[%CPU]S VIRT  RES PCY CMD NAME\n 3000  3000 u0_a12 10 -10 48.3 S 14G 137M fg a com.ejemplo.app",
  NETSTAT: `Active Internet connections (servers and established)
Proto Recv-Q Send-Q Local Address Foreign Address State User Inode PID/Program Name
tcp6 0 0 ::ffff:10.23.4.17:57613 ::ffff:203.0.113.2:443 ESTABLISHED 1010123 226936 1234/com.ejemplo.app`,
  "SYSTEM LOG": `--------- beginning of system
03-14 09:00:01.000  root  2211  2211 I auditd  : type=1400 audit(0.0:918): avc: denied { write } for comm="x" path="/data/local/tmp/x" scontext=u:r:shell:s0 permissive=0
03-14 09:00:04.000  1000  5837  5850 I ActivityManager: Start proc 5837:com.ejemplo.app/u0a68 for service {x}
03-14 09:00:08.000 u0_a99  500   500 D okhttp: --> POST https://c2.ejemplo.net:8443/api http/1.1
03-14 10:11:12.345  1017   684 16027 I keystore2: Successfully unlocked user 10 with biometric 37046212`,
  "EVENT LOG": "03-14 09:00:00.000 1456 1790 I am_proc_start: [0,9000,10123,com.ejemplo.app,service,{x}]",
  "APP SERVICES PLATFORM": "SERVICE x\n  KeyguardUnlockInfo:\n    02-22 04:58:10.000 FAILED attempts=4",
  "CHECKIN NETSTATS":
    "Uid stats:\n  ident=[{type=1}] uid=10123 set=DEFAULT tag=0x0\n    st=1773288000 rb=9 rp=1 tb=9 tp=1 op=0",
  TOMBSTONE: tombstoneText({ old: true }),
  adb: `{\n  debugging_manager={\n    connected_to_adb=true\n    last_key_received=AA:BB\n    user_keys=${KEY} a@b\n\n    keystore=ABX\0\x10\ufffd\ufffd\0\u0003key\u0002\ufffd${KEY} a@b\ufffd\ufffd\ufffd\0\x0elastConnection\0\0\x01\ufffd\x60xY]3\0\x0233\n  }\n}`,
  usb: "{\n  host_manager={\n    connections=[\n      {\n        mode=0\n        timestamp=1771757790031\n        manufacturer=6353\n        product=20199\n      }\n    ]\n  }\n}",
  activity:
    "  * ServiceRecord{3be7ffa u0 com.ejemplo.app/.core.Main}\n    processName=com.ejemplo.app\n    createTime=-1h2m3s456ms x",
  connectivity: "  NetworkAgentInfo{ni{VPN CONNECTED extra: VPN:com.ejemplo.vpn} lp{}}",
  vpn_management: "VPNs:\n  0: com.ejemplo.vpn\n    Active package name: com.ejemplo.vpn",
  settings:
    "GLOBAL SETTINGS (user 0)\n_id:1 name:http_proxy pkg:android value:p.ejemplo.net:8080 default:x defaultSystemSet:true\n_id:4 name:always_on_vpn_app value:com.x.y",
  netstats:
    "Uid stats:\n  ident=[{type=WIFI}] uid=10123 set=FOREGROUND tag=0x0\n    st=1773288000 rb=9 rp=1 tb=9 tp=1 op=0",
  dbinfo:
    '** Database info for pid 1 [com.ejemplo.app] **\nConnection pool for /data/user/0/com.ejemplo.app/databases/x.db:\n  0: [2026-03-13 12:21:44.097] [Pid:(0)]execute took 2ms - succeeded, sql="SELECT 1", path=x',
};

const PIECES = [
  "\0",
  "=",
  "[",
  "]",
  "{",
  "}",
  "(",
  ")",
  ":",
  "://",
  '"',
  "-",
  "\ufffd",
  "\u202e",
  " ",
  "9".repeat(25),
  "x".repeat(6000),
];

function damaged(body: string, r: Random): string {
  let s = body;
  for (let n = r.below(8); n >= 0; n--) {
    const at = r.below(s.length + 1);
    const what = r.below(4);
    if (what === 0) s = s.slice(0, at) + s.slice(at + r.below(40));
    else if (what === 1) s = s.slice(0, at) + PIECES[r.below(PIECES.length)]!.repeat(1 + r.below(3)) + s.slice(at);
    else if (what === 2) s = s.slice(0, at) + s.slice(r.below(s.length + 1)).slice(0, 200) + s.slice(at);
    else s = s.slice(0, at) + (r.below(2) === 0 ? "\n" : "") + s.slice(at + 1);
  }
  return s;
}

const report = (r: Random): string =>
  Object.entries(BODIES)
    .map(([name, body]) => {
      const text = damaged(body, r);
      return /[a-z]/.test(name)
        ? `${"-".repeat(79)}\nDUMP OF SERVICE ${name}:\n${text}\n`
        : `------ ${name} (x) ------\n${text}\n------ 0.01s was the duration of '${name}' ------\n`;
    })
    .join("");

function sound(m: unknown): void {
  if (typeof m === "object" && m !== null && "utc" in m && typeof m.utc === "bigint")
    assert.ok(m.utc > 0n && m.utc < 7_258_118_400_000_000_000n, String((m as Moment).utc));
}

const KNOWN: readonly Artifact<"dumpstate">[] = ARTIFACTS.filter((a) => a.feed === "dumpstate");

test("each section has a reader", () => {
  const wanted = new Set(KNOWN.flatMap((a) => a.where["android-bugreport"]!.want.sections));
  for (const name of Object.keys(BODIES)) assert.ok(wanted.has(name), name);
});

test("200 reports of damaged sections, read by every artifact", async () => {
  const r = createRandom(4711);
  const read = new Map<string, number>();
  for (let n = 0; n < 200; n++) {
    const bytes = new TextEncoder().encode(report(r));
    const records: ArtifactRecord[][] = KNOWN.map(() => []);
    const problem = (p: Problem): void => assert.ok(p.code && p.lost);
    const content = n % 2 === 0;
    const path = "bugreport/dumpstate.txt";
    const parsers = KNOWN.map((a) => a.parse({ acquisition: PHONE, file: FILE, path, content, problem }));
    const subs = KNOWN.map((a, i) => ({
      want: a.where["android-bugreport"]!.want,
      take: (item: Parameters<(typeof parsers)[number]["take"]>[0]) =>
        parsers[i]!.take(item, (x) => void records[i]!.push(x)),
      problem,
    }));
    await runDumpstate(memory(bytes), subs, { file: FILE, path, report: problem });
    for (const [i, a] of KNOWN.entries()) {
      parsers[i]!.end?.((x) => void records[i]!.push(x));
      checkRecords(a, records[i]!, content);
      for (const x of records[i]!) for (const v of [x.at, ...Object.values(x.fields)]) sound(v);
      read.set(a.id, (read.get(a.id) ?? 0) + records[i]!.length);
    }
  }
  // Damage costs something, and not everything.
  for (const id of ["properties", "processes", "settings", "adb-keys", "logcat", "netstat", "tombstone-sections"])
    assert.ok(read.get(`android/${id}`)! > 100, `${id} ${read.get(`android/${id}`)}`);
});
