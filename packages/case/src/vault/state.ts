/** What the entries of a log add up to: the case as it stands. Nothing here is stored; it is made anew from the log each time. @module */
import type { Lang, Sha256 } from "@contraluz/core";
import type { Consent, Withdrawal } from "../consent/types.ts";
import type { Incident } from "../incidents/types.ts";
import type { Actions, ArchiveNote, CheckNote, Person, TakenEvidence } from "../log/actions.ts";
import type { Entry } from "../log/entry.ts";
import { isAction } from "../log/read.ts";
import { standingClocks } from "../review/clocks.ts";

/** When and by whom something was written down. */
export interface Written {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
}

export interface CaseState {
  readonly title: string;
  readonly lang: Lang;
  readonly created: string;
  /** Of the newest entry. */
  readonly last: string;
  readonly entries: number;
  readonly people: readonly (Person & Written)[];
  /** Newest last. The newest one holds, unless it was withdrawn. */
  readonly consents: readonly (Written & {
    readonly consent: Consent;
    readonly withdrawn?: Written & Actions["withdrawal"];
  })[];
  readonly evidence: readonly (Written &
    TakenEvidence & { readonly how: "copy" | "hash"; readonly from?: string; readonly removed?: true })[];
  readonly windows: readonly (Written & Actions["window"])[];
  readonly known: readonly string[];
  readonly checks: readonly (Written & CheckNote & { readonly of?: string; readonly removed?: true })[];
  readonly notes: readonly (Written & Actions["note"])[];
  readonly tags: readonly (Written & Actions["tag"])[];
  /** The newest form of each story. */
  readonly stories: readonly (Written & Actions["story"])[];
  readonly reviews: readonly (Written & Actions["review"])[];
  readonly reproduced: readonly (Written & Actions["reproduced"])[];
  /** Those that stand: what was taken back is in the log alone. */
  readonly clocks: readonly (Written & Actions["clock"])[];
  /** The newest form of each incident. */
  readonly incidents: readonly (Written & { readonly incident: Incident })[];
  readonly status?: Written & Actions["status"];
  readonly dossiers: readonly (Written & Actions["dossier"])[];
  readonly exports: readonly (Written & Actions["export"])[];
  readonly packs: readonly (Written & {
    readonly id: string;
    readonly sent: boolean;
    readonly parts: readonly Sha256[];
    readonly to?: readonly string[];
  })[];
  /** Labs that have records of it. */
  readonly labs: readonly (Written & Actions["lab-added"])[];
  readonly problems: readonly (Written & Actions["problem"])[];
  /** The newest note of each. */
  readonly archives: readonly (Written & ArchiveNote & { readonly removed?: true })[];
  /** The entry that last removed one; 0 if none did. */
  readonly archivesSince: number;
}

/** A list in which what has the same id takes the place of the one before. */
class Newest<T> {
  readonly #list: T[] = [];
  readonly #at = new Map<string, number>();

  put(id: string, item: T): void {
    const at = this.#at.get(id);
    if (at === undefined) this.#at.set(id, this.#list.push(item) - 1);
    else this.#list[at] = item;
  }

  list(): readonly T[] {
    return this.#list;
  }
}

