/** What lies in a folder to be taken in: looked at from outside, nothing of it is read yet. @module */
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Arrivals } from "@contraluz/case/inbox/index.ts";
import { readPartName } from "@contraluz/case/pack/types.ts";
import { byCodeUnit, type Platform } from "@contraluz/core";
import { type Item, jobId } from "@contraluz/hunt/jobs/index.ts";

/** A consent that lies beside what it is of: `phone.zip.consent.json` of `phone.zip`. */
export const CONSENT_BESIDE = ".consent.json";

export interface Scanned {
  /** By id, in the order of their names. */
  readonly items: ReadonlyMap<string, Item>;
  /** Packs of which parts are still to come: id, and numbers of the parts. */
  readonly waiting: readonly { readonly pack: string; readonly missing: readonly number[] }[];
}

interface Part {
  readonly name: string;
  readonly size: number;
  readonly ms: number;
}

async function partOf(path: string, name: string): Promise<Part> {
  const s = await lstat(path);
  return { name, size: s.isFile() ? s.size : 0, ms: s.mtimeMs };
}

/** Of a file itself; of a folder what lies right in it: a copy that grows, or is made anew, is another thing. */
async function partsOf(path: string): Promise<readonly Part[]> {
  const self = await partOf(path, "");
  if (!(await lstat(path)).isDirectory()) return [self];
  const names = (await readdir(path)).sort(byCodeUnit);
  return [self, ...(await Promise.all(names.map((n) => partOf(join(path, n), n))))];
}

export interface Scan {
  readonly root: string;
  readonly arrivals: Arrivals;
  /** Names of the folders that are cases. */
  readonly cases: ReadonlySet<string>;
  readonly labId: string;
  readonly platform: Platform;
}

export async function scanFolder(o: Scan): Promise<Scanned> {
  const items = new Map<string, Item>();
  const waiting: { readonly pack: string; readonly missing: readonly number[] }[] = [];
  const packs = new Map<string, { readonly of: number; readonly names: Map<number, string> }>();
  const put = async (what: string, of?: string): Promise<void> => {
    const id = jobId(o.platform, o.labId, { what, parts: await partsOf(join(o.root, what)) });
    items.set(id, { id, kind: "dump", what, ...(of === undefined ? {} : { case: of }) });
  };
  for (const e of await o.arrivals.list("")) {
    const part = readPartName(e.name);
    if (part) {
      const pack = packs.get(part.id) ?? { of: part.of, names: new Map<number, string>() };
      packs.set(part.id, pack);
      if (part.of === pack.of) pack.names.set(part.part, e.name);
    } else if (e.name.endsWith(CONSENT_BESIDE) || /^contraluz-[0-9a-f]{16}\.parts\.json$/.test(e.name)) continue;
    else if (e.kind === "folder" && o.cases.has(e.name))
      for (const inner of await o.arrivals.list(e.name)) {
        if (!inner.name.endsWith(CONSENT_BESIDE)) await put(`${e.name}/${inner.name}`, e.name);
      }
    else await put(e.name);
  }
  for (const [pack, { of, names }] of packs) {
    const missing = Array.from({ length: of }, (_, i) => i + 1).filter((n) => !names.has(n));
    if (missing.length > 0) waiting.push({ pack, missing });
    else {
      const parts = await Promise.all([...names.values()].sort(byCodeUnit).map((n) => partOf(join(o.root, n), n)));
      const id = jobId(o.platform, o.labId, { what: pack, parts });
      items.set(id, { id, kind: "pack", what: pack });
    }
  }
  return { items, waiting };
}
