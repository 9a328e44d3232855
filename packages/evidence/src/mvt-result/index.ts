/**
 * The folder that MVT (Mobile Verification Toolkit) left: a file a module, alerts, a timeline. It is hearsay: what another tool
 * read and said, and no evidence of the phone itself.
 *
 * It is known by what stands in `info.json` (a text `mvt_version`), at the head of `timeline.csv`, or in the first line of
 * `command.log`; names only say where to look. Older versions write no `info.json` and no `alerts.json`.
 * Sources: mvt.md 8 (read from result folders of versions 2026.7 and 2026.10).
 * @module
 */
import {
  type Acquisition,
  byCodeUnit,
  ContraluzError,
  type EvidenceTree,
  type Moment,
  parseIso,
} from "@contraluz/core";
import { stopIfCancelled } from "../cancel.ts";
import { headOf } from "../head.ts";
import { type MetaOptions, openOr } from "../ios-backup/meta.ts";
import { PlainFiles } from "../plain-files.ts";
import type { ReadableEvidence } from "../readable.ts";
import { isJunk } from "../tree.ts";

/** What the describing files of one folder say. */
interface Signs {
  mvt: boolean;
  version?: string;
  date?: string;
  /** The timeline says that its times are UTC, or those of the device. */
  times?: "utc" | "local";
  alerts: boolean;
}

export interface FoundMvt {
  readonly tree: EvidenceTree;
  /** `""`, or its folder with a slash at the end. */
  readonly prefix: string;
  readonly acquisition: Acquisition;
}

/** Bytes of a describing file that are looked at: `mvt_version` is the second key of info.json. */
const HEAD = 16_384;
/** Folders above, and folders that are looked into. */
const MAX_ABOVE = 2;
const MAX_FOLDERS = 64;
const NAMES: ReadonlySet<string> = new Set(["info.json", "timeline.csv", "command.log", "alerts.json"]);

const HEADER = /^\uFEFF?"(UTC Timestamp|Device Local Timestamp)","Plugin","Event","Description"\r?\n/;
const LOG = /^\d{4}-\d\d-\d\d [\d:,]+ - mvt\.[a-z0-9_.]{1,80} - [A-Z]+ - /;
const VERSION = /"mvt_version"\s*:\s*"([^"\\]{1,60})"/;
const DATE = /"date"\s*:\s*"(\d{4}-\d\d-\d\d[ T][\d:.]{5,15})"/;

const decoder = new TextDecoder();

/** Takes what one describing file says. */
function look(name: string, head: string, into: Signs): void {
  if (name === "alerts.json") into.alerts = true;
  else if (name === "info.json") {
    const version = /^\s*\{/.test(head) ? VERSION.exec(head)?.[1] : undefined;
    if (version === undefined) return;
    into.mvt = true;
    into.version = version;
    const date = DATE.exec(head)?.[1];
    if (date !== undefined) into.date = date;
  } else if (name === "timeline.csv") {
    const header = HEADER.exec(head);
    if (!header) return;
    into.mvt = true;
    into.times = header[1] === "UTC Timestamp" ? "utc" : "local";
  } else if (LOG.test(head)) into.mvt = true;
}

/** The moment in which MVT ran, by the clock of the computer that it ran on. */
function takenOf(date: string | undefined): Moment | undefined {
  const utc = date === undefined ? undefined : parseIso(date);
  if (date === undefined || utc === undefined) return undefined;
  return { utc, seen: date, zone: { name: "UTC", from: "assumed" }, precision: "day" };
}

function acquisitionOf(s: Signs): Acquisition {
  const taken = takenOf(s.date);
  return {
    kind: "mvt-result",
    ...(taken ? { taken } : {}),
    device: {
      tool: "MVT",
      version: s.version ?? "",
      times: s.times ?? "unknown",
      alerts: s.alerts ? "alerts.json" : "",
    },
  };
}

function several(prefixes: readonly string[]): ContraluzError {
  const found = prefixes
    .slice(0, 12)
    .map((p) => p.slice(0, -1).slice(0, 120))
    .join(", ");
  const problem = { code: "evidence-several", found, expected: "1", lost: "evidence" } as const;
  return new ContraluzError("evidence-several", `several results: ${found}`, problem);
}

/**
 * The folder that MVT wrote, or undefined. Reads the list of files once, and of each describing file its first 16 KiB.
 * Throws ContraluzError `evidence-several` where two such folders lie side by side.
 * @example
 * const found = await findMvtResult(tree, { platform, report });
 * const evidence = found && openMvtResult(found, { platform, report });
 */
export async function findMvtResult(tree: EvidenceTree, o: MetaOptions): Promise<FoundMvt | undefined> {
  const folders = new Map<string, Signs>();
  for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const file of batch) {
      const cut = file.path.lastIndexOf("/") + 1;
      const name = file.path.slice(cut);
      if (file.kind !== "file" || !NAMES.has(name) || isJunk(file.path)) continue;
      const prefix = file.path.slice(0, cut);
      if (prefix.split("/").length - 1 > MAX_ABOVE) continue;
      let signs = folders.get(prefix);
      if (!signs) {
        if (folders.size >= MAX_FOLDERS) continue;
        folders.set(prefix, (signs = { mvt: false, alerts: false }));
      }
      const head = await openOr(
        () => headOf(file, HEAD, o.platform),
        file.path,
        () => {},
      );
      if (head !== undefined) look(name, decoder.decode(head), signs);
    }
  }
  stopIfCancelled(o.cancel);
  const found = [...folders].filter(([, s]) => s.mvt).sort(([a], [b]) => byCodeUnit(a, b));
  // What lies inside a result (MVT writes one for each part of an AndroidQF folder) belongs to it.
  const tops = found.filter(([p]) => !found.some(([q]) => q !== p && p.startsWith(q)));
  if (tops.length > 1) throw several(tops.map(([p]) => p));
  const [prefix, signs] = tops[0] ?? [];
  return prefix === undefined ? undefined : { tree, prefix, acquisition: acquisitionOf(signs!) };
}

/** The files of such a folder. Nothing of it is opened here. */
export function openMvtResult(found: FoundMvt, o: Pick<MetaOptions, "platform" | "report">): ReadableEvidence {
  return new PlainFiles(found.tree, found.prefix, found.acquisition, o);
}
