/**
 * C9: at one cell most connections end in a message that makes a phone say who it is (a question for the SIM's number, a rejection after which
 * it has to give it), and at the others around it hardly any. An ordinary network asks now and then; a cell whose business it is asks nearly everybody.
 *
 * Counts what one phone met, so it takes time: a lead needs four such connections at the cell, and four ordinary ones elsewhere in the same log. Without
 * others to compare with it is a note. Reasons that any cell would give (a SIM without a contract) count nothing.
 * Sources: "Marlin" (NDSS 2025), the share of messages that expose an identity (facts alone); TS 24.301, 5.4.4, 5.5; network.md 3(c) C9.
 * @module
 */
import { grouped, type Said, saidOf } from "../../radio/said.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

const BEGINS: ReadonlySet<string> = new Set([
  "attachRequest",
  "trackingAreaUpdateRequest",
  "serviceRequest",
  "extendedServiceRequest",
  "locationUpdatingRequest",
  "routingAreaUpdateRequest",
  "cmServiceRequest",
]);
const REJECTS: ReadonlySet<string> = new Set([
  "attachReject",
  "trackingAreaUpdateReject",
  "serviceReject",
  "authenticationReject",
  "locationUpdatingReject",
  "routingAreaUpdateReject",
]);
/** No contract, no agreement, a stolen phone, a full network: they say nothing of the cell. */
const ANYWHERE: ReadonlySet<number> = new Set([2, 3, 5, 6, 7, 8, 11, 13, 14, 22]);
/** Connections that are enough; shares that are odd, and that are ordinary. */
const [ENOUGH, ODD, ORDINARY] = [4, 0.5, 0.1];

const exposes = (s: Said): boolean =>
  (s.type === "identityRequest" && s.identity === "imsi") || (REJECTS.has(s.type) && !ANYWHERE.has(s.cause));

interface Share {
  readonly where: string;
  begun: number;
  exposed: number;
  open: boolean;
  readonly refs: Said["ref"][];
}

/** Of one log: how many connections each cell had, and how many of them exposed the phone. */
function shares(facts: readonly Said[]): Share[] {
  const cells = new Map<string, Share>();
  for (const s of facts) {
    let c = cells.get(s.where);
    if (!c) cells.set(s.where, (c = { where: s.where, begun: 0, exposed: 0, open: false, refs: [] }));
    if (!exposes(s)) {
      c.begun++;
      c.open = true;
      continue;
    }
    // A question and the rejection after it are of one connection; one that nobody began is one, too.
    if (!c.open && c.refs.length > 0 && s.type !== "identityRequest") continue;
    if (!c.open) c.begun++;
    c.open = false;
    c.exposed++;
    c.refs.push(s.ref);
  }
  return [...cells.values()];
}

export const exposing: Rule<Said> = {
  id: "radio/exposing",
  version: 1,
  level: "lead",
  words,
  needs: ["radio/messages"],
  baseRate: {
    fired: 0,
    samples: 7,
    what: "MobileInsight's logs of ordinary networks (United States 2018, China 2020)",
  },
  sources: ["3GPP TS 24.301", "network.md 3(c) C9"],
  budget: 100_000,
  fact(r, ref) {
    const { type, direction } = r.fields;
    if (r.kind !== "message") return undefined;
    const begins = direction === "up" && BEGINS.has(String(type));
    const said = begins || type === "identityRequest" || REJECTS.has(String(type)) ? saidOf(r, ref) : undefined;
    return said && (begins || exposes(said)) ? said : undefined;
  },
  *judge(facts) {
    for (const log of grouped(facts, (f) => String(f.file)).values()) {
      const cells = shares(log);
      for (const c of cells) {
        if (c.exposed < ENOUGH || c.exposed / c.begun < ODD) continue;
        const others = cells.filter((o) => o !== c);
        const begun = others.reduce((n, o) => n + o.begun, 0);
        const exposed = others.reduce((n, o) => n + o.exposed, 0);
        const compared = begun >= ENOUGH && exposed / begun <= ORDINARY;
        yield {
          subject: c.where === "" ? "exposing" : c.where,
          ...(compared ? {} : { level: "info" as const }),
          params: { where: c.where, exposed: c.exposed, begun: c.begun, elsewhere: compared ? begun : 0 },
          records: c.refs.slice(0, 100),
        };
      }
    }
  },
};
