/** Files of keys beside a capture: handed to the check together, as if they lay in one folder. Nothing is read or kept here. @module */
import type { Picked } from "../flow.ts";

/** Names that are not there yet. */
function freeNames(logs: readonly File[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  return logs.map(({ name }) => {
    let path = name;
    for (let n = 2; used.has(path); n++) path = `${n}-${name}`;
    used.add(path);
    return path;
  });
}

/** What was picked and the files of keys that go with it. A copy that the page took of a phone has none. */
export function withKeyLogs(picked: Picked, logs: readonly File[]): Picked {
  const { chosen } = picked;
  if (logs.length === 0 || chosen.kind === "copy") return picked;
  if (chosen.kind === "paths") {
    const { paths, name } = chosen;
    const more = freeNames(logs, new Set(paths));
    return {
      name: picked.name,
      chosen: { kind: "paths", name, paths: [...paths, ...more] },
      fileOf: async (i) => (i < paths.length ? picked.fileOf(i) : logs[i - paths.length]),
    };
  }
  const files = chosen.kind === "file" ? [{ path: chosen.file.name, file: chosen.file }] : chosen.files;
  const more = freeNames(logs, new Set(files.map((f) => f.path))).map((path, i) => ({ path, file: logs[i]! }));
  return { ...picked, chosen: { kind: "folder", name: picked.name, files: [...files, ...more] } };
}
