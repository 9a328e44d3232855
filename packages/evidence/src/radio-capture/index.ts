/**
 * Recordings of a mobile network: logs of a modem (QMDL), alone, compressed, or in the folder or archive of Rayhunter with its reports and
 * the places where it was; a report alone. Known by their bytes. What they are stands before their path: `log/…`, `report/…`, `places/…`.
 *
 * Rayhunter's archive has each recording twice: as the modem's log, and as a capture made of it that says less (no number of the cell, the
 * frequency cut). Of the two the log is read; captures without a log of their name are read, too.
 * Sources: Rayhunter (names and lines of its files, facts alone); network.md 1.1, 1.2, 2.
 * @module
 */
import { type Acquisition, type EvidenceFile, type EvidenceTree, type Moment, utcNs } from "@contraluz/core";
import { looksLikeQmdl, QmdlReader } from "@contraluz/formats/qmdl/index.ts";
import { stopIfCancelled } from "../cancel.ts";
import { beginning, looksLikeCapture } from "../capture/index.ts";
import { type MetaOptions, openOr } from "../ios-backup/meta.ts";
import { PlainFiles } from "../plain-files.ts";
import type { ReadableEvidence } from "../readable.ts";
import { isJunk } from "../tree.ts";

/** Files that are looked into. */
const MAX_FILES = 5000;
/** Lines of a file of JSON that are looked at, and letters of one. */
const LINES = 20;
const MAX_LINE = 65_536;
/** 2000-01-01: a clock before it was never set. */
const SET_SINCE = 946_684_800;

export type RadioPart = "log" | "report" | "places";

export interface FoundRadio {
  readonly tree: EvidenceTree;
  readonly first: Moment | undefined;
  /** Captures that are of a log that is read. */
  readonly twice: readonly string[];
}

const utf8 = new TextDecoder();
const has = (v: object, key: string): boolean => Object.hasOwn(v, key);

/** What a line of JSON is part of. */
function lineOf(line: string): "report" | "places" | undefined {
  if (!line.startsWith("{") || line.length > MAX_LINE) return undefined;
  let v: unknown;
  try {
    v = JSON.parse(line);
  } catch {
    return undefined;
  }
  const o = v as object;
  if (has(o, "analyzers") && Array.isArray((o as { analyzers: unknown }).analyzers)) return "report";
  if (has(o, "events") && (has(o, "packet_timestamp") || has(o, "skipped_message_reason"))) return "report";
  if (has(o, "analysis") && has(o, "skipped_message_reasons")) return "report";
  const clock = has(o, "latest_packet_timestamp") || has(o, "system_time") || has(o, "unix_ts");
  return clock && has(o, "lat") && has(o, "lon") ? "places" : undefined;
}

/** What a file is by its first bytes; `capture` is a part of a recording only beside others. */
export function radioPart(head: Uint8Array): RadioPart | "capture" | undefined {
  if (looksLikeCapture(head)) return "capture";
  // Text has no end of a frame; a log has one soon.
  if (head[0] === 0x7b) {
    for (const line of utf8.decode(head).split("\n", LINES)) {
      const part = lineOf(line.trim());
      if (part) return part;
    }
  }
  return looksLikeQmdl(head) ? "log" : undefined;
}

/** The time of the first log whose clock was set. */
function firstLog(head: Uint8Array): Moment | undefined {
  let first: Moment | undefined;
  const reader = new QmdlReader(
    ({ seconds, nanos }) => {
      if (!first && seconds >= SET_SINCE)
        first = utcNs(BigInt(seconds) * 1_000_000_000n + BigInt(nanos), `${seconds}`, "s");
    },
    () => {},
  );
  reader.take(head);
  return first;
}

/** `1749211282` of `qmdl/1749211282.qmdl.gz`: what files of one recording share. */
function recordingOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(/(?:\.(?:qmdl|mi2log|pcapng|pcap|gz)){1,3}$/i, "");
}

/** The files of the parts, with what they are before their path. */
function partsTree(tree: EvidenceTree, parts: ReadonlyMap<string, RadioPart>): EvidenceTree {
  const inside = (f: EvidenceFile, part: RadioPart): EvidenceFile => ({
    ...f,
    path: `${part}/${f.path}`,
    stored: f.stored ?? f.path,
  });
  return {
    kind: tree.kind,
    access: tree.access,
    async *files(cancel) {
      for await (const batch of tree.files(cancel)) {
        const mine = batch.flatMap((f) => {
          const part = f.kind === "file" ? parts.get(f.path) : undefined;
          return part ? [inside(f, part)] : [];
        });
        if (mine.length > 0) yield mine;
      }
    },
    async find(path) {
      const slash = path.indexOf("/");
      const own = path.slice(slash + 1);
      const part = parts.get(own);
      if (part === undefined || part !== path.slice(0, slash)) return undefined;
      const file = await tree.find(own);
      return file && inside(file, part);
    },
  };
}

/**
 * The recordings in what was handed in, or undefined where there is no log of a modem and no report.
 * @example
 * const found = await findRadio(tree, { platform, report });
 * const evidence = found && openRadio(found, { platform, report });
 */
export async function findRadio(tree: EvidenceTree, o: MetaOptions): Promise<FoundRadio | undefined> {
  const parts = new Map<string, RadioPart>();
  const captures: string[] = [];
  const logs = new Set<string>();
  let first: Moment | undefined;
  let [looks, sure] = [0, false];
  for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const file of batch) {
      if (file.kind !== "file" || isJunk(file.path) || ++looks > MAX_FILES) continue;
      const head = await openOr(
        () => beginning(file, o),
        file.path,
        () => {},
      );
      const part = head && radioPart(head);
      if (!head || !part) continue;
      if (part === "capture") {
        captures.push(file.path);
        continue;
      }
      parts.set(file.path, part);
      sure ||= part !== "places";
      if (part !== "log") continue;
      logs.add(recordingOf(file.path));
      const at = firstLog(head);
      if (at && (!first || at.utc! < first.utc!)) first = at;
    }
  }
  stopIfCancelled(o.cancel);
  if (!sure) return undefined;
  const twice: string[] = [];
  for (const path of captures)
    if (logs.has(recordingOf(path))) twice.push(path);
    else parts.set(path, "log");
  return { tree: partsTree(tree, parts), first, twice };
}

/** The recordings as evidence. Nothing of them is opened here. */
export function openRadio(found: FoundRadio, o: Pick<MetaOptions, "platform" | "report">): ReadableEvidence {
  for (const path of found.twice) o.report({ code: "radio-twice", path, lost: "nothing" });
  const acquisition: Acquisition = { kind: "radio-capture", ...(found.first ? { taken: found.first } : {}) };
  return new PlainFiles(found.tree, "", acquisition, o);
}
