/** Brings public sets by name: one after the other, so that the failure of one does not cost the others. @module */
import { ContraluzError } from "@contraluz/core";
import { KNOWN_HOSTS, type KnownSet } from "@contraluz/detection";
import { type Downloaded, type DownloadFailure, download, type NotDownloaded } from "@contraluz/platform-node";
import type { Store } from "./store.ts";
import { type Arrived, type Taken, take } from "./take.ts";

export type Get = (url: string) => Promise<Downloaded | NotDownloaded>;

/** `too-many`: more signs than every published list together. `not-asked`: nobody answered the ones before. */
export type UpdateFailure = DownloadFailure | "too-many" | "not-asked";

export type Updated =
  | { readonly name: string; readonly ok: true; readonly taken: Taken }
  | {
      readonly name: string;
      readonly ok: false;
      readonly why: UpdateFailure;
      readonly url: string;
      readonly detail: string;
    };

/** The one that is used: https, of the hosts of the index and of no other, on their usual port, also after a redirect. */
export const getKnown: Get = (url) =>
  download(url, {
    allow: (u) =>
      u.protocol === "https:" &&
      u.port === "" &&
      u.username === "" &&
      u.password === "" &&
      KNOWN_HOSTS.includes(u.host),
  });

/** After so many that nobody answered there is no network: the others are not waited for. */
const UNANSWERED = 3;

export interface UpdateOptions {
  readonly store: Store;
  readonly get: Get;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  readonly begin?: (set: KnownSet) => void;
}

async function updateOne(set: KnownSet, o: UpdateOptions): Promise<Updated> {
  const arrived: Arrived[] = [];
  for (const f of set.files) {
    const got = await o.get(f.url);
    if (!got.ok) return { name: set.name, ok: false, why: got.why, url: f.url, detail: got.detail };
    const { bytes, url, modified } = got;
    arrived.push({ name: f.name, bytes, url, ...(modified === undefined ? {} : { modified }) });
  }
  try {
    return { name: set.name, ok: true, taken: await take(o.store, set.name, arrived, "network", o.now()) };
  } catch (e) {
    if (!(e instanceof ContraluzError && e.code === "too-large")) throw e;
    return { name: set.name, ok: false, why: "too-many", url: set.files[0]!.url, detail: "" };
  }
}

export async function updateSets(sets: readonly KnownSet[], o: UpdateOptions): Promise<Updated[]> {
  const out: Updated[] = [];
  let unanswered = 0;
  for (const set of sets) {
    if (unanswered >= UNANSWERED) {
      out.push({ name: set.name, ok: false, why: "not-asked", url: set.files[0]!.url, detail: "" });
      continue;
    }
    o.begin?.(set);
    const one = await updateOne(set, o);
    unanswered = !one.ok && (one.why === "unreachable" || one.why === "timeout") ? unanswered + 1 : 0;
    out.push(one);
  }
  return out;
}
