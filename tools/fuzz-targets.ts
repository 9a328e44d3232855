/**
 * Every format that an attacker's bytes can reach, and how it is fuzzed. A new format gets a line here and a
 * `mutations.test.ts` beside its code.
 * @module
 */
import type { Target } from "./fuzz/target.ts";

export interface TargetEntry {
  /** Part of the cases of a format that a run gives to it: whole evidence takes longer. */
  readonly share?: number;
  load(): Promise<{ readonly target: Target }>;
}

export const TARGETS: Readonly<Record<string, TargetEntry>> = {
  sqlite: { load: () => import("./fuzz/targets/sqlite.ts") },
  "sqlite-journal": { load: () => import("./fuzz/targets/sqlite-journal.ts") },
  "sqlite-wal": { load: () => import("./fuzz/targets/sqlite-wal.ts") },
  "plist-binary": { load: () => import("./fuzz/targets/plist-binary.ts") },
  "plist-xml": { load: () => import("./fuzz/targets/plist-xml.ts") },
  "keyed-archive": { load: () => import("./fuzz/targets/keyed-archive.ts") },
  mbfile: { load: () => import("./fuzz/targets/mbfile.ts") },
  typedstream: { load: () => import("./fuzz/targets/typedstream.ts") },
  zip: { load: () => import("./fuzz/targets/zip.ts") },
  tar: { load: () => import("./fuzz/targets/tar.ts") },
  "tar-gz": { load: () => import("./fuzz/targets/tar-gz.ts") },
  "android-backup": { load: () => import("./fuzz/targets/android-backup.ts") },
  keybag: { load: () => import("./fuzz/targets/keybag.ts") },
  segb: { load: () => import("./fuzz/targets/segb.ts") },
  axml: { load: () => import("./fuzz/targets/axml.ts") },
  "apk-signing": { load: () => import("./fuzz/targets/apk-signing.ts") },
  tracev3: { load: () => import("./fuzz/targets/tracev3.ts") },
  "tracev3-texts": { load: () => import("./fuzz/targets/tracev3-texts.ts") },
  bluetooth: { load: () => import("./fuzz/targets/bluetooth.ts") },
  radio: { load: () => import("./fuzz/targets/radio.ts") },
  "tls-keys": { load: () => import("./fuzz/targets/tls-keys.ts") },
  http2: { load: () => import("./fuzz/targets/http2.ts") },
  http3: { load: () => import("./fuzz/targets/http3.ts") },
  quic: { load: () => import("./fuzz/targets/quic.ts") },
  "json-stream": { load: () => import("./fuzz/targets/json-stream.ts") },
  stix: { load: () => import("./fuzz/targets/stix.ts") },
  "indicators-stix": { load: () => import("./fuzz/targets/indicators-stix.ts") },
  "indicators-yaml": { load: () => import("./fuzz/targets/indicators-yaml.ts") },
  "indicators-plain": { load: () => import("./fuzz/targets/indicators-plain.ts") },
  documents: { share: 0.5, load: () => import("./fuzz/targets/documents.ts") },
  backup: { share: 0.5, load: () => import("./fuzz/targets/backup.ts") },
  trees: { share: 0.5, load: () => import("./fuzz/targets/trees.ts") },
  androids: { share: 0.5, load: () => import("./fuzz/targets/androids.ts") },
  case: { share: 0.5, load: () => import("./fuzz/targets/case.ts") },
  pack: { share: 0.5, load: () => import("./fuzz/targets/pack.ts") },
  evidence: { share: 0.2, load: () => import("./fuzz/targets/evidence.ts") },
};

/** Fails in every way there is: what finds failures is tested with it. */
export const SELF_TEST: TargetEntry = { load: () => import("./fuzz/targets/self-test.ts") };
