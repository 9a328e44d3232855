/**
 * Which evidence of a phone with Android was handed in, and where its parts lie: a bug report, what AndroidQF collected, a backup
 * of adb, intrusion logs; as they came, in a folder, or in an archive.
 * @module
 */
import { byCodeUnit, ContraluzError } from "@contraluz/core";
import { INTRUSION_FOLDERS } from "./names.ts";
import { INSIDE } from "./nest.ts";
import type { FoundText, Survey } from "./survey.ts";

export type AndroidKind = "android-bugreport" | "androidqf" | "adb-backup" | "intrusion-logs";

/** From a path in the tree to the path under which every kind of evidence has that file. */
export interface PathRule {
  /** A folder with a slash at its end (or `""`), or one file. */
  readonly from: string;
  readonly to: string;
  readonly file?: true;
}

export interface Parts {
  readonly kind: AndroidKind;
  /** How a person finds it again. */
  readonly label: string;
  /** The folder of AndroidQF. */
  readonly folder?: string;
  /** The text of the bug report. */
  readonly text?: FoundText;
  /** The backup of adb: not opened yet. */
  readonly backup?: string;
  /** Files of intrusion logs, where they are all that there is. */
  readonly logs?: readonly string[];
  readonly rules: readonly PathRule[];
}

/** The folder in which a path lies, `""` or with a slash at its end. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** The archive in which something lies, or where it lies itself: what a person can hand in. */
const labelOf = (path: string): string => {
  const at = path.indexOf(INSIDE);
  return at < 0 ? path : path.slice(0, at);
};

/** Longer folders first: a file goes by the closest rule. */
const sorted = (rules: readonly PathRule[]): readonly PathRule[] =>
  [...rules].sort((a, b) => Number(b.file ?? false) - Number(a.file ?? false) || b.from.length - a.from.length);

/** The texts of bug reports, one for each report: of those in one folder the one that the report names, or the likeliest. */
function reports(s: Survey): FoundText[] {
  const best = new Map<string, FoundText[]>();
  for (const t of s.texts) {
    const named = s.entries.get(t.folder);
    if (named !== undefined && s.texts.some((x) => x.path === named)) {
      if (t.path === named) best.set(t.folder, [t]);
      continue;
    }
    const here = best.get(t.folder);
    if (!here || t.rank < here[0]!.rank) best.set(t.folder, [t]);
    else if (t.rank === here[0]!.rank) here.push(t);
  }
  const all = [...best.values()].flat();
  // A text of another name below the folder of a report is a part of that.
  return all.filter((t) => t.rank <= 2 || !all.some((u) => u !== t && t.folder.startsWith(u.folder) && u.rank <= 2));
}

function bugReportRules(text: FoundText): PathRule[] {
  return [
    { from: text.path, to: "bugreport/dumpstate.txt", file: true },
    { from: text.folder, to: "bugreport/" },
  ];
}

/** The parts of what AndroidQF collected. */
function qfParts(folder: string, s: Survey): Parts {
  const texts = reports(s).filter((t) => t.folder.startsWith(folder) && t.path !== `${folder}dumpsys.txt`);
  const likely = (t: FoundText): number =>
    t.folder === `${folder}bugreport.zip${INSIDE}` ? 0 : t.folder.startsWith(`${folder}bugreport`) ? 1 : 2;
  texts.sort((a, b) => likely(a) - likely(b) || a.rank - b.rank || byCodeUnit(a.path, b.path));
  const backups = s.backups.filter((p) => folderOf(p) === folder).sort(byCodeUnit);
  const backup = backups.find((p) => p === `${folder}backup.ab`) ?? backups[0];
  const [text] = texts;
  return {
    kind: "androidqf",
    label: labelOf(folder) || ".",
    folder,
    ...(text ? { text } : {}),
    ...(backup === undefined ? {} : { backup }),
    rules: sorted([
      { from: folder, to: "" },
      // A text beside the files of AndroidQF makes no folder of a bug report out of these.
      ...(text ? bugReportRules(text).filter((r) => r.file || r.from !== folder) : []),
      ...(backup === undefined ? [] : [{ from: backup + INSIDE, to: "backup/" }]),
      ...INTRUSION_FOLDERS.map((name) => ({ from: folder + name, to: "intrusion_logs/" })),
    ]),
  };
}

/** The folder that holds all of them. */
function common(paths: readonly string[]): string {
  let folder = folderOf(paths[0]!);
  while (!paths.every((p) => p.startsWith(folder))) folder = folderOf(folder.slice(0, -1));
  return folder;
}

/** Every evidence in it: a person gives them one by one. */
export function partsOf(s: Survey): Parts[] {
  const out: Parts[] = s.qf.map((folder) => qfParts(folder, s));
  const inQf = (path: string): boolean => s.qf.some((folder) => path.startsWith(folder));
  for (const text of reports(s))
    if (!inQf(text.path))
      out.push({ kind: "android-bugreport", label: labelOf(text.path), text, rules: sorted(bugReportRules(text)) });
  for (const backup of s.backups)
    if (!inQf(backup))
      out.push({
        kind: "adb-backup",
        label: labelOf(backup),
        backup,
        rules: [{ from: backup + INSIDE, to: "backup/" }],
      });
  const logs = s.intrusion.filter((p) => !inQf(p));
  if (logs.length > 0) {
    const folder = common(logs);
    const rules = [{ from: folder, to: "intrusion_logs/" }];
    out.push({ kind: "intrusion-logs", label: labelOf(folder) || labelOf(logs[0]!), logs, rules });
  }
  return out;
}

/** Throws ContraluzError `evidence-several` where more than one evidence lies there. */
export function onlyOf(parts: readonly Parts[]): Parts | undefined {
  if (parts.length <= 1) return parts[0];
  const found = parts
    .slice(0, 12)
    .map((p) => p.label.replace(/\/$/, "").slice(0, 120))
    .join(", ");
  const problem = { code: "evidence-several", found, expected: "1", lost: "evidence" } as const;
  throw new ContraluzError("evidence-several", `several: ${found}`, problem);
}

/** The path that every kind of evidence has for a file; undefined for what belongs to none of the parts. */
export function virtualOf(path: string, rules: readonly PathRule[]): string | undefined {
  for (const r of rules) {
    if (r.file ? path === r.from : path.startsWith(r.from)) return r.file ? r.to : r.to + path.slice(r.from.length);
  }
  return undefined;
}

/** Where in the tree a file with such a path can lie, the likeliest first. */
export function* placesOf(path: string, rules: readonly PathRule[]): Iterable<string> {
  for (const r of rules) {
    const place = r.file
      ? path === r.to
        ? r.from
        : undefined
      : path.startsWith(r.to)
        ? r.from + path.slice(r.to.length)
        : undefined;
    if (place !== undefined && virtualOf(place, rules) === path) yield place;
  }
}
