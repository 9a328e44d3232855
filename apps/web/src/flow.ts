/**
 * Where the person is, and what they have said so far: the whole state of the page and every way it can change, in one place.
 * It lives in memory only. Nothing of it stands in the address, the title or the history.
 * @module
 */
import type { ShortCode } from "@contraluz/acquire/state.ts";
import type { CaseRow } from "@contraluz/case/inbox/index.ts";
import type { Cite } from "@contraluz/case/log/actions.ts";
import type { CaseView } from "./cases/ask.ts";
import type { Asking, Chosen, Done, Failure, Names, PlannedPlace, Signs, Step } from "./engine/protocol.ts";
import type { AtHand, KindId } from "./kinds.ts";

/**
 * `start` and `hand` before anything is touched, `ways` and `guide` to get a file, `consent`, `file` (or `cable`: a copy that
 * this page takes from a phone) and `checking`, then the
 * `answer` with the `bench` and `air` (what was around of a capture) behind it, and `leave`: what lies on this computer now. `stopped`: the phone is of somebody who
 * does not know. `cases`: the cases of whoever helps, or of one person. `archive`: papers of an opened archive.
 * `hunt`: what a lab found over all its cases.
 */
export type PlaceId =
  | "start"
  | "hand"
  | "ways"
  | "guide"
  | "consent"
  | "file"
  | "cable"
  | "checking"
  | "answer"
  | "air"
  | "bench"
  | "leave"
  | "cases"
  | "archive"
  | "hunt"
  | "stopped";

/** The five steps that a person sees. */
export const STEPS = ["before", "file", "consent", "check", "answer"] as const;
export type StepId = (typeof STEPS)[number];

const STEP_OF: Readonly<Record<PlaceId, StepId>> = {
  start: "before",
  hand: "before",
  stopped: "before",
  cases: "before",
  archive: "before",
  hunt: "before",
  ways: "file",
  guide: "file",
  consent: "consent",
  file: "check",
  cable: "check",
  checking: "check",
  answer: "answer",
  air: "answer",
  bench: "answer",
  leave: "answer",
};

/** The step of a place, from 0. */
export function stepOf(place: PlaceId): number {
  return STEPS.indexOf(STEP_OF[place]);
}

/** What was picked: for the engine, and how to get a file of a large folder. */
export interface Picked {
  readonly name: string;
  readonly chosen: Chosen;
  readonly fileOf: (index: number) => Promise<File | undefined>;
}

export interface Consent {
  /** Left out: not said yet, and nobody says it for them. */
  readonly whose?: "mine" | "allowed" | "unknowing";
  /** Ids of `PARTS`. */
  readonly parts: readonly string[];
  readonly content: boolean;
  /** Keys that lie beside a capture may open what is encrypted in it. */
  readonly keys: boolean;
  readonly given: boolean;
}

export type Window = "waiting" | "reading" | "read" | "not-allowed" | "not-there";

/** A copy of a phone, taken by this page. `missing`: what the phone did not give, with a code of `@contraluz/acquire`. */
export interface CopyFacts {
  readonly files: number;
  readonly bytes: number;
  readonly missing: readonly { readonly code: ShortCode; readonly what: string }[];
}

/** A running check. */
export interface Running {
  readonly step: Step["step"];
  readonly places: readonly (PlannedPlace & { readonly state: Window })[];
  readonly listed: number;
  readonly doneBytes: number;
  readonly allBytes: number;
  /** The engine waits for a password. */
  readonly password?: Asking;
}

export const CASE_TABS = ["case", "consent", "evidence", "findings", "time", "incidents", "stories", "leave"] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** A record of the case as it is chosen from a list. */
export interface CiteChoice {
  readonly cite: Cite;
  readonly label: string;
}

