/** Takes a version into the store: the same one again, a new one, or one that is kept aside. @module */
import { aside, type SignChange, signChange } from "@contraluz/detection";
import { knownSet, type NamedBytes, readVersion } from "./read.ts";
import { type Store, StoreDamaged, sha256Of, versionId } from "./store.ts";
import type { StoredFile, StoredSet, StoredVersion } from "./types.ts";

export interface Arrived extends NamedBytes {
  readonly url?: string;
  readonly modified?: string;
}

export interface Taken {
  readonly state: "new" | "same" | "changed" | "aside" | "again";
  readonly version: StoredVersion;
  /** The one in use before, and how many signs came and went since. */
  readonly before?: StoredVersion;
  readonly change?: SignChange;
}

/** Files of a version, if they are still there and whole. */
export async function filesOf(store: Store, v: StoredVersion): Promise<NamedBytes[]> {
  const out: NamedBytes[] = [];
  for (const f of v.files) out.push({ name: f.name, bytes: await store.bytes(f.sha256) });
  return out;
}

export const inUse = (set: StoredSet | undefined): StoredVersion | undefined =>
  set?.versions.find((v) => v.id === set.inUse);

/** True if every file of a version is whole: what was damaged is fetched anew. */
async function whole(store: Store, v: StoredVersion): Promise<boolean> {
  try {
    await filesOf(store, v);
    return true;
  } catch (e) {
    if (e instanceof StoreDamaged) return false;
    throw e;
  }
}

/** `now`: ISO 8601. Nothing that is kept is ever written over. */
export async function take(
  store: Store,
  name: string,
  arrived: readonly Arrived[],
  from: StoredVersion["from"],
  now: string,
): Promise<Taken> {
  const files: StoredFile[] = arrived.map((a) => ({
    name: a.name,
    ...(a.url === undefined ? {} : { url: a.url }),
    size: a.bytes.length,
    sha256: sha256Of(a.bytes),
  }));
  const id = versionId(files);
  const set = (await store.read()).sets.find((s) => s.name === name);
  const before = inUse(set);
  const kept = set?.versions.find((v) => v.id === id);
  if (kept && !(await whole(store, kept))) for (const a of arrived) await store.keep(a.bytes);
  if (kept && (kept.id === before?.id || kept.aside)) {
    const version = { ...kept, asked: now };
    await store.put(name, (s) => s && { ...s, versions: s.versions.map((v) => (v.id === id ? version : v)) });
    return kept.aside ? { state: "aside", version, ...(before ? { before } : {}) } : { state: "same", version };
  }
  const modified = arrived
    .flatMap((a) => a.modified ?? [])
    .sort()
    .at(-1);
  const read = await readVersion(name, arrived, modified);
  const change =
    before && (await whole(store, before))
      ? signChange((await readVersion(name, await filesOf(store, before))).compiled, read.compiled)
      : undefined;
  // Half a list must not look like a list.
  const damaged = read.problems.some((p) => p.lost === "file" || p.code === "json-damaged" || p.code === "json-limit");
  // One that was in use before, and is published again, was looked at already.
  const why = kept ? undefined : damaged && read.signs > 0 ? "damaged" : aside(before?.signs, read.signs, change);
  const version: StoredVersion = kept
    ? { ...kept, asked: now }
    : {
        id,
        fetched: now,
        asked: now,
        from,
        ...(modified === undefined ? {} : { modified }),
        date: read.date,
        files,
        signs: read.signs,
        types: read.types,
        ...(why ? { aside: why } : {}),
      };
  for (const a of arrived) await store.keep(a.bytes);
  const known = knownSet(name);
  await store.put(name, (s) => ({
    name,
    publisher: known?.publisher ?? s?.publisher ?? "",
    licence: known?.licence ?? s?.licence ?? "",
    inUse: why ? (s?.inUse ?? null) : id,
    // Of answers that are no lists (a page that asks to log in) the last one is enough.
    versions: [...(s?.versions ?? []).filter((v) => v.id !== id && !(why === "empty" && v.aside === "empty")), version],
  }));
  return {
    state: why ? "aside" : kept ? "again" : before ? "changed" : "new",
    version,
    ...(before ? { before } : {}),
    ...(change ? { change } : {}),
  };
}
