/**
 * Names that do not exist, one after another, of many different sites: so programs look for a server whose name they work out from the day.
 * At least ten sites that one machine asked for and of which none exists; names without a dot, of the own network, and those of block
 * lists (many names of one site) are not counted.
 *
 * A browser that tests its network, and a network without internet, do so, too: where more than half of all sites were said not to exist,
 * that is how the network is, and nothing is said.
 * Source: network.md 3(b) B12.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { CLEAN_CAPTURES } from "../../network/destination.ts";
import { remembered } from "../../network/remembered.ts";
import { some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Asked {
  readonly client: string;
  readonly site: string;
  readonly there: boolean;
  readonly ref: RecordRef | undefined;
}

const SITES = 10;
/** Letters of the first label of a site, below which words are short and mistakes are made. */
const LONG = 7;
const OWN =
  /(?:^|\.)(?:local|lan|home|localdomain|internal|intranet|corp|arpa|test\.local|fritz\.box|belkin|workgroup)$/;

/** The last two labels; undefined of a name without a dot, or of the own network. */
const siteOf = remembered((name: string): string | undefined => {
  const plain = name.toLowerCase().replace(/\.$/, "");
  if (OWN.test(plain)) return undefined;
  const last = plain.lastIndexOf(".");
  return last <= 0 ? undefined : plain.slice(plain.lastIndexOf(".", last - 1) + 1);
});

export const generatedNames: Rule<Asked> = {
  id: "network/generated-names",
  version: 1,
  level: "lead",
  words,
  needs: ["network/names"],
  baseRate: { fired: 0, ...CLEAN_CAPTURES },
  sources: ["network.md 3(b) B12"],
  budget: 20_000,
  once: (f) => `${f.client} ${f.site} ${f.there}`,
  fact(r, ref) {
    const { name, client, rcode, type } = r.fields;
    if (r.kind !== "lookup" || (rcode !== 0 && rcode !== 3) || (type !== "A" && type !== "AAAA")) return undefined;
    const site = siteOf(string(name));
    if (site === undefined) return undefined;
    const there = rcode === 0;
    return { client: string(client), site, there, ref: there ? undefined : ref() };
  },
  *judge(facts) {
    const there = new Set(facts.flatMap((f) => (f.there ? [`${f.client} ${f.site}`] : [])));
    const by = new Map<string, Asked[]>();
    for (const f of facts) {
      if (f.there || there.has(`${f.client} ${f.site}`) || f.site.indexOf(".") < LONG) continue;
      const list = by.get(f.client);
      if (list) list.push(f);
      else by.set(f.client, [f]);
    }
    for (const [client, of] of by) {
      const known = facts.filter((f) => f.there && f.client === client).length;
      if (of.length < SITES || of.length > known) continue;
      const params = {
        count: of.length,
        names: some(
          of.map((f) => f.site),
          4,
        ),
        client,
      };
      yield { subject: `nxdomain ${client}`, params, records: of.map((f) => f.ref!) };
    }
  },
};
