/**
 * Every kind of evidence, and what each asks of a person: the one table that later kinds add a line to. The page offers the
 * least heavy way first.
 * @module
 */

export type KindId =
  | "ios-backup"
  | "privacy-report"
  | "sysdiagnose"
  | "android-bugreport"
  | "intrusion-logs"
  | "androidqf"
  | "capture"
  | "notice"
  | "saved-result";

export type Phone = "iphone" | "android";
/** Where the check itself can run. */
export type Device = "computer" | "phone";
/** What one must have at hand. */
export type Need = "computer" | "cable" | "space" | "time";

export interface Kind {
  readonly id: KindId;
  /** Left out: whatever the phone. */
  readonly phone?: Phone;
  /** Where it can be made and checked; the small kinds also on the phone itself. */
  readonly on: readonly Device[];
  readonly needs: readonly Need[];
  /** Megabytes, from and to. */
  readonly megabytes: readonly [number, number];
  /** Minutes of making and checking it, from and to; most of them are waiting. */
  readonly minutes: readonly [number, number];
  /** A key of `GUIDES`. */
  readonly guide?: string;
  /** Contraluz reads it today. What it does not read yet is named all the same: a helpline may. */
  readonly ready: boolean;
  /** It is handed in as a folder or as a file. */
  readonly form: "folder" | "file" | "none";
}

export const KINDS: readonly Kind[] = [
  {
    id: "notice",
    on: ["computer", "phone"],
    needs: [],
    megabytes: [0, 0],
    minutes: [5, 10],
    guide: "notice",
    ready: true,
    form: "none",
  },
  {
    id: "privacy-report",
    phone: "iphone",
    on: ["computer", "phone"],
    needs: [],
    megabytes: [1, 60],
    minutes: [5, 10],
    guide: "privacy-report",
    ready: true,
    form: "file",
  },
  {
    id: "sysdiagnose",
    phone: "iphone",
    on: ["computer", "phone"],
    needs: [],
    megabytes: [100, 500],
    minutes: [20, 30],
    guide: "sysdiagnose",
    ready: true,
    form: "file",
  },
  {
    id: "ios-backup",
    phone: "iphone",
    on: ["computer"],
    needs: ["computer", "cable", "space", "time"],
    megabytes: [5_000, 120_000],
    minutes: [40, 180],
    guide: "ios-backup",
    ready: true,
    form: "folder",
  },
  {
    id: "intrusion-logs",
    phone: "android",
    on: ["computer", "phone"],
    needs: [],
    megabytes: [1, 60],
    minutes: [5, 15],
    guide: "intrusion-logs",
    ready: true,
    form: "file",
  },
  {
    id: "android-bugreport",
    phone: "android",
    on: ["computer", "phone"],
    needs: [],
    megabytes: [5, 60],
    minutes: [10, 20],
    guide: "android-bugreport",
    ready: true,
    form: "file",
  },
  {
    id: "androidqf",
    phone: "android",
    on: ["computer"],
    needs: ["computer", "cable"],
    megabytes: [50, 2_000],
    minutes: [20, 60],
    guide: "androidqf",
    ready: true,
    form: "folder",
  },
  {
    id: "capture",
    on: ["computer"],
    needs: ["computer", "time"],
    megabytes: [1, 2_000],
    minutes: [20, 60],
    guide: "capture",
    ready: true,
    form: "file",
  },
];

/** What the person has at hand. Left out: not said. */
export interface AtHand {
  readonly phone?: Phone;
  readonly device?: Device;
  readonly has: readonly Exclude<Need, "computer">[];
}

export interface Way {
  readonly kind: Kind;
  /** What the person did not say that they have. */
  readonly missing: readonly Need[];
}

/** Lighter first: by the minutes it takes at most, then by its size. */
function weight(k: Kind): number {
  return k.minutes[1] * 1e6 + k.megabytes[1];
}

/** The ways that fit a phone, those that can be taken now first, each group from the lightest on. */
export function waysFor(hand: AtHand): readonly Way[] {
  const missing = (k: Kind): Need[] =>
    k.needs.filter((n) => (n === "computer" ? hand.device !== "computer" : !hand.has.includes(n)));
  return KINDS.filter((k) => !k.phone || !hand.phone || k.phone === hand.phone)
    .map((kind): Way => ({ kind, missing: missing(kind) }))
    .sort((a, b) => rank(a) - rank(b) || weight(a.kind) - weight(b.kind));
}

/** What can be done now, what lacks something, what we do not read yet. */
function rank(w: Way): number {
  return w.kind.ready ? (w.missing.length === 0 ? 0 : 1) : 2;
}
