/**
 * Servers outside that signed for themselves, or whose certificate lasts for more than five years: no public authority does so. A note; a lead
 * where no name was asked for and the port is none of those that TLS is used on.
 *
 * Until TLS 1.2, and later where keys opened them: they are encrypted there. Servers at home sign for themselves by custom, and are not looked at.
 * Sources: CA/Browser Forum, Baseline Requirements (at most 398 days since 2020, 39 months before); network.md 3(b) B7.
 * @module
 */
import { parseIso, type RecordRef } from "@contraluz/core";
import { bySubject, CLEAN_CAPTURES, endpoint, isOutside, named, number } from "../../network/destination.ts";
import { isQuietName } from "../../network/quiet.ts";
import { isTlsPort } from "../../network/tls-ports.ts";
import { plain, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Shown {
  readonly subject: string;
  readonly says: string;
  readonly self: boolean;
  readonly years: number;
  readonly lead: boolean;
  readonly ref: RecordRef;
}

const DAY = 86_400_000_000_000n;
const [LONG, YEAR] = [1830, 365];

export const oddCertificate: Rule<Shown> = {
  id: "network/odd-certificate",
  version: 1,
  level: "info",
  words,
  needs: ["network/tls"],
  baseRate: { fired: 1, ...CLEAN_CAPTURES },
  sources: ["CA/Browser Forum, Baseline Requirements", "network.md 3(b) B7"],
  budget: 5000,
  once: (f) => `${f.subject} ${f.says}`,
  fact(r, ref) {
    const { server, port, sni, certificates } = r.fields;
    if (r.kind !== "hello" || !Array.isArray(certificates) || !isOutside(string(server))) return undefined;
    const leaf: unknown = certificates[0];
    if (typeof leaf !== "object" || leaf === null) return undefined;
    const c = leaf as { readonly [name: string]: unknown };
    const [from, until] = [parseIso(string(c.from)), parseIso(string(c.until))];
    const days = from === undefined || until === undefined ? 0 : Number((until - from) / DAY);
    const self = c.selfIssued === true;
    const name = string(sni);
    if ((!self && days <= LONG) || (name !== "" && isQuietName(name))) return undefined;
    return {
      subject: endpoint(name || string(server), number(port)),
      says: plain(string(c.subject)),
      self,
      years: Math.round(days / YEAR),
      lead: self && name === "" && !isTlsPort(number(port)),
      ref: ref(),
    };
  },
  *judge(facts) {
    const hits: Hit[] = [];
    for (const [subject, of] of bySubject(facts)) {
      const f = of.find((x) => x.lead) ?? of[0]!;
      hits.push({
        subject,
        level: f.lead ? "lead" : "info",
        params: { says: f.says, self: f.self ? 1 : 0, years: f.years, lead: f.lead ? 1 : 0 },
        records: of.map((x) => x.ref),
      });
    }
    for (const level of ["lead", "info"] as const) yield* named(hits.filter((h) => h.level === level));
  },
};
