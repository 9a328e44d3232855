/**
 * Every program that any place of a stored result saw: its names and paths joined, where and when each place saw it, and what
 * only one place saw. A list of one moment can be hidden from; to be absent from all of them is harder.
 * @module
 */
import type { AnyArtifact } from "@contraluz/artifacts";
import { byCodeUnit, type Contact, type Moment, type Observable, type Origin, type Result } from "@contraluz/core";
import { readRecords, type StoredFolder } from "@contraluz/store";
import { instant } from "../when.ts";

/** What one place saw of one program. */
export interface Sight {
  readonly artifact: string;
  /** Records that name it. */
  readonly count: number;
  readonly first?: Moment;
  readonly last?: Moment;
  /** Its first record, and where that comes from. */
  readonly ordinal: number;
  readonly origin: Origin;
}

export interface Program {
  /** The name after the last `/`. */
  readonly name: string;
  /** Where it lay, in the order in which it was met; none where only names are told. */
  readonly paths: readonly string[];
  /** It was seen running; else only its file was there. */
  readonly ran: boolean;
  /** Its name is the identifier of an app wherever it was met. */
  readonly app: boolean;
  readonly sights: readonly Sight[];
}

/** A place that was read and names programs. */
export interface ProgramSource {
  readonly artifact: string;
  readonly programs: number;
  /** Of those, how many no other place saw. */
  readonly alone: number;
}

export interface Programs {
  readonly sources: readonly ProgramSource[];
  /** By name, in the order of code units. */
  readonly programs: readonly Program[];
  /** Names that were left out, since there were too many. */
  readonly over: number;
}

/** Names, paths of one name, and names of a kernel list: those of 32 letters are cut. */
const MAX_NAMES = 100_000;
const MAX_PATHS = 20;
const CUT = 32;

const SEEN: ReadonlySet<Contact> = new Set(["ran", "present"]);

interface SightDraft {
  readonly artifact: string;
  count: number;
  first: Moment | undefined;
  last: Moment | undefined;
  readonly ordinal: number;
  readonly origin: Origin;
}
interface Draft {
  readonly name: string;
  readonly paths: Set<string>;
  ran: boolean;
  app: boolean;
  readonly sights: Map<string, SightDraft>;
}

const baseName = (value: string): string => value.slice(value.lastIndexOf("/") + 1);

function earlier(a: Moment | undefined, b: Moment | undefined): Moment | undefined {
  const [x, y] = [instant(a), instant(b)];
  return x === undefined ? b : y === undefined || x <= y ? a : b;
}
function later(a: Moment | undefined, b: Moment | undefined): Moment | undefined {
  const [x, y] = [instant(a), instant(b)];
  return x === undefined ? b : y === undefined || x >= y ? a : b;
}

/** Places whose records can name a program that ran or was there, and that hold what the phone said, not another tool. */
function namesPrograms(a: AnyArtifact): boolean {
  return !a.secondHand && a.observes.some(([type, contact]) => type === "process" && SEEN.has(contact));
}

class Union {
  readonly #all = new Map<string, Draft>();
  readonly #left = new Set<string>();

  /** `apps`: identifiers of apps in the same record. */
  add(
    at: Moment | undefined,
    { value, contact }: Observable,
    apps: ReadonlySet<string>,
    s: Pick<Sight, "artifact" | "ordinal" | "origin">,
  ): void {
    const name = baseName(value);
    if (name === "") return;
    let d = this.#all.get(name);
    if (!d) {
      if (this.#all.size >= MAX_NAMES) {
        if (this.#left.size < MAX_NAMES) this.#left.add(name);
        return;
      }
      this.#all.set(name, (d = { name, paths: new Set(), ran: false, app: true, sights: new Map() }));
    }
    if (value.startsWith("/") && d.paths.size < MAX_PATHS) d.paths.add(value);
    if (contact === "ran") d.ran = true;
    d.app &&= apps.has(value);
    const known = d.sights.get(s.artifact);
    if (known) {
      known.count++;
      known.first = earlier(known.first, at);
      known.last = later(known.last, at);
    } else d.sights.set(s.artifact, { ...s, count: 1, first: at, last: at });
  }

  /** A name of 32 letters that exactly one longer name begins with is that one. */
  #mend(): void {
    /** By their first letters; undefined where several begin alike. */
    const long = new Map<string, Draft | undefined>();
    for (const [name, d] of this.#all) {
      if (name.length <= CUT) continue;
      const cut = name.slice(0, CUT);
      long.set(cut, long.has(cut) ? undefined : d);
    }
    for (const [cut, to] of long) {
      const from = this.#all.get(cut);
      if (!to || !from || from.paths.size > 0) continue;
      this.#all.delete(cut);
      to.ran ||= from.ran;
      to.app &&= from.app;
      for (const [id, s] of from.sights) {
        const known = to.sights.get(id);
        if (!known) to.sights.set(id, s);
        else {
          known.count += s.count;
          known.first = earlier(known.first, s.first);
          known.last = later(known.last, s.last);
        }
      }
    }
  }

  end(order: readonly string[]): Omit<Programs, "sources"> {
    this.#mend();
    const programs = [...this.#all.values()]
      .sort((a, b) => byCodeUnit(a.name, b.name))
      .map((d) => ({
        name: d.name,
        paths: [...d.paths],
        ran: d.ran,
        app: d.app,
        sights: order.flatMap((id) => {
          const s = d.sights.get(id);
          if (!s) return [];
          const { first, last, ...rest } = s;
          return [{ ...rest, ...(first ? { first } : {}), ...(last ? { last } : {}) }];
        }),
      }));
    return { programs, over: this.#left.size };
  }
}

/**
 * Reads the records of a result once. Rows that do not stand in their tables any more count: they were seen.
 * @example
 * const { programs } = await programsSeen(folder, result, ARTIFACTS);
 * programs.filter((p) => p.sights.length === 1 && p.ran);
 */
export async function programsSeen(
  folder: StoredFolder,
  result: Result,
  artifacts: readonly AnyArtifact[],
): Promise<Programs> {
  const union = new Union();
  const read = artifacts.filter((a) => namesPrograms(a) && result.records[a.id] !== undefined).map((a) => a.id);
  for (const artifact of read)
    for await (const { first, records } of readRecords(folder, result, artifact))
      for (const [i, r] of records.entries()) {
        const named = r.observables.filter((o) => o.type === "process" && SEEN.has(o.contact));
        if (named.length === 0) continue;
        const apps = new Set(r.observables.flatMap((o) => (o.type === "app-id" ? [o.value] : [])));
        for (const o of named) union.add(r.at, o, apps, { artifact, ordinal: first + i, origin: r.origin });
      }
  const { programs, over } = union.end(read);
  const sources = read
    .map((artifact) => {
      const own = programs.filter((p) => p.sights.some((s) => s.artifact === artifact));
      return { artifact, programs: own.length, alone: own.filter((p) => p.sights.length === 1).length };
    })
    .filter((s) => s.programs > 0);
  return { sources, programs, over };
}
