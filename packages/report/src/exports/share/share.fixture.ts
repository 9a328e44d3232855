/** A result with a sign of every type, and with whatever else one is given in every place that is private. */
import type {
  Finding,
  Indicator,
  IndicatorSet,
  Level,
  ObservableType,
  Params,
  RecordRef,
  Result,
} from "@contraluz/core";
import { MATCH, moment } from "../../sample.fixture.ts";

/** Type, value, and how its object is called in STIX, if it has one. */
export const SIGNS: readonly (readonly [ObservableType, string])[] = [
  ["url", "https://mal.example/a?b=1"],
  ["domain", "mal.example"],
  ["ip", "198.51.100.7"],
  ["ip", "2001:db8::7"],
  ["email", "attacker@mal.example"],
  ["phone", "+525500000000"],
  ["process", "roleaboutd"],
  ["file-path", "/private/var/tmp/it's"],
  ["file-path", "/private/var/tmp/"],
  ["file-name", "roleaccountd.plist"],
  ["hash", "ab".repeat(16)],
  ["hash", "ab".repeat(20)],
  ["hash", "ab".repeat(32)],
  ["hash", "ab".repeat(48)],
  ["hash", "ab".repeat(64)],
  ["app-id", "com.example.mal"],
  ["certificate", "cd".repeat(32)],
  ["property", "sys.mal"],
  ["profile-id", "com.example.profile"],
  ["ja4", "t13d1516h2_8daaf6152771_02713d6af862"],
  ["wifi", "mal-wifi"],
];

const LEVELS: readonly Level[] = ["match", "targeted", "lead"];
const uuid = (n: number): string => `indicator--00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** What a device or a person may say, each time another text. */
export interface Private {
  text(): string;
  /** Milliseconds within a day. */
  hour(): number;
}

export const SETS: readonly IndicatorSet[] = [
  { name: "contraluz-builtin", source: "x", licence: "x", date: "2026-03-30", sha256: "a".repeat(64), count: 3 },
  { name: "amnesty-nso", source: "x", licence: "x", date: "", sha256: "b".repeat(64), count: 3 },
];

function record(p: Private, day: string): RecordRef {
  const utc = moment(`${day}T00:00:00Z`).utc! + BigInt(p.hour()) * 1_000_000n;
  return {
    artifact: "ios/sms",
    ordinal: Number(BigInt(p.hour())),
    origin: { file: 0, at: { key: p.text() } },
    at: { utc, seen: p.text(), precision: "s" },
  };
}

function text(p: Private): Finding["text"]["es"] {
  return { title: p.text(), why: p.text(), otherwise: p.text(), next: p.text() };
}

function finding(p: Private, i: number, sign: Indicator | null, level: Level): Finding {
  const params: Params = { value: p.text(), seen: p.text(), contact_es: p.text() };
  return {
    id: `${i}`.padStart(16, "f"),
    level,
    rule: sign ? null : "ios/orphan-usage",
    indicator: sign,
    subject: sign ? sign.value : p.text(),
    count: 3 + i,
    records: [record(p, "2024-05-06"), record(p, "2024-05-04"), record(p, "2024-05-09")],
    params,
    text: { es: text(p), en: text(p) },
    ...(i % 2 === 0 ? { window: "custody" as const } : {}),
  };
}

/** `own`: the name of a list of somebody's own. */
export function resultOf(p: Private): Result {
  const sign = (i: number, [type, value]: (typeof SIGNS)[number]): Indicator => ({
    id: i % 3 === 0 ? `sign--${String(i).padStart(16, "0")}` : uuid(i),
    type,
    value,
    set: i % 3,
    grade: i % 4 === 0 ? "stalkerware" : "spyware",
    role: type === "domain" || type === "ip" ? "server" : type === "email" ? "account" : "implant",
    ...(i % 5 === 4 ? {} : { campaign: i % 2 === 0 ? "Pegasus" : "Predator" }),
    ...(i === 1 ? { tlp: "red" } : i === 2 ? { tlp: "green" } : {}),
  });
  const findings = [
    ...SIGNS.map((s, i) => finding(p, i, sign(i, s), LEVELS[i % 3]!)),
    finding(p, 90, sign(0, ["domain", "vendor.example"]), "info"),
    ...LEVELS.map((l, i) => finding(p, 91 + i, null, l)),
    finding(p, 97, null, "ask"),
  ];
  const own: IndicatorSet = { ...SETS[0]!, name: p.text(), source: p.text(), licence: p.text() };
  return {
    ...MATCH,
    asOf: "2024-06-01T10:20:30Z",
    tool: { ...MATCH.tool, version: "0.0.1" },
    context: { asOf: p.text(), custody: [[p.text(), p.text()]], known: [p.text()], home: p.text() },
    evidence: MATCH.evidence.map((e) => ({ ...e, name: p.text(), bytes: p.hour() })),
    acquisition: { kind: "ios-backup", device: { name: p.text(), serial: p.text(), phone: p.text() } },
    indicators: [...SETS, own],
    findings,
    problems: [{ code: "host-read", path: p.text(), found: p.text(), lost: "file" }],
    files: [{ evidence: 0, path: p.text(), name: p.text(), size: p.hour(), sha256: "c".repeat(64) }],
  };
}

/** Made-up private values: the same ones for the same seed. */
export function privateOf(seed: number): Private & { readonly said: ReadonlySet<string> } {
  const said = new Set<string>();
  let n = seed;
  const next = (): number => (n = (Math.imul(n, 1_103_515_245) + 12_345) >>> 0);
  return {
    said,
    text() {
      const kinds = ["Ana", "+52551", "/home/ana/", "ana@", "iPhone de ", "F4G", "\u202e<script>", "=cmd"];
      const value = `${kinds[next() % kinds.length]}${next().toString(36)}${next().toString(36)}`;
      said.add(value);
      return value;
    },
    hour: () => next() % 86_399_000,
  };
}