/** Where somebody is who works on cases. The case itself is in the engine's thread. */
export interface Desk {
  readonly stage: "gate" | "list" | "new" | "case" | "verify";
  readonly tab: CaseTab;
  /** Where cases lie: in the browser's own files, or in a picked folder. */
  readonly own: boolean;
  /** Cases are opened by a phrase, not by a key. */
  readonly phrase: boolean;
  /** The public half of the key. */
  readonly recipient?: string;
  /** One of the cases that are there was opened. */
  readonly any: boolean;
  readonly rows: readonly CaseRow[];
  readonly view?: CaseView;
  /** Records that somebody marked for a story. */
  readonly cites: readonly CiteChoice[];
  /** What came of the last act; `wrong`: it was not done. */
  readonly said: readonly string[];
  readonly wrong: boolean;
  /** The thread is at work on something that was asked. */
  readonly busy: boolean;
  /** What the browser says of its own files; left out: not asked. */
  readonly persisted?: boolean;
}

export const FIRST_DESK: Desk = {
  stage: "gate",
  tab: "case",
  own: true,
  phrase: true,
  any: false,
  rows: [],
  cites: [],
  said: [],
  wrong: false,
  busy: false,
};

export interface Flow {
  readonly place: PlaceId;
  /** Where "back" leads, the last one first. */
  readonly trail: readonly PlaceId[];
  readonly hand: AtHand;
  readonly kind?: KindId;
  readonly consent: Consent;
  readonly picked?: Picked;
  /** The phone is to be copied from this page, by its cable. */
  readonly cable?: true;
  /** It was: what came of it. */
  readonly copied?: CopyFacts;
  /** Lists of signs that were dropped in. */
  readonly signs: readonly Signs[];
  /** Files of keys that go with a capture; only where `consent.keys` allows it. */
  readonly keyLogs: readonly File[];
  readonly names?: Names;
  readonly running?: Running;
  readonly done?: Done;
  readonly failure?: Failure;
  readonly desk?: Desk;
  /** What the person has saved to this computer from here. */
  readonly saved: readonly string[];
  /** The result was just removed: the first screen says so. */
  readonly removed?: true;
}

export type Act =
  | { readonly type: "go"; readonly to: PlaceId }
  | { readonly type: "back" }
  | { readonly type: "hand"; readonly hand: AtHand }
  | { readonly type: "kind"; readonly kind: KindId; readonly to: PlaceId }
  /** Instead of a file: the phone itself, by its cable. */
  | { readonly type: "cable"; readonly on: boolean }
  | { readonly type: "copied"; readonly copied?: CopyFacts }
  | { readonly type: "consent"; readonly consent: Consent }
  | { readonly type: "pick"; readonly picked: Picked }
  | { readonly type: "signs"; readonly signs: readonly Signs[] }
  | { readonly type: "key-logs"; readonly keyLogs: readonly File[] }
  /** `desk`: for a case; else whoever worked on cases has left them. */
  | { readonly type: "begin"; readonly desk?: true }
  | { readonly type: "names"; readonly names: Names }
  | { readonly type: "step"; readonly step: Step }
  | ({ readonly type: "password" } & Asking)
  | { readonly type: "tried" }
  | { readonly type: "done"; readonly done: Done }
  /** The result was judged again; the person stays where they are. */
  | { readonly type: "judged"; readonly done: Done }
  | { readonly type: "failed"; readonly failure: Failure }
  | { readonly type: "saved"; readonly name: string }
  | { readonly type: "desk"; readonly change: Partial<Desk> }
  /** Forgets all but the language. */
  | { readonly type: "forget"; readonly parts: readonly string[] };

export function firstFlow(parts: readonly string[]): Flow {
  return {
    place: "start",
    trail: [],
    hand: { has: [] },
    consent: { parts, content: false, keys: false, given: false },
    signs: [],
    keyLogs: [],
    saved: [],
  };
}

/** Places that one does not come back to: what was there is over. */
const PASSING: ReadonlySet<PlaceId> = new Set(["checking", "file", "cable"]);

function go(before: Flow, to: PlaceId): Flow {
  const f = drop(before, "removed");
  if (to === f.place) return f;
  return { ...f, place: to, trail: PASSING.has(f.place) ? f.trail : [f.place, ...f.trail] };
}

function drop<K extends keyof Flow>(f: Flow, ...keys: readonly K[]): Flow {
  return Object.fromEntries(Object.entries(f).filter(([k]) => !keys.includes(k as K))) as unknown as Flow;
}

