/**
 * C2, C3, C13: the phone is sent to 2G, or told to want 2G or 3G more than 4G. On 2G a phone cannot tell a false cell from a real one.
 *
 * A network without calls over 4G sends the phone to 2G or 3G for each call: that stands in the log (an extended service request), and is a
 * note. How much a phone should want each frequency is told by each cell in its broadcast.
 * A network that prefers 3G was met (United States, 2018): a note; one that prefers 2G was not.
 * Sources: 3GPP TS 36.331, 5.3.8.3, 5.4.3, 6.3.1 (SIB3 to SIB7); TS 36.304, 5.2.4.1; TS 23.272 (calls); network.md 1.1, 3(c).
 * @module
 */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { after, grouped, type Said, saidOf } from "../../radio/said.ts";
import type { Hit, Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Fact extends Said {
  readonly own: number;
  readonly lte: number;
  readonly utra: number;
  readonly geran: number;
}

/** Seconds between the wish for a call and being sent away for it. */
const CALL = 30;
const priority = (v: unknown): number => (typeof v === "number" ? v : -1);
const SENT: ReadonlySet<string> = new Set(["rrcConnectionRelease", "mobilityFromEUTRACommand"]);

function factOf(r: ArtifactRecord, ref: () => RecordRef): Fact | undefined {
  const f = r.fields;
  const sent = typeof f.redirect === "string" && SENT.has(String(f.type));
  const broadcast =
    f.own !== undefined ||
    f.lte !== undefined ||
    f.utra !== undefined ||
    f.geran !== undefined ||
    f.announced !== undefined;
  if (!sent && !broadcast && f.type !== "extendedServiceRequest") return undefined;
  const said = saidOf(r, ref);
  return (
    said && { ...said, own: priority(f.own), lte: priority(f.lte), utra: priority(f.utra), geran: priority(f.geran) }
  );
}

/** What a cell said last of how much each frequency is to be wanted; -1 where it was not heard. */
interface Wanted {
  readonly where: string;
  own: number;
  lte: number;
  utra: number;
  geran: number;
  refs: RecordRef[];
}

/** Cells that want a phone on an older network. Where it is 3G, that is how some networks are built: one note for all of them. */
function* preferring(facts: readonly Fact[]): Generator<Hit> {
  const cells = new Map<string, Wanted>();
  const second = new Map<string, Hit>();
  let third: Hit | undefined;
  /** All blocks have to be heard first: a cell is judged when it says something new of itself, and at the end. */
  const weigh = (w: Wanted): void => {
    const own = Math.max(w.own, w.lte);
    const params = { case: "wanted", where: w.where, times: 1, own };
    // Without any number of 4G nothing can be compared.
    if (own < 0) return;
    if (w.geran > own && !second.has(w.where))
      second.set(w.where, {
        subject: `wanted ${w.where}`.trim(),
        params: { ...params, to: "2G", other: w.geran },
        records: w.refs,
      });
    else if (w.geran <= own && w.utra > own)
      third ??= {
        subject: "wanted 3G",
        level: "info",
        params: { ...params, to: "3G", other: w.utra },
        records: w.refs,
      };
  };
  for (const f of facts) {
    const key = `${f.file} ${f.where}`;
    let w = cells.get(key);
    if (f.type === "systemInformationBlockType1") {
      if (w) weigh(w);
      continue;
    }
    if (f.type !== "systemInformation") continue;
    if (!w) cells.set(key, (w = { where: f.where, own: -1, lte: -1, utra: -1, geran: -1, refs: [] }));
    for (const name of ["own", "lte", "utra", "geran"] as const) if (f[name] >= 0) w[name] = f[name];
    w.refs = [...w.refs.slice(-9), f.ref];
  }
  for (const w of cells.values()) weigh(w);
  yield* second.values();
  if (third) yield third;
}

export const downgrade: Rule<Fact> = {
  id: "radio/downgrade",
  version: 1,
  level: "lead",
  words,
  needs: ["radio/messages"],
  baseRate: {
    fired: 1,
    samples: 7,
    what: "MobileInsight's logs of ordinary networks: a note on AT&T of 2018, which prefers 3G to 4G",
  },
  sources: ["3GPP TS 36.331", "3GPP TS 36.304", "network.md 3(c) C2, C3, C13"],
  budget: 100_000,
  fact: factOf,
  *judge(facts) {
    const called = after(facts, (f) => f.type === "extendedServiceRequest", CALL);
    const kindOf = (f: Fact): string => {
      if (f.redirect === "geran") return called.has(f) ? "call" : "2G";
      return /^(?:utra|cdma)/.test(f.redirect) ? "3G" : "";
    };
    const sent = facts.filter((f) => f.redirect !== "" && kindOf(f) !== "");
    const groups = grouped(sent, (f) => `${kindOf(f)}\n${kindOf(f) === "2G" ? f.where : ""}`);
    for (const [key, of] of groups) {
      const [kind, where] = key.split("\n") as [string, string];
      yield {
        subject: `sent ${kind} ${where}`.trim(),
        ...(kind === "2G" ? {} : { level: "info" as const }),
        params: {
          case: kind === "call" ? "call" : "sent",
          where,
          to: kind === "call" ? "2G" : kind,
          times: of.length,
          own: 0,
          other: 0,
        },
        records: of.map((f) => f.ref),
      };
    }
    yield* preferring(facts);
  },
};
