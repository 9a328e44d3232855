/**
 * Crash reports as tools copy them off a phone (libimobiledevice's idevicecrashreport, pymobiledevice3's `crash pull`): the content of
 * `/private/var/mobile/Library/Logs/CrashReporter`, or single reports of it.
 *
 * It is known by the first line of a report: an object with `bug_type`. The newest of those that are looked at tells when the phone
 * wrote last, and which version it had then.
 * Sources: ios.md 2.2 (`.ips`), 6 (output folders).
 * @module
 */
import { type Acquisition, type EvidenceTree, type Moment, parseIso } from "@contraluz/core";
import { stopIfCancelled } from "../cancel.ts";
import { headOf } from "../head.ts";
import { type MetaOptions, openOr } from "../ios-backup/meta.ts";
import { namesSysdiagnose } from "../ios-tree/index.ts";
import { PlainFiles } from "../plain-files.ts";
import type { ReadableEvidence } from "../readable.ts";
import { isJunk } from "../tree.ts";

export interface FoundCrashes {
  readonly tree: EvidenceTree;
  readonly acquisition: Acquisition;
  /** Archives of a sysdiagnose beside the reports, the first ones. */
  readonly inside: readonly string[];
}

/** Bytes of a report that are looked at: its first line. */
const HEAD = 4096;
/** Reports that are looked at. A phone keeps some hundreds. */
const MAX_LOOKS = 1000;
/** Files after which no more is looked for, while no report was found. */
const MAX_FILES = 10_000;
const MAX_INSIDE = 12;
const REPORT = /\.(?:ips|ips\.synced|crash|panic)$/;
const TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,9})?) ([+-]\d\d)(\d\d)$/;
const SYSTEM = /^(?:iPhone|iPad) ?OS (\d{1,3}(?:\.\d{1,3}){0,3}) \((\d\d[A-Z]\d{1,5}[a-z]?)\)$/;

const utf8 = new TextDecoder();

interface Header {
  readonly at: Moment | undefined;
  readonly system: RegExpExecArray | undefined;
}

/** What the first line says; undefined if it is no report. */
function headerOf(head: Uint8Array): Header | undefined {
  const line = utf8.decode(head).split("\n", 1)[0]!;
  if (!line.startsWith("{")) return undefined;
  let v: unknown;
  try {
    v = JSON.parse(line);
  } catch {
    return undefined;
  }
  const of = (key: string): string => {
    const x = typeof v === "object" && v !== null && Object.hasOwn(v, key) ? (v as Record<string, unknown>)[key] : "";
    return typeof x === "string" ? x.slice(0, 100) : "";
  };
  if (!/^\d{1,6}$/.test(of("bug_type"))) return undefined;
  const m = TIME.exec(of("timestamp"));
  const utc = m ? parseIso(`${m[1]}T${m[2]}${m[3]}:${m[4]}`) : undefined;
  const at: Moment | undefined =
    m && utc !== undefined && utc > 0n
      ? { utc, seen: m[0], zone: { name: `${m[3]}:${m[4]}`, from: "stated" }, precision: "s" }
      : undefined;
  return { at, system: SYSTEM.exec(of("os_version")) ?? undefined };
}

/**
 * A folder or archive of crash reports, or one alone; undefined if there is none in it.
 * @example
 * const found = await findCrashFolder(tree, { platform, report });
 * const evidence = found && openCrashFolder(found, { platform, report });
 */
export async function findCrashFolder(tree: EvidenceTree, o: MetaOptions): Promise<FoundCrashes | undefined> {
  let newest: Header | undefined;
  const inside: string[] = [];
  let known = false;
  let [looks, files] = [0, 0];
  search: for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const file of batch) {
      if (file.kind !== "file" || isJunk(file.path)) continue;
      if (++files > MAX_FILES && !known) break search;
      if (inside.length < MAX_INSIDE && namesSysdiagnose(file.path)) inside.push(file.path);
      if (!REPORT.test(file.path)) continue;
      if (++looks > MAX_LOOKS) break search;
      const head = await openOr(
        () => headOf(file, HEAD, o.platform),
        file.path,
        () => {},
      );
      const header = head && headerOf(head);
      if (!header) continue;
      known = true;
      if (header.at && header.at.utc! > (newest?.at?.utc ?? 0n)) newest = header;
    }
  }
  stopIfCancelled(o.cancel);
  if (!known) return undefined;
  const [, version, build] = newest?.system ?? [];
  const taken = newest?.at;
  return {
    tree,
    inside,
    acquisition: {
      kind: "ios-crash-reports",
      ...(taken ? { taken, zone: taken.zone!.name } : {}),
      ...(version && build ? { os: { name: "ios", version, build } } : {}),
    },
  };
}

/** The reports as evidence. Nothing of them is opened here. */
export function openCrashFolder(found: FoundCrashes, o: Pick<MetaOptions, "platform" | "report">): ReadableEvidence {
  return new PlainFiles(found.tree, "", found.acquisition, o);
}