function running(f: Flow, change: (r: Running) => Running): Flow {
  return f.running ? { ...f, running: change(f.running) } : f;
}

function stepped(f: Flow, s: Step): Flow {
  return running(f, (r) => {
    switch (s.step) {
      case "planned":
        return {
          ...r,
          step: s.step,
          places: s.places.map((p) => ({
            ...p,
            state: !p.allowed ? "not-allowed" : p.files === 0 ? "not-there" : "waiting",
          })),
          allBytes: s.places.reduce((n, p) => n + p.bytes, 0),
        };
      case "reading":
      case "read": {
        const state: Window = s.step === "read" ? "read" : "reading";
        const places = r.places.map((p) => (s.places.includes(p.id) && p.state !== "read" ? { ...p, state } : p));
        return { ...r, step: "reading", places, doneBytes: r.doneBytes + s.bytes };
      }
      case "listing":
      case "copying":
        return { ...r, step: s.step, listed: s.done };
      default:
        return { ...r, step: s.step };
    }
  });
}

/** The next state. Pure; what an act sets off outside (threads, files) is the business of `session.ts`. */
export function next(f: Flow, a: Act): Flow {
  switch (a.type) {
    case "go":
      return go(f, a.to);
    case "back": {
      const [to, ...trail] = f.trail;
      return to === undefined ? f : { ...f, place: to, trail };
    }
    case "hand":
      return { ...f, hand: a.hand };
    case "kind":
      // Keys are asked for of captures alone.
      return go(
        {
          ...drop(f, "cable"),
          kind: a.kind,
          ...(a.kind === "capture" ? {} : { consent: { ...f.consent, keys: false }, keyLogs: [] }),
        },
        a.to,
      );
    case "cable":
      return a.on ? { ...f, cable: true } : drop(f, "cable");
    case "copied":
      return a.copied ? { ...f, copied: a.copied } : drop(f, "copied", "picked");
    case "consent":
      // What is not allowed any more is let go of.
      if (!a.consent.given) return { ...f, consent: a.consent, keyLogs: a.consent.keys ? f.keyLogs : [] };
      if (a.consent.whose === undefined) return f;
      return a.consent.whose === "unknowing" ? go(f, "stopped") : { ...f, consent: a.consent };
    case "pick":
      return drop({ ...f, picked: a.picked }, "failure");
    case "signs":
      return { ...f, signs: a.signs };
    case "key-logs":
      return f.consent.keys ? { ...f, keyLogs: a.keyLogs } : f;
    case "begin":
      return go(
        drop(
          { ...f, running: { step: "opening", places: [], listed: 0, doneBytes: 0, allBytes: 0 } },
          "done",
          "failure",
          ...(a.desk ? [] : (["desk"] as const)),
        ),
        "checking",
      );
    case "names":
      return { ...f, names: a.names };
    case "step":
      return stepped(f, a.step);
    case "password": {
      const { type: _, ...asking } = a;
      return running(f, (r) => ({ ...r, password: asking }));
    }
    case "tried":
      return running(f, ({ password: _, ...r }) => r);
    case "done":
      return f.running ? go(drop({ ...f, done: a.done, names: a.done.names }, "running"), "answer") : f;
    case "judged":
      return f.done ? { ...f, done: a.done } : f;
    case "failed": {
      if (!f.running) return f;
      const rest = drop(f, "running", "picked");
      if (a.failure.code === "cancelled") return { ...rest, place: f.desk ? "cases" : f.cable ? "cable" : "file" };
      // A list without signs would fail again.
      const signs = a.failure.code === "no-signs" ? [] : rest.signs;
      return go({ ...rest, signs, failure: a.failure }, "answer");
    }
    case "desk":
      return { ...f, desk: { ...FIRST_DESK, ...f.desk, ...a.change } };
    case "saved":
      return { ...f, saved: [...f.saved.filter((n) => n !== a.name), a.name] };
    case "forget":
      return { ...firstFlow(a.parts), ...(f.done ? { removed: true } : {}) };
  }
}
