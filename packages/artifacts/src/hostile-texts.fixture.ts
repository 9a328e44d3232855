/** Lines, events, manifests and dumps as a hostile file could hold them. @module */
import type { AxmlElement } from "@contraluz/formats/axml/index.ts";
import type { Random } from "../../../samples/lib/random.ts";
import { json, TEXTS } from "./hostile.fixture.ts";

/** Parts of the lines that logs and tables of a phone have, put together in any way. */
export const WORDS: readonly string[] = [
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
export const line = (r: Random): string =>
  Array.from({ length: r.below(4) }, () =>
    r.below(6) === 0 ? JSON.stringify(json(r, 2)) : WORDS[r.below(WORDS.length)]!,
  ).join([" ", "", ",", ": "][r.below(4)]);

/** What one line of intrusion logs could be. */
export function eventOf(r: Random): unknown {
  const event = { event_time: json(r, 2), hostname: json(r, 2), ip_addresses: json(r, 2), ip_address: json(r, 2) };
  const type = ["dns_event", "connect_event", "security_event", "x"][r.below(4)]!;
  const tag = ["app_process_start", "package_installed", "tag", "y"][r.below(4)]!;
  const inner = { ...event, package_name: json(r, 2), data: json(r, 1), [tag]: json(r, 0) };
  return r.below(5) === 0 ? json(r, 0) : { [type]: r.below(5) === 0 ? json(r, 0) : inner };
}

/** What a manifest could hold. */
export function element(r: Random, depth: number): AxmlElement {
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
export const DUMPED: readonly string[] = [
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
export const dumped = (r: Random): string =>
  r.below(4) === 0 ? line(r) : DUMPED[r.below(DUMPED.length)]!.replaceAll("~", () => line(r));
