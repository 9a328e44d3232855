/**
 * C1, C17: the network asked who the phone is, and did not go on as a network does. An ordinary network asks when it does not know the
 * number that the phone gave; then it proves itself (authentication) and lets the phone in. Who only collects numbers asks, and sends the
 * phone away; or asks again when all was settled; or asks a phone that wanted nothing.
 *
 * The number of the telephone itself (IMEI, IMEISV) is asked for by many networks between the proof and the end, to look for stolen ones:
 * no sign. One story a log: what a second log says begins anew.
 * Sources: 3GPP TS 24.301, 5.4.2, 5.4.4, 5.5.1; Rayhunter's analyzer of identity requests and its issue 557 (facts alone); network.md 1.1, 3(c).
 * @module
 */
import { country, grouped, near, type Said, saidOf } from "../../radio/said.ts";
import type { Hit, Rule } from "../../rule.ts";
import { words } from "./words.ts";

/** The phone wants something: an identity may be asked for. */
const WANTS: ReadonlySet<string> = new Set([
  "attachRequest",
  "trackingAreaUpdateRequest",
  "serviceRequest",
  "extendedServiceRequest",
  "controlPlaneServiceRequest",
  "routingAreaUpdateRequest",
  "locationUpdatingRequest",
  "cmServiceRequest",
  "detachRequest",
  "pagingResponse",
]);
/** The network has proved itself to the phone, or let it in. */
const PROVED: ReadonlySet<string> = new Set([
  "authenticationResponse",
  "securityModeComplete",
  "attachAccept",
  "attachComplete",
  "trackingAreaUpdateAccept",
  "trackingAreaUpdateComplete",
  "serviceAccept",
  "routingAreaUpdateAccept",
  "locationUpdatingAccept",
  "cmServiceAccept",
]);
/** The network, or the phone, ends it. */
const ENDS: ReadonlySet<string> = new Set([
  "attachReject",
  "trackingAreaUpdateReject",
  "serviceReject",
  "routingAreaUpdateReject",
  "locationUpdatingReject",
  "authenticationReject",
  "cmServiceReject",
  "rrcConnectionRelease",
  "channelRelease",
  "rrcConnectionRequest",
  "detachRequest",
]);
const ASKS = "identityRequest";
/** They tell of which country SIM and cell are. */
const TELL = ["identityResponse", "systemInformationBlockType1"];
const USED: ReadonlySet<string> = new Set([...WANTS, ...PROVED, ...ENDS, ASKS, ...TELL]);
/** A SIM without a contract, or of a network without an agreement here: it is turned away everywhere, after it was asked. */
const UNWANTED: ReadonlySet<number> = new Set([2, 3, 6, 7, 8, 11, 13, 14]);
/** Seconds for which what a phone wanted explains a question. */
const PATIENCE = 30;

type Case = "left" | "again" | "unasked";

interface Odd {
  readonly case: Case;
  readonly level: "lead" | "info";
  readonly asked: Said;
  readonly end: Said | undefined;
}

/** State of one phone, in one log. */
class Story {
  #wanted: Said | undefined;
  #proved: Said | undefined;
  #asked: Said | undefined;
  #home = "";
  /** Of the cell that was heard last. */
  #network = "";
  readonly odd: Odd[] = [];

  take(s: Said): void {
    if (s.type === "systemInformationBlockType1") {
      this.#network = s.networks[0] ?? this.#network;
      return;
    }
    if (s.home !== "") this.#home = s.home;
    if (s.type === ASKS) this.#question(s);
    else if (PROVED.has(s.type)) {
      this.#proved = s;
      this.#asked = undefined;
    } else if (ENDS.has(s.type)) this.#over(s);
    if (WANTS.has(s.type) && s.up) this.#wanted = s;
  }

  #question(s: Said): void {
    if (s.identity !== "imsi") return;
    const wanted = this.#wanted !== undefined && near(this.#wanted, s, PATIENCE) ? this.#wanted : undefined;
    const proved = this.#proved !== undefined && near(this.#proved, s, PATIENCE) ? this.#proved : undefined;
    if (proved) this.odd.push({ case: "again", level: "lead", asked: s, end: proved });
    else if (!wanted) this.odd.push({ case: "unasked", level: "lead", asked: s, end: undefined });
    this.#asked = s;
  }

  #over(s: Said): void {
    const asked = this.#asked;
    if (s.type !== "detachRequest" || s.up) this.#proved = undefined;
    if (!asked) return;
    this.#asked = undefined;
    if (!near(asked, s, 2 * PATIENCE)) return;
    // What would be turned away anywhere: no contract, or a network of another country.
    const abroad = this.#home !== "" && this.#network !== "" && country(this.#home) !== country(this.#network);
    const level = UNWANTED.has(s.cause) || abroad ? "info" : "lead";
    this.odd.push({ case: "left", level, asked, end: s });
  }
}

export const askedIdentity: Rule<Said> = {
  id: "radio/identity",
  version: 1,
  level: "lead",
  words,
  needs: ["radio/messages"],
  baseRate: {
    fired: 0,
    samples: 7,
    what: "MobileInsight's logs of ordinary networks (United States 2018, China 2020), in which no network asks for an IMSI",
  },
  sources: ["3GPP TS 24.301, 5.4.4", "network.md 3(c) C1, C17"],
  budget: 200_000,
  fact(r, ref) {
    if (r.kind !== "message" || !USED.has(String(r.fields.type))) return undefined;
    return saidOf(r, ref);
  },
  *judge(facts) {
    const stories = new Map<number, Story>();
    for (const f of facts) {
      let story = stories.get(f.file);
      if (!story) stories.set(f.file, (story = new Story()));
      story.take(f);
    }
    const odd = [...stories.values()].flatMap((s) => s.odd);
    for (const what of ["left", "again", "unasked"] as const)
      for (const level of ["lead", "info"] as const) {
        const of = odd.filter((o) => o.case === what && o.level === level);
        for (const [where, those] of grouped(of, (o) => o.asked.where)) yield hitOf(what, level, where, those);
      }
  },
};

function hitOf(what: Case, level: "lead" | "info", where: string, of: readonly Odd[]): Hit {
  const first = of[0]!;
  const why = of.map((o) => o.end?.why ?? "").find((w) => w !== "") ?? "";
  return {
    subject: `${what}${level === "info" ? " unwanted" : ""} ${where}`.trim(),
    level,
    params: {
      case: level === "info" ? "unwanted" : what,
      times: of.length,
      where,
      generation: first.asked.generation.toUpperCase(),
      why,
    },
    records: of.flatMap((o) => (o.end ? [o.asked.ref, o.end.ref] : [o.asked.ref])),
  };
}
