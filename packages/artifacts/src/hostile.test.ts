/** Every artifact on values of every type, in every column and key: records that hold what they promise, and no exception. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, EvidenceFile, Moment, Problem } from "@contraluz/core";
import type { AxmlElement } from "@contraluz/formats/axml/index.ts";
import { readRrc } from "@contraluz/formats/lte-rrc/index.ts";
import { readEps, readLayer3 } from "@contraluz/formats/nas/index.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Row, SqlValue } from "@contraluz/formats/sqlite/index.ts";
import { createRandom, type Random } from "../../../samples/lib/random.ts";
import { checkRecords, FILE } from "./artifacts.fixture.ts";
import { ARTIFACTS, type CaptureItem, type LogItem, type SectionItem, type SqliteItem } from "./index.ts";

const TEXTS = [
  "",
  "hola",
  "https://evil.example/x",
  "mailto:a\u0000@evil.example",
  "/private/var/tmp/x",
  "a/b",
  "\ud800",
  "\u202e\u001b[2J\u0000",
  "__proto__",
  "x".repeat(9000),
  `https://${"u".repeat(9000)}@evil.example/`,
  ".".repeat(9000),
  "LookupDate",
  "PayloadContent",
  "Installed Applications",
];

function scalar(r: Random): SqlValue {
  switch (r.below(9)) {
    case 0:
      return null;
    case 1:
      return r.below(4);
    case 2:
      return (r.below(65_536) * 32_768 + r.below(32_768)) * (r.below(2) === 0 ? 1 : -1);
    case 3:
      return 2n ** 63n - BigInt(r.below(5));
    case 4:
      return [0.5, Number.NaN, Number.POSITIVE_INFINITY, -1e300, 7.3e17, 7.3e8][r.below(6)]!;
    case 5:
      return Uint8Array.from({ length: r.below(40) }, () => r.below(256));
    default:
      return TEXTS[r.below(TEXTS.length)]!;
  }
}

function value(r: Random, depth: number): PlistValue {
  const of = depth < 5 ? r.below(14) : r.below(11);
  if (of < 9) return scalar(r);
  if (of === 9) return { date: [0n, -(10n ** 21n), 10n ** 21n, 1_700_000_000_500_000_000n][r.below(4)]!, seen: "x" };
  if (of === 10) return { uid: r.below(5) };
  if (of === 11) return Array.from({ length: r.below(6) }, () => value(r, depth + 1));
  return new Map(Array.from({ length: r.below(6) }, () => [key(r), value(r, depth + 1)]));
}

const KEYS = [
  "PayloadUUID",
  "PayloadType",
  "ServerURL",
  "InstallDate",
  "SignerCerts",
  "IDStatus",
  "Last Backup Date",
  "Product Type",
  "Applications",
  "PayloadRemovalDisallowed",
];
const key = (r: Random): string => (r.below(3) === 0 ? TEXTS[r.below(TEXTS.length)]! : KEYS[r.below(KEYS.length)]!);

/** What the feed of logs can give: its texts are anybody's. */
function logItem(r: Random, content: boolean): LogItem {
  const t = (): string => TEXTS[r.below(TEXTS.length)]!;
  const some = <T>(v: T): T | undefined => (r.below(3) === 0 ? undefined : v);
  const at: Moment = { boot: { id: t(), ns: BigInt(r.below(1000)) }, seen: "1", precision: "ns" };
  const origin = { file: FILE, at: { offset: 0, length: 1 } };
  const sums = { entries: r.below(9), errors: r.below(2), faults: r.below(2), uuid: some(t()), path: some(t()) };
  const items: readonly LogItem[] = [
    { kind: "image", uuid: t(), path: t(), origin },
    { kind: "launch", at, name: t(), pid: r.below(9), service: t(), reason: t(), origin },
    ...(content ? [{ kind: "message", at, path: t(), pid: some(1), text: t(), origin } as const] : []),
    { kind: "exit", at, service: t(), pid: some(1), signal: t(), by: some(t()), origin },
    { kind: "process", boot: t(), pid: some(1), euid: some(2 ** 32), first: at, last: at, ...sums, origin },
    { kind: "hour", at, ...sums, subsystems: r.below(2) === 0 ? [] : [[t(), 1]], origin },
    {
      kind: "boot",
      boot: t(),
      at,
      first: at,
      last: at,
      entries: 1,
      lost: 0,
      build: t(),
      hardware: t(),
      zone: t(),
      origin,
    },
  ];
  return items[r.below(items.length)]!;
}

