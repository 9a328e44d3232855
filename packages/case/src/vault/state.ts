/** What the entries of a log add up to: the case as it stands. Nothing here is stored; it is made anew from the log each time. @module */
import type { Lang, Sha256 } from "@contraluz/core";
import type { Consent, Withdrawal } from "../consent/types.ts";
import type { Incident } from "../incidents/types.ts";
import type { Actions, CheckNote, Person, TakenEvidence } from "../log/actions.ts";
import type { Entry } from "../log/entry.ts";
import { isAction } from "../log/read.ts";

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
  readonly problems: readonly (Written & Actions["problem"])[];
}

/** Replaces what has the same id, at its place; else puts it behind. */
function newest<T>(list: T[], item: T, id: (x: T) => string): void {
  const at = list.findIndex((x) => id(x) === id(item));
  if (at < 0) list.push(item);
  else list[at] = item;
}

/** Folds a log, oldest entry first. Entries of actions that are not known here are counted and passed over. */
export function foldLog(log: readonly Entry[]): CaseState {
  const s = {
    title: "",
    lang: "es" as Lang,
    created: log[0]?.head.at ?? "",
    last: log.at(-1)?.head.at ?? "",
    entries: log.length,
    people: [] as CaseState["people"][number][],
    consents: [] as CaseState["consents"][number][],
    evidence: [] as CaseState["evidence"][number][],
    windows: [] as CaseState["windows"][number][],
    known: [] as string[],
    checks: [] as CaseState["checks"][number][],
    notes: [] as CaseState["notes"][number][],
    tags: [] as CaseState["tags"][number][],
    stories: [] as CaseState["stories"][number][],
    reviews: [] as CaseState["reviews"][number][],
    reproduced: [] as CaseState["reproduced"][number][],
    clocks: [] as CaseState["clocks"][number][],
    incidents: [] as CaseState["incidents"][number][],
    status: undefined as CaseState["status"],
    dossiers: [] as CaseState["dossiers"][number][],
    exports: [] as CaseState["exports"][number][],
    packs: [] as CaseState["packs"][number][],
    problems: [] as CaseState["problems"][number][],
  };
  for (const e of log) {
    const w: Written = { seq: e.head.seq, at: e.head.at, actor: e.head.actor };
    if (isAction(e, "created")) {
      s.title = e.data.title;
      s.lang = e.data.lang;
    } else if (isAction(e, "actor")) newest(s.people, { ...e.data, ...w }, (p) => p.label);
    else if (isAction(e, "consent")) s.consents.push({ ...w, consent: e.data.consent });
    else if (isAction(e, "withdrawal")) {
      const last = s.consents.pop();
      if (last) s.consents.push({ ...last, withdrawn: { ...w, ...e.data } });
    } else if (isAction(e, "intake")) {
      const { how, from } = e.data;
      for (const x of e.data.evidence) s.evidence.push({ ...w, ...x, how, ...(from === undefined ? {} : { from }) });
    } else if (isAction(e, "window")) s.windows.push({ ...w, ...e.data });
    else if (isAction(e, "known")) s.known.push(...e.data.values.filter((v) => !s.known.includes(v)));
    else if (isAction(e, "check") || isAction(e, "recheck")) s.checks.push({ ...w, ...e.data });
    else if (isAction(e, "note")) s.notes.push({ ...w, ...e.data });
    else if (isAction(e, "tag")) s.tags.push({ ...w, ...e.data });
    else if (isAction(e, "story")) newest(s.stories, { ...w, ...e.data }, (x) => x.id);
    else if (isAction(e, "review")) s.reviews.push({ ...w, ...e.data });
    else if (isAction(e, "reproduced")) s.reproduced.push({ ...w, ...e.data });
    else if (isAction(e, "clock")) s.clocks.push({ ...w, ...e.data });
    else if (isAction(e, "incident")) newest(s.incidents, { ...w, incident: e.data.incident }, (x) => x.incident.id);
    else if (isAction(e, "status")) s.status = { ...w, ...e.data };
    else if (isAction(e, "dossier")) s.dossiers.push({ ...w, ...e.data });
    else if (isAction(e, "export")) s.exports.push({ ...w, ...e.data });
    else if (isAction(e, "pack-sent"))
      s.packs.push({ ...w, id: e.data.id, sent: true, parts: e.data.parts, to: e.data.to });
    else if (isAction(e, "pack-received")) s.packs.push({ ...w, id: e.data.id, sent: false, parts: e.data.parts });
    else if (isAction(e, "problem")) s.problems.push({ ...w, ...e.data });
    else if (isAction(e, "removed")) {
      const gone = new Set(e.data.objects);
      s.evidence = s.evidence.map((x) => (x.folder !== undefined && gone.has(x.folder) ? { ...x, removed: true } : x));
      s.checks = s.checks.map((x) => (gone.has(`checks/${x.check}`) ? { ...x, removed: true } : x));
    }
  }
  const { status, ...rest } = s;
  return status === undefined ? rest : { ...rest, status };
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
