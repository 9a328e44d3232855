/**
 * C7, C9, C10: the network turned the phone away, and why; the phone did not believe the network; numbers of SIMs were sent in the open.
 *
 * One rejection is ordinary (a SIM without a contract, a network that takes no guests, congestion): a note with its reason. Three within ten
 * minutes by one cell are odd, unless the reason is one that every cell would give. Where the phone itself refuses (MAC failure), the
 * network could not prove that it is the one of the SIM.
 * Sources: 3GPP TS 24.301, 5.4.2.6, 9.9.3.9; "Marlin" (NDSS 2025) on messages that expose who a phone is; network.md 1.1, 3(c).
 * @module
 */
import { some } from "../../plain.ts";
import { grouped, near, type Said, saidOf } from "../../radio/said.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Fact extends Said {
  /** SIMs that were called by their number. */
  readonly paged: number;
}

const REJECTS: ReadonlySet<string> = new Set([
  "attachReject",
  "trackingAreaUpdateReject",
  "serviceReject",
  "authenticationReject",
  "routingAreaUpdateReject",
  "locationUpdatingReject",
  "cmServiceReject",
  "securityModeReject",
]);
/** No contract, no agreement, a stolen phone: any cell of the network would say so. */
const ANYWHERE: ReadonlySet<number> = new Set([2, 3, 5, 6, 7, 8, 11, 13, 14]);
const MAC_FAILURE = 20;
const BURST = 3;
const WITHIN = 600;

/** Whether so many of them lie within the time. */
function burst(of: readonly Said[]): boolean {
  return of.some((f, i) => of[i + BURST - 1] !== undefined && near(f, of[i + BURST - 1]!, WITHIN));
}

export const rejects: Rule<Fact> = {
  id: "radio/rejects",
  version: 1,
  level: "info",
  words,
  needs: ["radio/messages"],
  baseRate: {
    fired: 0,
    samples: 7,
    what: "MobileInsight's logs of ordinary networks (United States 2018, China 2020)",
  },
  sources: ["3GPP TS 24.301, 9.9.3.9", "network.md 3(c) C7, C9, C10"],
  budget: 100_000,
  fact(r, ref) {
    const { type, identity, imsi, direction } = r.fields;
    if (r.kind !== "message") return undefined;
    const given = identity === "imsi" && direction === "up";
    const paged = typeof imsi === "number" ? imsi : 0;
    if (!REJECTS.has(String(type)) && type !== "authenticationFailure" && !given && paged === 0) return undefined;
    const said = saidOf(r, ref);
    return said && { ...said, paged };
  },
  *judge(facts) {
    const cells = grouped(
      facts.filter((f) => REJECTS.has(f.type)),
      (f) => f.where,
    );
    const single: Fact[] = [];
    for (const [where, of] of cells) {
      const odd = of.filter((f) => !ANYWHERE.has(f.cause));
      if (!burst(odd)) {
        for (const f of of) single.push(f);
        continue;
      }
      const why = some(
        odd.map((f) => f.why),
        3,
      );
      yield {
        subject: `burst ${where}`.trim(),
        level: "lead",
        params: { case: "burst", times: odd.length, where, why },
        records: odd.map((f) => f.ref),
      };
    }
    for (const [why, of] of grouped(single, (f) => f.why))
      yield {
        subject: `rejected ${why}`.trim(),
        params: { case: "rejected", times: of.length, where: "", why },
        records: of.map((f) => f.ref),
      };
    const doubted = facts.filter((f) => f.type === "authenticationFailure" && f.cause === MAC_FAILURE);
    if (doubted.length > 0)
      yield {
        subject: "doubted",
        level: "lead",
        params: {
          case: "doubted",
          times: doubted.length,
          where: some(
            doubted.map((f) => f.where),
            3,
          ),
          why: "",
        },
        records: doubted.map((f) => f.ref),
      };
    const paged = facts.filter((f) => f.paged > 0);
    const given = facts.filter((f) => f.identity === "imsi" && f.up);
    for (const [what, of] of [
      ["paged", paged],
      ["given", given],
    ] as const)
      if (of.length > 0)
        yield {
          subject: what,
          params: { case: what, times: of.length, where: "", why: "" },
          records: of.map((f) => f.ref),
        };
  },
};