/** A message of a mobile network, of bytes that mean nothing. */
function radioItem(
  r: Random,
  at: Moment,
  origin: { file: number; at: { packet: number; offset: number } },
): CaptureItem {
  const bytes = Uint8Array.from({ length: 1 + r.below(60) }, () => r.below(256));
  const base = {
    kind: "radio",
    at,
    packet: 1,
    up: r.below(2) === 0,
    pci: r.below(9),
    earfcn: r.below(9),
    origin,
  } as const;
  const channels = ["BCCH-DL-SCH-Message", "PCCH-Message", "DL-DCCH-Message", "UL-CCCH-Message"];
  const channel = channels[r.below(channels.length)]!;
  if (r.below(2) === 0) {
    const rrc = readRrc(channel, bytes)!;
    return { ...base, generation: "4g", channel, type: rrc.name, rrc };
  }
  const old = r.below(2) === 0;
  bytes[0] = old ? [5, 6, 8, 9][r.below(4)]! : 7;
  const nas = old ? readLayer3(bytes) : readEps(bytes, true);
  return { ...base, generation: old ? "2g" : "4g", channel: "NAS", type: nas?.type ?? "?", ...(nas ? { nas } : {}) };
}

/** What the feed of captures can give. */
function captureItem(r: Random): CaptureItem {
  const t = (): string => TEXTS[r.below(TEXTS.length)]!;
  const some = <T>(v: T): T | undefined => (r.below(3) === 0 ? undefined : v);
  const at: Moment = { boot: { id: "c", ns: BigInt(r.below(1000)) }, seen: "1", precision: "ns" };
  const origin = { file: FILE, at: { packet: 1, offset: 0 } };
  const end = () => ({
    address: r.below(2) === 0 ? "192.0.2.1" : "fe80::1",
    port: r.below(9),
    mac: "02:00:00:00:00:01",
  });
  const envelope = { at, seconds: 5, nanos: 0, packet: 1, offset: 0, from: end(), to: end(), origin };
  const sum = { packets: r.below(9), bytes: r.below(99) };
  const shape = { busySeconds: r.below(3), longestBusy: r.below(3), large: 0.5 };
  const questions = [{ name: t(), type: r.below(70), unicast: false }].slice(r.below(2));
  const records = [{ name: t(), type: 5, ttl: 1, target: t(), length: 4, address: Uint8Array.of(1, 2, 3, 4) }];
  const message = {
    id: 1,
    response: r.below(2) === 0,
    opcode: 0,
    rcode: r.below(5),
    truncated: false,
    questions,
    records,
  };
  const certificate = {
    serial: t(),
    subject: t(),
    issuer: t(),
    names: [t(), t()],
    selfIssued: false,
    sha256: "a",
    sha1: "b",
  };
  const times = { notBefore: r.below(2) * 1e15, notAfter: -r.below(2) * 1e15 };
  const fields = new Map(["host", "server", "user-agent", "www-authenticate"].map((k) => [k, `realm="${t()}`]));
  const head = { protocol: "HTTP/1.1", fields, length: 4 };
  const flow = { client: end(), server: end(), first: at, last: at, seconds: 1, up: sum, down: sum, opened: true };
  const device = {
    mac: "02:00:00:00:00:01",
    local: true,
    addresses: [t()],
    first: at,
    last: at,
    sent: sum,
    received: sum,
  };
  const items: readonly CaptureItem[] = [
    { kind: "dns", ...envelope, over: r.below(2) === 0 ? "udp" : "mdns", message: { ...message, answers: r.below(2) } },
    {
      kind: "tls",
      ...envelope,
      over: "tcp",
      sni: some(t()),
      alpn: [t()],
      ech: true,
      certificates: [{ ...certificate, ...times }],
    } as CaptureItem,
    {
      kind: "http",
      ...envelope,
      head: r.below(2) === 0 ? { ...head, status: 200 } : { ...head, method: "GET", target: t() },
      sdp: t(),
    },
    { kind: "discovery", ...envelope, over: "dhcp", answers: r.below(2) === 0, says: { host: t(), model: t() } },
    {
      kind: "flow",
      number: 1,
      transport: "udp",
      ...flow,
      host: some(t()),
      resolved: some(t()),
      shape,
      packet: 1,
      origin,
    } as CaptureItem,
    { kind: "device", ...device, out: 1, outside: 1, hours: [], shape, packet: 1, origin },
    radioItem(r, at, origin),
    {
      kind: "ble",
      address: "c0:00:00:00:00:01",
      addressKind: "static",
      seen: r.below(3),
      first: at,
      last: at,
      between: [5, 5 + r.below(9000)],
      spans: [[5, 5 + r.below(9000)]],
      name: t(),
      services: [t()],
      makers: [r.below(99_999)],
      connected: r.below(2) === 0,
      ...(r.below(2) === 0 ? { tag: { type: "tile", state: "unknown", minutes: r.below(99) } } : {}),
      packet: 1,
      origin,
    },
    { kind: "position", at, seconds: r.below(9000), latitude: r.below(90), longitude: -r.below(180), origin },
    {
      kind: "end",
      packets: 1,
      bytes: 1,
      links: [],
      cut: 0,
      dropped: 0,
      unset: 0,
      jumps: 0,
      secrets: false,
      counts: {},
      origin,
    },
  ];
  return items[r.below(items.length)]!;
}

