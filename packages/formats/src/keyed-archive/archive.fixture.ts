/** Keyed archives for tests, as lists of objects; built from the layout, not from our reader. @module */
import { bplist, type Layout, type Source } from "../plist/plist.fixture.ts";

export const uid = (n: number): Source => ({ uid: n });
export const map = (entries: { readonly [key: string]: Source }): Map<string, Source> =>
  new Map(Object.entries(entries));
/** A class object. */
export const cls = (...names: string[]): Source => map({ $classname: names[0]!, $classes: names });

/** `objects` follow `$null`: the first of them is UID 1. */
export function archive(
  objects: readonly Source[],
  top: Source = map({ root: uid(1) }),
  layout: Layout = {},
): Uint8Array {
  return bplist(
    new Map<string, Source>([
      ["$version", 100_000],
      ["$archiver", "NSKeyedArchiver"],
      ["$top", top],
      ["$objects", ["$null", ...objects]],
    ]),
    layout,
  );
}

export const KEY: Uint8Array = Uint8Array.from({ length: 44 }, (_, i) => (i < 4 ? [3, 0, 0, 0][i]! : i));

export interface FileSpec {
  readonly path?: Source;
  readonly times?: Source;
  readonly more?: { readonly [key: string]: Source };
  /** Objects before the root, which is then not UID 1. */
  readonly before?: readonly Source[];
}

/** An MBFile as iOS archives it; further fields may refer to the objects that follow the root, from UID `root + 1` on. */
export function mbFile(spec: FileSpec = {}, after: readonly Source[] = [], layout: Layout = {}): Uint8Array {
  const before = spec.before ?? [];
  const root = before.length + 1;
  const pathAt = root + 1 + after.length;
  const t = spec.times;
  const file = map({
    LastModified: t ?? 1_611_002_632,
    Flags: 0,
    GroupID: 501,
    $class: uid(pathAt + 1),
    LastStatusChange: t ?? 1_611_002_633,
    RelativePath: uid(pathAt),
    Birth: t ?? 1_611_002_631,
    Size: 5_000_000_000,
    InodeNumber: 264_154,
    Mode: 33_188,
    UserID: 501,
    ProtectionClass: 3,
    ...spec.more,
  });
  return archive(
    [...before, file, ...after, spec.path ?? "Library/SMS/sms.db", cls("MBFile", "NSObject")],
    map({ root: uid(root) }),
    layout,
  );
}
