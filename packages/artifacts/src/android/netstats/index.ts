/**
 * Bytes that each app sent and received: history of service `netstats`, and the fuller one of `CHECKIN NETSTATS`.
 *
 * `Uid stats:` holds blocks: `ident=[{type=1, …}] uid=10123 set=DEFAULT tag=0x0`, then buckets of some hours,
 * `st=1773288000 rb=… rp=… tb=… tp=… op=…` (seconds since 1970 since Android 7, milliseconds before). `set` is DEFAULT when the app was
 * not on screen. A tag is a part of what stands under tag 0. Names of networks are not kept.
 * Sources: android.md 2; AOSP NetworkStatsService, NetworkStatsCollection, NetworkStatsHistory (dump), NetworkIdentity.
 * @module
 */
import { type Moment, type Origin, own, utcNs } from "@contraluz/core";
import { userOf } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { fields, words } from "./words.ts";

const MAX_KEYS = 20_000;
const HEAD = /^ident=\[(.{0,3000})\] uid=(-?\d{1,10}) set=([A-Z_]{1,20}) tag=0x([0-9a-f]{1,8})$/;
const NETWORKS: Readonly<Record<string, string>> = {
  "0": "mobile",
  MOBILE: "mobile",
  "1": "wifi",
  WIFI: "wifi",
  "7": "bluetooth",
  BLUETOOTH: "bluetooth",
  "9": "ethernet",
  ETHERNET: "ethernet",
  "17": "vpn",
  VPN: "vpn",
};

interface Sum {
  readonly uid: number;
  readonly network: string;
  readonly set: string;
  readonly origin: Origin;
  received: number;
  sent: number;
  buckets: number;
  first: number;
  last: number;
}

/** Seconds since 1970: older versions count milliseconds. */
const moment = (seconds: number): Moment | undefined =>
  seconds > 0 && seconds < 7_258_118_400 ? utcNs(BigInt(seconds) * 1_000_000_000n, String(seconds), "s") : undefined;

/** The number behind `name=`; -1 where there is none. Buckets are a fifth of a report: no pattern is used on them. */
function numberOf(s: string, name: string): number {
  let i = s.indexOf(name);
  if (i < 0) return -1;
  i += name.length;
  let n = 0;
  const from = i;
  for (; i < s.length && i - from < 16; i++) {
    const c = s.charCodeAt(i) - 48;
    if (c < 0 || c > 9) break;
    n = n * 10 + c;
  }
  return i === from ? -1 : n;
}

class Netstats implements SectionReader {
  readonly #run: ParseRun;
  readonly #section: string;
  readonly #sums = new Map<string, Sum>();
  #part = "";
  #sum: Sum | undefined;
  #over = 0;
  #odd = 0;

  constructor(run: ParseRun, section: string) {
    this.#run = run;
    this.#section = section;
  }

  line(line: Line, item: SectionItem): void {
    const s = line.text;
    const t = s.trimStart();
    if (t.startsWith("st=")) {
      if (this.#sum) this.#bucket(this.#sum, t);
    } else if (t.startsWith("ident=[")) this.#head(t.trimEnd(), item.origin(line));
    else if (s === t && t.endsWith(":")) {
      this.#part = t.slice(0, 40);
      this.#sum = undefined;
    }
  }

  #head(s: string, origin: Origin): void {
    this.#sum = undefined;
    if (this.#part !== "Uid stats:") return;
    const m = HEAD.exec(s);
    if (!m) {
      this.#odd++;
      return;
    }
    if (Number.parseInt(m[4]!, 16) !== 0) return;
    const type = /\btype=([A-Z_]{1,20}|\d{1,3})/.exec(m[1]!)?.[1] ?? "";
    const network = NETWORKS[type] ?? (type === "" ? "unknown" : own(type.toLowerCase()));
    const key = `${m[2]} ${network} ${m[3]}`;
    this.#sum = this.#sums.get(key);
    if (this.#sum) return;
    if (this.#sums.size >= MAX_KEYS) {
      this.#over++;
      return;
    }
    const uid = Number(m[2]);
    this.#sum = { uid, network, set: own(m[3]!), origin, received: 0, sent: 0, buckets: 0, first: 0, last: 0 };
    this.#sums.set(key, this.#sum);
  }

  #bucket(sum: Sum, s: string): void {
    const start = numberOf(s, "st=");
    const received = numberOf(s, " rb=");
    const sent = numberOf(s, " tb=");
    if (start <= 0 || received < 0 || sent < 0) {
      this.#odd++;
      return;
    }
    const seconds = start > 1e11 ? Math.floor(start / 1000) : start;
    sum.received = Math.min(sum.received + received, Number.MAX_SAFE_INTEGER);
    sum.sent = Math.min(sum.sent + sent, Number.MAX_SAFE_INTEGER);
    sum.buckets++;
    if (sum.first === 0 || seconds < sum.first) sum.first = seconds;
    if (seconds > sum.last) sum.last = seconds;
  }

  end(emit: Emit): void {
    for (const { uid, network, set, origin, received, sent, buckets, first, last } of this.#sums.values()) {
      const at = moment(last);
      emit({
        kind: "usage",
        ...(at ? { at } : {}),
        fields: {
          uid,
          user: uid < 0 ? undefined : userOf(uid),
          network,
          background: set === "DEFAULT" ? true : set === "FOREGROUND" ? false : undefined,
          received,
          sent,
          first: moment(first),
          last: at,
          buckets,
          list: this.#section === "netstats" ? "netstats" : "checkin",
        },
        observables: [],
        origin,
      });
    }
    if (this.#over > 0) this.#run.problem({ code: "record-limit", found: `${this.#over} more blocks`, lost: "row" });
    if (this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other lines`,
        expected: "ident=… uid=…",
        lost: "row",
      });
  }
}

export const netstats: Artifact<"dumpstate"> = {
  id: "android/netstats",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["netstats", "CHECKIN NETSTATS"]),
  fields,
  key: { usage: ["uid", "network", "background", "list"] },
  observes: [],
  words,
  sources: ["dumpsys netstats", "CHECKIN NETSTATS"],
  parse: (run) => readSections((item) => new Netstats(run, item.section)),
};
