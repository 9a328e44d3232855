/** Values of every type, as a hostile file could hold them: scalars, trees, JSON, keys that artifacts ask for. @module */
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { SqlValue } from "@contraluz/formats/sqlite/index.ts";
import type { Random } from "../../../samples/lib/random.ts";

export const TEXTS: readonly string[] = [
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

export function scalar(r: Random): SqlValue {
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

export function value(r: Random, depth: number): PlistValue {
  const of = depth < 5 ? r.below(14) : r.below(11);
  if (of < 9) return scalar(r);
  if (of === 9) return { date: [0n, -(10n ** 21n), 10n ** 21n, 1_700_000_000_500_000_000n][r.below(4)]!, seen: "x" };
  if (of === 10) return { uid: r.below(5) };
  if (of === 11) return Array.from({ length: r.below(6) }, () => value(r, depth + 1));
  return new Map(Array.from({ length: r.below(6) }, () => [key(r), value(r, depth + 1)]));
}

export const KEYS: readonly string[] = [
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
export const key = (r: Random): string =>
  r.below(3) === 0 ? TEXTS[r.below(TEXTS.length)]! : KEYS[r.below(KEYS.length)]!;

export const JSON_PATHS: readonly string[] = [
  "alerts.json",
  "info.json",
  "sms_detected.json",
  "safari_history.json",
  "a/tombstones.json",
];
export const JSON_KEYS: readonly string[] = [
  "level",
  "module",
  "message",
  "event",
  "event_time",
  "matched_indicator",
  "isodate",
  "url",
  "links",
];

/** Any value of JSON, under names that MVT gives. */
export function json(r: Random, depth: number): unknown {
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