const JSON_PATHS = ["alerts.json", "info.json", "sms_detected.json", "safari_history.json", "a/tombstones.json"];
const JSON_KEYS = ["level", "module", "message", "event", "event_time", "matched_indicator", "isodate", "url", "links"];

/** Any value of JSON, under names that MVT gives. */
function json(r: Random, depth: number): unknown {
  const of = depth < 4 ? r.below(9) : r.below(5);
  if (of === 0) return null;
  if (of === 1) return r.below(2) === 0;
  if (of === 2) return r.below(1_000_000) - 1000;
  if (of === 3) return "2024-05-06 07:08:09.123456";
  if (of === 4) return TEXTS[r.below(TEXTS.length)]!;
  if (of < 7) return Array.from({ length: r.below(5) }, () => json(r, depth + 1));
  const names = [...JSON_KEYS, "__proto__", "constructor", "text"];
  const pairs = Array.from({ length: r.below(8) }, () => [names[r.below(names.length)]!, json(r, depth + 1)] as const);
  // As JSON.parse makes it: `__proto__` is a key like others.
  return JSON.parse(`{${pairs.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(",")}}`);
}

/** Parts of the lines that logs and tables of a phone have, put together in any way. */
const WORDS = [
  "USER UID PID COMMAND",
  "After 1.26s, these clients are still here:",
  "\t\tremaining client pid: 73 (/usr/libexec/logd/0D568245-890B-3FB3-B7E9-AD26B2A7BB75)",
  "SIGTERM: [1710236053] All buffers flushed",
  "SIGTERM: [] @99999999999",
  "2024-09-12 14:54:51.000000-0600",
  "Mon Sep  2 05:47:19 2024 [73] <notice> (0x16f) -[X y]: z",
  "09/12/24 14:54:51.000000 pid=1 lockdownd:",
  "{",
  "}",
  '"name": "x",',
  "pid: 73",
  "-1",
  "1e400",
  ...TEXTS,
];
const line = (r: Random): string =>
  Array.from({ length: r.below(4) }, () =>
    r.below(6) === 0 ? JSON.stringify(json(r, 2)) : WORDS[r.below(WORDS.length)]!,
  ).join([" ", "", ",", ": "][r.below(4)]);