/** Folds a log, oldest entry first. Entries of actions that are not known here are counted and passed over. */
export function foldLog(log: readonly Entry[]): CaseState {
  const s = {
    title: "",
    lang: "es" as Lang,
    created: log[0]?.head.at ?? "",
    last: log.at(-1)?.head.at ?? "",
    entries: log.length,
    consents: [] as CaseState["consents"][number][],
    evidence: [] as CaseState["evidence"][number][],
    windows: [] as CaseState["windows"][number][],
    checks: [] as CaseState["checks"][number][],
    notes: [] as CaseState["notes"][number][],
    tags: [] as CaseState["tags"][number][],
    reviews: [] as CaseState["reviews"][number][],
    reproduced: [] as CaseState["reproduced"][number][],
    clocks: [] as CaseState["clocks"][number][],
    status: undefined as CaseState["status"],
    dossiers: [] as CaseState["dossiers"][number][],
    exports: [] as CaseState["exports"][number][],
    packs: [] as CaseState["packs"][number][],
    problems: [] as CaseState["problems"][number][],
  };
  const people = new Newest<CaseState["people"][number]>();
  const stories = new Newest<CaseState["stories"][number]>();
  const incidents = new Newest<CaseState["incidents"][number]>();
  const labs = new Map<string, CaseState["labs"][number]>();
  const archives = new Newest<Written & ArchiveNote>();
  const known = new Set<string>();
  let archivesSince = 0;
  /** What was removed, and by which entry: what is called so later is another thing. */
  const gone = new Map<string, number>();
  for (const e of log) {
    const w: Written = { seq: e.head.seq, at: e.head.at, actor: e.head.actor };
    if (isAction(e, "created")) {
      s.title = e.data.title;
      s.lang = e.data.lang;
    } else if (isAction(e, "actor")) people.put(e.data.label, { ...e.data, ...w });
    else if (isAction(e, "consent")) s.consents.push({ ...w, consent: e.data.consent });
    else if (isAction(e, "withdrawal")) {
      const last = s.consents.pop();
      if (last) s.consents.push({ ...last, withdrawn: { ...w, ...e.data } });
    } else if (isAction(e, "intake")) {
      const { how, from } = e.data;
      for (const x of e.data.evidence) s.evidence.push({ ...w, ...x, how, ...(from === undefined ? {} : { from }) });
    } else if (isAction(e, "window")) s.windows.push({ ...w, ...e.data });
    else if (isAction(e, "known")) for (const v of e.data.values) known.add(v);
    else if (isAction(e, "check") || isAction(e, "recheck")) s.checks.push({ ...w, ...e.data });
    else if (isAction(e, "note")) s.notes.push({ ...w, ...e.data });
    else if (isAction(e, "tag")) s.tags.push({ ...w, ...e.data });
    else if (isAction(e, "story")) stories.put(e.data.id, { ...w, ...e.data });
    else if (isAction(e, "review")) s.reviews.push({ ...w, ...e.data });
    else if (isAction(e, "reproduced")) s.reproduced.push({ ...w, ...e.data });
    else if (isAction(e, "clock")) s.clocks.push({ ...w, ...e.data });
    else if (isAction(e, "incident")) incidents.put(e.data.incident.id, { ...w, incident: e.data.incident });
    else if (isAction(e, "status")) s.status = { ...w, ...e.data };
    else if (isAction(e, "dossier")) s.dossiers.push({ ...w, ...e.data });
    else if (isAction(e, "export")) s.exports.push({ ...w, ...e.data });
    else if (isAction(e, "pack-sent"))
      s.packs.push({ ...w, id: e.data.id, sent: true, parts: e.data.parts, to: e.data.to });
    else if (isAction(e, "pack-received")) s.packs.push({ ...w, id: e.data.id, sent: false, parts: e.data.parts });
    else if (isAction(e, "lab-added")) labs.set(e.data.lab, { ...w, ...e.data });
    else if (isAction(e, "lab-removed")) labs.delete(e.data.lab);
    else if (isAction(e, "problem")) s.problems.push({ ...w, ...e.data });
    else if (isAction(e, "archive")) archives.put(e.data.archive, { ...w, ...e.data });
    else if (isAction(e, "removed"))
      for (const o of e.data.objects) {
        gone.set(o, w.seq);
        if (o.startsWith("archive/")) archivesSince = w.seq;
      }
  }
  const { status, ...rest } = s;
  const left = <T extends Written>(x: T, object: string | undefined): T & { readonly removed?: true } =>
    object !== undefined && (gone.get(object) ?? 0) > x.seq ? { ...x, removed: true } : x;
  return {
    ...rest,
    clocks: standingClocks(s.clocks),
    people: people.list(),
    stories: stories.list(),
    incidents: incidents.list(),
    known: [...known],
    labs: [...labs.values()],
    evidence: s.evidence.map((x) => left(x, x.folder)),
    checks: s.checks.map((x) => left(x, `checks/${x.check}`)),
    archives: archives.list().map((x) => left(x, `archive/${x.archive}`)),
    archivesSince,
    ...(status === undefined ? {} : { status }),
  };
}

/** The newest consent, whether it still holds or not (`consent/gate.ts` decides that). */
export function latestConsent(s: Pick<CaseState, "consents">): Consent | undefined {
  return s.consents.at(-1)?.consent;
}

/** That the newest consent was taken back. */
export function withdrawalOf(s: Pick<CaseState, "consents">): Withdrawal | undefined {
  const last = s.consents.at(-1)?.withdrawn;
  return last && { on: last.at.slice(0, 10), why: last.why };
}
