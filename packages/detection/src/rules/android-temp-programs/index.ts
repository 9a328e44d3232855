/**
 * What lies in `/data/local/tmp`, or runs from there. Only a computer over adb, or a program that broke in, puts something into it; Predator and
 * the campaign of 2023 kept their files there. A program is a lead, any other file a question. Shizuku's starter and the collector
 * of AndroidQF are notes: what they are is known by their names alone, and anybody can choose a name.
 *
 * Also files that a crashed program had loaded from there, or from memory without a file.
 * Sources: Cisco Talos, Predator, 2023; Amnesty International, 2023 (campaign); android.md 2 (root binaries, files, tmp), 6.
 * @module
 */
import type { ArtifactRecord, Level, RecordRef } from "@contraluz/core";
import { canonicalPath } from "../../indicators/paths.ts";
import { plain, some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { type Case, words } from "./words.ts";

interface Thing {
  readonly path: string;
  readonly case: Case;
  readonly ref: RecordRef;
}

const MAX_FINDINGS = 6;
const NAMED = 5;
const TEMP = /^\/(?:data\/local\/tmp|data\/tmp|tmp|dev\/shm)\/[^/]/;
/** The server of Shizuku, and what AndroidQF pushes while it works. */
const TOOL = /^\/data\/local\/tmp\/(?:shizuku(?:_starter|\/(?:starter|rish|rish_shizuku\.dex)?)?|collector)$/;
/** Kept by tools of developers, and no program. */
const KNOWN_DATA = /^\/data\/local\/tmp\/(?:scrcpy-server(?:\.jar)?|\.studio\/|perfd\/|dalvik-cache\/|oat\/)/;

/** `-rwxr-xr-x`, or octal as `find -printf` writes it. */
function isProgram(mode: string): boolean {
  if (/^[-bcdlps][-rwxsStT]{9}/.test(mode)) return mode[0] === "-" && /[xst]/.test(mode);
  return (
    /^[0-7]{3,6}$/.test(mode) && (Number.parseInt(mode, 8) & 0o111) !== 0 && (Number.parseInt(mode, 8) & 0o40000) === 0
  );
}

function caseOf(r: ArtifactRecord, path: string): Case | undefined {
  if (TOOL.test(path)) return "tool";
  if (r.kind === "process") return "runs";
  const mode = string(r.fields.mode);
  if (mode.startsWith("d")) return undefined;
  if (isProgram(mode)) return "program";
  return KNOWN_DATA.test(path) ? undefined : "file";
}

function factOf(r: ArtifactRecord, ref: () => RecordRef, artifact: string): Thing | undefined {
  if (artifact.startsWith("android/tombstone")) {
    const mapped = Array.isArray(r.fields.mapped) ? r.fields.mapped.filter((m) => typeof m === "string") : [];
    const odd = (mapped as string[]).find((m) => TEMP.test(m) || /^\/?memfd:(?!jit|dalvik)/.test(m));
    return r.kind === "crash" && odd ? { path: odd.slice(0, 300), case: "loaded", ref: ref() } : undefined;
  }
  if (r.kind !== "file" && r.kind !== "process") return undefined;
  const raw = string(r.fields.path);
  if (!raw.startsWith("/") || raw.endsWith("/")) return undefined;
  const path = canonicalPath(raw) ?? raw;
  if (!TEMP.test(path)) return undefined;
  const kind = caseOf(r, path);
  return kind && { path: path.slice(0, 300), case: kind, ref: ref() };
}

const LEVEL: Readonly<Record<Case, Level>> = {
  program: "lead",
  runs: "lead",
  loaded: "lead",
  file: "ask",
  tool: "info",
};

export const tempPrograms: Rule<Thing> = {
  id: "android/temp-programs",
  version: 1,
  level: "lead",
  words,
  needs: [
    "android/files",
    "android/temp-files",
    "android/processes",
    "android/process-details",
    "android/tombstone-sections",
    "android/tombstones",
  ],
  baseRate: {
    fired: 12,
    samples: 12,
    what: "generated phones without a planted file (three brands; Android 8, 11, 14, 16): no lead, and a question about the one text that each has in its temporary folder; expected to ask of people who write apps",
  },
  sources: [
    "Cisco Talos, Intellexa's Predator, 2023-05-25",
    "Amnesty International, New Android hacking campaign, 2023-03-29",
    "ReversecLabs/drozer 462 (Shizuku taken for a trace)",
  ],
  budget: 50_000,
  fact: factOf,
  *judge(facts, context) {
    const known = new Set(context.known);
    const groups = new Map<Case, Map<string, RecordRef[]>>();
    for (const f of facts) {
      if (known.has(f.path)) continue;
      const paths = groups.get(f.case) ?? new Map<string, RecordRef[]>();
      groups.set(f.case, paths);
      const of = paths.get(f.path);
      if (of) of.push(f.ref);
      else paths.set(f.path, [f.ref]);
    }
    const told = (subject: string, kind: Case, list: readonly (readonly [string, readonly RecordRef[]])[]) => ({
      subject,
      level: LEVEL[kind],
      params: {
        case: kind,
        count: list.length,
        paths: some(
          list.map(([p]) => p),
          NAMED,
        ),
      },
      records: list.flatMap(([, refs]) => refs),
    });
    for (const [kind, paths] of groups) {
      const list = [...paths];
      const own = LEVEL[kind] === "lead" ? MAX_FINDINGS : 0;
      for (const one of list.slice(0, own))
        yield told(`${plain(one[0])}${kind === "program" ? "" : ` (${kind})`}`, kind, [one]);
      if (list.length > own) yield told(own > 0 ? `… (${kind})` : `/data/local/tmp (${kind})`, kind, list.slice(own));
    }
  },
};
