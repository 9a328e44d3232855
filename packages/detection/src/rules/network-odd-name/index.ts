/**
 * Names that anybody has within minutes without saying who (dynamic DNS, tunnels to a home, endings that cost nothing): a note. Names in letters of
 * another alphabet that look like a well-known site: a lead, since they are made to be taken for it.
 *
 * Sources: RFC 3492; Unicode UTS 39; network.md 1.2 (IOC-05, IOC-06), 3(b) B5.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { bySubject, CLEAN_CAPTURES, named } from "../../network/destination.ts";
import { freeName } from "../../network/free-names.ts";
import { lookAlike } from "../../network/look-alike.ts";
import { remembered } from "../../network/remembered.ts";
import { plain, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Odd {
  readonly subject: string;
  readonly what: "dynamic" | "tunnel" | "ending" | "like" | "mixed";
  /** The zone, or the name that it looks like. */
  readonly of: string;
  readonly client: string;
  readonly ref: RecordRef;
}

/** What is odd about a name, with the name as it is compared. */
function oddNow(name: string): Pick<Odd, "subject" | "what" | "of"> | undefined {
  const site = name.toLowerCase().replace(/\.$/, "");
  if (site === "") return undefined;
  const like = lookAlike(site);
  const free = like ? undefined : freeName(site);
  if (!like && !free) return undefined;
  return {
    subject: plain(site),
    what: like ? (like.like === "" ? "mixed" : "like") : free!.what,
    of: like ? like.like || plain(like.written) : free!.zone,
  };
}
const oddOf = remembered(oddNow);

/** Leads first; then what says more. */
const ORDER: readonly Odd["what"][] = ["like", "mixed", "tunnel", "dynamic", "ending"];

/**
 * The oddest of names that were told together. Of what all of them share it is said, not of each of them: their zone, or the free name that they
 * are below. But what ends alike may be of many (`com.mx`), and `dnscat.*` is no zone.
 */
function oddestOf(list: unknown, zone: string): ReturnType<typeof oddOf> {
  let oddest: ReturnType<typeof oddOf>;
  const names = Array.isArray(list) ? list.map(string) : [];
  for (const name of names) {
    // Each is another one: none is asked for again.
    const odd = oddNow(name);
    if (odd && (!oddest || ORDER.indexOf(odd.what) < ORDER.indexOf(oddest.what))) oddest = odd;
  }
  const of = oddOf(zone);
  if (!oddest || of?.what === oddest.what) return of ?? oddest;
  if (oddest.of !== zone) return oddest;
  const label = oddest.subject.lastIndexOf(".", oddest.subject.length - zone.length - 2) + 1;
  const site = oddest.subject.slice(label);
  const all = names.every((n) => n.toLowerCase() === site || n.toLowerCase().endsWith(`.${site}`));
  return { ...oddest, subject: all ? site : plain(zone) };
}

export const oddName: Rule<Odd> = {
  id: "network/odd-name",
  version: 1,
  level: "info",
  words,
  needs: ["network/names", "network/tls", "network/http"],
  baseRate: { fired: 0, ...CLEAN_CAPTURES },
  sources: ["RFC 3492", "Unicode UTS 39", "network.md 3(b) B5"],
  budget: 5000,
  once: (f) => `${f.client} ${f.subject}`,
  fact(r, ref) {
    const { name, names, zone, sni, host, client } = r.fields;
    if (r.kind === "lookups") {
      const odd = oddestOf(names, string(zone));
      return odd && { ...odd, client: string(client), ref: ref() };
    }
    const asked = r.kind === "lookup" ? name : r.kind === "hello" ? sni : r.kind === "request" ? host : undefined;
    const odd = oddOf(string(asked));
    return odd && { ...odd, client: string(client), ref: ref() };
  },
  *judge(facts) {
    for (const what of ORDER) {
      const hits: Hit[] = [];
      for (const [subject, all] of bySubject(facts.filter((f) => f.what === what)))
        hits.push({
          subject,
          level: what === "like" ? "lead" : "info",
          params: { what, of: all[0]!.of, client: all[0]!.client },
          records: all.map((f) => f.ref),
        });
      for (const hit of named(hits)) yield hit.subject === "…" ? { ...hit, subject: `… ${what}` } : hit;
    }
  },
};