/** What one line of intrusion logs could be. */
function eventOf(r: Random): unknown {
  const event = { event_time: json(r, 2), hostname: json(r, 2), ip_addresses: json(r, 2), ip_address: json(r, 2) };
  const type = ["dns_event", "connect_event", "security_event", "x"][r.below(4)]!;
  const tag = ["app_process_start", "package_installed", "tag", "y"][r.below(4)]!;
  const inner = { ...event, package_name: json(r, 2), data: json(r, 1), [tag]: json(r, 0) };
  return r.below(5) === 0 ? json(r, 0) : { [type]: r.below(5) === 0 ? json(r, 0) : inner };
}

/** What a manifest could hold. */
function element(r: Random, depth: number): AxmlElement {
  const names = [
    "manifest",
    "application",
    "activity",
    "service",
    "receiver",
    "intent-filter",
    "action",
    "category",
    "x",
  ];
  const ids = [0x01010003, 0x01010001, 0x01010006, 0x0101000f, 0x0101021b, 0x0101021c, 0x01010270];
  const values = ["android.intent.action.MAIN", "android.intent.category.LAUNCHER", 7, -1, true, ...TEXTS];
  return {
    name: names[r.below(names.length)]!,
    attributes: Array.from({ length: r.below(5) }, () => ({
      name: ["package", "split", "name"][r.below(3)]!,
      ...(r.below(3) === 0 ? {} : { id: ids[r.below(ids.length)]! }),
      value: values[r.below(values.length)]!,
    })),
    children: depth < 4 ? Array.from({ length: r.below(4) }, () => element(r, depth + 1)) : [],
  };
}

/** Lines of bug reports by which artifacts come to their inner parts; some with a hole for anything. */
const DUMPED = [
  "Packages:",
  "Hidden system packages:",
  "Shared users:",
  "Package Changes:",
  "Receiver Resolver Table:",
  "Historical install sessions:",
  "Daily stats:",
  "Battery History (1% used):",
  "user=0",
  "  Package [com.a.b] (1):",
  "  SharedUser [x] (1):",
  "    User 0: installed=true enabled=9 ~",
  "    User 99999: ~",
  "      runtime permissions:",
  "        ~: granted=true",
  "    requested permissions:",
  "      ~",
  "    versionCode=~ targetSdk=~",
  "    packageSource=~",
  "      firstInstallTime=~",
  "    seq=1, package=com.a.b",
  "      android.intent.action.BOOT_COMPLETED:",
  "        1 com.a.b/.C",
  "  Session 1:",
  "    appPackageName=com.a.b createdMillis=99999999999999 mFinalStatus=~ originatingUri=~",
  "2026-01-01 00:00:00.000: START DELETE PACKAGE: observer{~}",
  "pkg{com.a.b}, user{~}, caller{~}",
  "2026-13-99 99:99:99.999: START INSTALL PACKAGE: observer{1}",
  "2026-01-01 00:00:00.000: result of install: ~{1}",
  "  Uid u0a1:",
  "    Package com.a.b:",
  "      CAMERA (allow): ",
  "      CAMERA: mode=0; time=+99999999d ago; rejectTime=~ ago",
  "          Access: [fg-s] 9999-99-99 00:00:00.000 (-1d) duration=~",
  "          Running start at: ~",
  "     attributes:{id=0,",
  "     Enabled services:{{com.a.b/.C}, {~}}",
  "     Bound services:{Service[label=~",
  "  Enabled Device Admins (User 0, x):",
  "    com.a.b/.C:",
  "      policies:",
  "  Device Owner:",
  "    All notification listeners (1):",
  "      ComponentInfo{com.a.b/~} (user 0):",
  "    Account {name=~, type=~}",
  "  1,action_account_add,2026-01-01 00:00:00,1,~,1",
  "name=~",
  "holders=com.a.b",
  "ChangeId(1; name=~; rawOverrides={com.a.b=true, ~})",
  "  0 (19) RESET:TIME: 2026-01-04-17-30-01",
  '  +999999999d (2) 095 +top=u0a1:"com.a.b" -top=u0a1:"com.a.b" plug=usb ~',
  '  +1h (2) 095 +job=u0a1:"com.a.b/~" pkginst=1:"com.a.b"',
  "  Daily from 2026-01-01-00-00-00 to 9999-99-99-99-99-99:",
  "      Update com.a.b vers=999999999999999",
  '    time="~" type=ACTIVITY_RESUMED package=com.a.b class=~',
  '      package=com.a.b totalTimeUsed="~" lastTimeUsed="1/1/2026, 99:99"',
  '  timeRange="~ – 14/3/2026, 1:00"',
];
const dumped = (r: Random): string =>
  r.below(4) === 0 ? line(r) : DUMPED[r.below(DUMPED.length)]!.replaceAll("~", () => line(r));

