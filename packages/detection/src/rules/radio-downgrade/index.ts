/**
 * C2, C3, C13: the phone is sent to 2G, or told to want 2G or 3G more than 4G. On 2G a phone cannot tell a false cell from a real one.
 *
 * A network without calls over 4G sends the phone to 2G or 3G for each call: that stands in the log (an extended service request), and is a
 * note. How much a phone should want each frequency is told by each cell in its broadcast; one story a cell, from one block 1 to the next.
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

interface Wanted {
  lte: number;
  older: number;
  name: string;
  readonly refs: RecordRef[];
}

/** Cells that want a phone on an older network. */
function* preferring(facts: readonly Fact[]): Generator<Hit> {
  const cells = new Map<string, Wanted>();
  const told = new Set<string>();
  for (const f of facts) {
    const key = `${f.file} ${f.where}`;
    if (f.type === "systemInformationBlockType1") {
      cells.delete(key);
      continue;
    }
    if (f.type !== "systemInformation") continue;
    let w = cells.get(key);
    if (!w) cells.set(key, (w = { lte: -1, older: -1, name: "", refs: [] }));
    w.lte = Math.max(w.lte, f.own, f.lte);
    const older = Math.max(f.utra, f.geran);
    if (older > w.older) {
      w.older = older;
      w.name = f.geran >= f.utra ? "2G" : "3G";
    }
    if (w.refs.length < 10) w.refs.push(f.ref);
    // Without any number of 4G nothing can be compared.
    if (w.lte < 0 || w.older <= w.lte || told.has(f.where)) continue;
    told.add(f.where);
    const params = { case: "wanted", where: f.where, to: w.name, times: 1, own: w.lte, other: w.older };
    yield { subject: `wanted ${f.where}`.trim(), params, records: [...w.refs] };
  }
}

export const downgrade: Rule<Fact> = {
  id: "radio/downgrade",
  version: 1,
  level: "lead",
  words,
  needs: ["radio/messages"],
  baseRate: {
    fired: 0,
    samples: 7,
    what: "MobileInsight's logs of ordinary networks (United States 2018, China 2020)",
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
