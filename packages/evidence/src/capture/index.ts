/**
 * Captures of a network or of Bluetooth as people hand them in: files alone, or the folder of a tool that made them. Known by their first
 * bytes, also where they are compressed. What TinyCheck, SpyGuard, Suricata or PiRogue wrote beside them (`beside.ts`) is their word, and is
 * read as that: it stands below `said/`. Other files beside them are not read.
 *
 * The time of the evidence is that of its first frame, by the clock of the machine that captured; one that was never set says nothing.
 * Sources: draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng; RFC 1761 and its variant for Bluetooth (btsnoop).
 * @module
 */
import { type EvidenceFile, type EvidenceTree, type Moment, utcNs } from "@contraluz/core";
import { scanStart } from "@contraluz/formats/ble/index.ts";
import { looksLikeGpx } from "@contraluz/formats/gpx/index.ts";
import { CaptureReader, captureFormat } from "@contraluz/formats/pcap/index.ts";
import { looksLikeGzip } from "@contraluz/formats/tar/index.ts";
import { stopIfCancelled } from "../cancel.ts";
import { firstBytes, headOf, untilDamage } from "../head.ts";
import { type MetaOptions, openOr } from "../ios-backup/meta.ts";
import { PlainFiles } from "../plain-files.ts";
import type { ReadableEvidence } from "../readable.ts";
import { isJunk } from "../tree.ts";
import { type Beside, besideOf } from "./beside.ts";

export { type Beside, besideOf } from "./beside.ts";

export interface FoundCapture {
  /** Only the captures, tracks beside them, and what other tools said (`said/alerts/…`). */
  readonly tree: EvidenceTree;
  readonly first: Moment | undefined;
  /** Program or comment by which a capture says that it was made up; undefined where none does. */
  readonly synthetic?: string | undefined;
}

/** Bytes that are looked at: heads of a file and its first frame. */
const HEAD = 65_536;
/** Files that are looked into. */
const MAX_FILES = 2000;
/** 2000-01-01: a clock before it was never set. */
const SET_SINCE = 946_684_800;

/** True for the first bytes of a capture: pcap, pcapng, btsnoop, PacketLogger, and logs of programs that look for Bluetooth devices. */
export function looksLikeCapture(head: Uint8Array): boolean {
  return captureFormat(head) !== undefined || scanStart(head) !== undefined;
}

/** Of a file that may be compressed: the beginning of what it opens to. */
export async function beginning(file: EvidenceFile, o: MetaOptions): Promise<Uint8Array> {
  const head = await headOf(file, HEAD, o.platform);
  if (!looksLikeGzip(head)) return head;
  async function* once(): AsyncIterable<Uint8Array> {
    yield head;
  }
  return firstBytes(untilDamage(o.platform.inflate("gzip", once())), HEAD);
}

/** Captures that programs made up say so where pcapng names the program, or in its comment. Other formats have no place for it. */
const SYNTHETIC = /\bcontraluz-generator\b|\bsynthetic\b|\bsint[eé]tic[oa]s?\b/i;

/** The time of the first frame, and by which word the capture says that it was made up. */
function beginsWith(head: Uint8Array): Pick<FoundCapture, "first" | "synthetic"> {
  const scan = scanStart(head)?.first;
  if (scan && scan.seconds >= SET_SINCE)
    return { first: utcNs(BigInt(scan.seconds) * 1_000_000_000n + BigInt(scan.nanos), `${scan.seconds}`, "s") };
  let first: Moment | undefined;
  let synthetic: string | undefined;
  const reader = new CaptureReader(
    {
      packet({ seconds, nanos }) {
        if (first || seconds < SET_SINCE) return;
        first = utcNs(BigInt(seconds) * 1_000_000_000n + BigInt(nanos), `${seconds}`, "s");
      },
      note(n) {
        if (n.kind === "section")
          synthetic ??= [n.application, n.comment].find((s) => s !== undefined && SYNTHETIC.test(s))?.slice(0, 100);
      },
    },
    () => {},
  );
  reader.take(head);
  return { first, synthetic };
}

/**
 * The captures in what was handed in, or undefined where there is none.
 * @example
 * const found = await findCapture(tree, { platform, report });
 * const evidence = found && openCapture(found, { platform, report });
 */
export async function findCapture(tree: EvidenceTree, o: MetaOptions): Promise<FoundCapture | undefined> {
  const [paths, tracks] = [new Set<string>(), new Set<string>()];
  const said = new Map<string, Beside>();
  let first: Moment | undefined;
  let synthetic: string | undefined;
  let looks = 0;
  for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const file of batch) {
      if (file.kind !== "file" || isJunk(file.path)) continue;
      if (looks++ === MAX_FILES) break;
      const head = await openOr(
        () => beginning(file, o),
        file.path,
        () => {},
      );
      if (head && looksLikeGpx(head)) tracks.add(file.path);
      const beside = head && besideOf(head);
      if (beside) said.set(file.path, beside);
      if (!head || !looksLikeCapture(head)) continue;
      paths.add(file.path);
      const { first: at, synthetic: says } = beginsWith(head);
      synthetic ??= says;
      if (at && (!first || at.utc! < first.utc!)) first = at;
    }
    if (looks > MAX_FILES) break;
  }
  stopIfCancelled(o.cancel);
  if (looks > MAX_FILES && paths.size + said.size > 0)
    o.report({ code: "capture-limit", expected: `<= ${MAX_FILES} files`, lost: "file" });
  // Keys alone are no evidence.
  if (paths.size === 0 && [...said.values()].every((b) => b === "keys")) return undefined;
  return { tree: captureTree(tree, new Set([...paths, ...tracks]), said), first, synthetic };
}

/** Files as they stand, and those of other tools below `said/`. */
function captureTree(tree: EvidenceTree, paths: ReadonlySet<string>, said: ReadonlyMap<string, Beside>): EvidenceTree {
  const inside = (f: EvidenceFile, beside: Beside): EvidenceFile => ({
    ...f,
    path: `said/${beside}/${f.path}`,
    stored: f.stored ?? f.path,
  });
  const own = (path: string): string => path.replace(/^said\/(?:alerts|suricata|sockets|keys)\//, "");
  return {
    kind: tree.kind,
    access: tree.access,
    async *files(cancel) {
      for await (const batch of tree.files(cancel)) {
        const mine = batch.flatMap((f) => {
          if (f.kind !== "file") return [];
          const beside = said.get(f.path);
          return beside ? [inside(f, beside)] : paths.has(f.path) ? [f] : [];
        });
        if (mine.length > 0) yield mine;
      }
    },
    async find(path) {
      if (paths.has(path)) return tree.find(path);
      const beside = said.get(own(path));
      if (!beside || path !== `said/${beside}/${own(path)}`) return undefined;
      const file = await tree.find(own(path));
      return file && inside(file, beside);
    },
  };
}

/** The captures as evidence. Nothing of them is opened here. */
export function openCapture(found: FoundCapture, o: Pick<MetaOptions, "platform" | "report">): ReadableEvidence {
  const taken = found.first ? { taken: found.first } : {};
  const made = found.synthetic === undefined ? {} : { device: { synthetic: found.synthetic } };
  return new PlainFiles(found.tree, "", { kind: "capture", ...taken, ...made }, o);
}