interface Run {
  readonly records: ArtifactRecord[];
  readonly problems: Problem[];
}
const fresh = (): Run => ({ records: [], problems: [] });

function sound(m: Moment | undefined): void {
  // What the timeline keeps in 64 bits, and ISO 8601 in four digits of a year.
  if (m?.utc !== undefined) assert.ok(m.utc > 0n && m.utc < 7_258_118_400_000_000_000n, String(m.utc));
}

for (const artifact of ARTIFACTS) {
  test(`${artifact.id}: 400 files of any values`, () => {
    const r = createRandom(artifact.id.length * 7919);
    for (let n = 0; n < 400; n++) {
      const { records, problems } = fresh();
      const content = n % 2 === 0;
      const emit = (x: ArtifactRecord): void => void records.push(x);
      const run = {
        acquisition: {
          kind: Object.keys(artifact.where)[0]!,
          os: { name: "ios" as const, version: "17.6" },
          zone: "-06:00",
        },
        file: FILE,
        path: TEXTS[r.below(TEXTS.length)]!,
        content,
        problem: (p: Problem) => void problems.push(p),
      };
      if (artifact.feed === "sqlite") {
        const parser = artifact.parse(run);
        const { tables } = Object.values(artifact.where)[0]!.want;
        /** `past`: rows that do not stand any more; of some the rowid is lost. */
        const hand = (table: (typeof tables)[number], past: boolean): void => {
          const here = table.columns.filter(() => r.below(8) > 0);
          const rows = Array.from({ length: r.below(12) }, (_, i) => ({
            rowid: past && i % 2 === 0 ? undefined : i,
            page: 1,
            cell: past ? -1 - i : i,
            wal: false,
            values: here.map(() => scalar(r)),
          })) as readonly Row[];
          const item: SqliteItem = {
            table: table.name,
            rows,
            column: (name) => here.indexOf(name),
            complete: () => r.below(2) === 0,
            origin: ({ rowid, cell }) => ({
              file: FILE,
              ...(cell < 0 ? { state: "deleted" } : {}),
              at: { table: table.name, ...(rowid === undefined ? {} : { row: rowid }) },
            }),
          };
          parser.take(item, emit);
        };
        for (const table of tables) hand(table, false);
        parser.end?.(emit);
        const standing = records.length;
        for (const table of tables) if (!table.lookup && table.deleted !== false) hand(table, true);
        for (const x of records.slice(standing)) {
          assert.equal(x.origin.state, "deleted", x.kind);
          // What belonged to a deleted row is gone as a matter of course.
          assert.notEqual(x.fields.orphan, true, x.kind);
        }
      } else if (artifact.feed === "plist") {
        const root =
          r.below(10) === 0 ? value(r, 0) : new Map(Array.from({ length: r.below(8) }, () => [key(r), value(r, 1)]));
        artifact.parse(run).take({ value: root, origin: (k) => ({ file: FILE, at: { key: k } }) }, emit);
      } else if (artifact.feed === "json") {
        const list = r.below(2) === 0;
        const elements = Array.from({ length: list ? r.below(8) : 1 }, () => json(r, 0));
        const parser = artifact.parse({
          ...run,
          path: JSON_PATHS[r.below(JSON_PATHS.length)]!,
          acquisition: { kind: "mvt-result", device: { times: r.below(2) === 0 ? "utc" : "local", alerts: "" } },
        });
        parser.take({ elements, first: 0, list, origin: (k) => ({ file: FILE, at: { key: k } }) }, emit);
        parser.end?.(emit);
      } else if (artifact.feed === "lines") {
        const parser = artifact.parse(run);
        const lines = Array.from({ length: r.below(20) }, (_, i) => ({ text: line(r), number: i + 1, offset: i * 9 }));
        parser.take({ lines, origin: (l) => ({ file: FILE, at: { line: l.number, offset: l.offset } }) }, emit);
        parser.end?.(emit);
      } else if (artifact.feed === "dumpstate") {
        const parser = artifact.parse(run);
        const { sections } = Object.values(artifact.where)[0]!.want;
        const origin: SectionItem["origin"] = (l) => ({ file: FILE, at: { line: l.number, offset: l.offset } });
        for (let i = 0; i < 6; i++) {
          const lines = Array.from({ length: r.below(24) }, (_, n) => ({
            text: dumped(r),
            number: n + 1,
            offset: n * 9,
          }));
          const section = sections[r.below(sections.length)]!;
          parser.take({ section, lines, starts: r.below(2) === 0, ends: r.below(2) === 0, origin }, emit);
        }
        parser.end?.(emit);
      } else if (artifact.feed === "bytes") {
        const bytes = new Uint8Array(Array.from({ length: r.below(400) }, () => r.below(5) * r.below(64)));
        for (const magic of [0, 52])
          if (r.below(2) === 0 && bytes.length > 56) bytes.set([0x53, 0x45, 0x47, 0x42], magic);
        const origin = (offset: number, length: number) => ({ file: FILE, at: { offset, length } });
        artifact.parse(run).take({ bytes, origin }, emit);
      } else if (artifact.feed === "ndjson") {
        const parser = artifact.parse(run);
        const line = { text: "{}", number: 1, offset: 0 };
        const objects = Array.from({ length: r.below(9) }, () => ({ value: eventOf(r), line }));
        parser.take({ objects, origin: () => ({ file: FILE, at: { line: 1, offset: 0 } }) }, emit);
        parser.end?.(emit);
      } else if (artifact.feed === "apk") {
        const signers = Array.from({ length: r.below(3) }, () => ({ sha256: "aa", sha1: "bb", schemes: [] }));
        const manifest = r.below(9) === 0 ? undefined : element(r, 0);
        const item = { manifest, signers, sha256: r.below(4) === 0 ? undefined : "cc", size: 5 };
        artifact.parse(run).take({ ...item, origin: () => ({ file: FILE, at: { offset: 0, length: 5 } }) }, emit);
      } else if (artifact.feed === "capture") {
        const parser = artifact.parse(run);
        for (let i = r.below(20); i > 0; i--) parser.take(captureItem(r), emit);
        parser.end?.(emit);
      } else if (artifact.feed === "tracev3") {
        const parser = artifact.parse(run);
        for (let i = r.below(12); i > 0; i--) parser.take(logItem(r, content), emit);
      } else {
        const files: EvidenceFile[] = Array.from({ length: r.below(12) }, () => ({
          path: "x",
          kind: "file",
          listing: {
            row: 1,
            values: Object.fromEntries(
              ["domain", "relativePath", "mode", "userId", "target", "fileID"].map((k) => [k, scalar(r) ?? undefined]),
            ),
          },
        }));
        artifact.parse(run).take({ files, origin: () => ({ file: FILE, at: { table: "Files", row: 1 } }) }, emit);
      }
      checkRecords(artifact, records, content);
      for (const x of records) {
        sound(x.at);
        for (const f of Object.values(x.fields))
          if (typeof f === "object" && f !== null && "utc" in f) sound(f as Moment);
      }
      for (const p of problems) assert.ok(p.code && p.lost);
    }
  });
}
