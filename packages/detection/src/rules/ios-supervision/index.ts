/** H13: a phone that an organisation supervises: it can install apps, route the connection and find it. One question. @module */
import type { RecordRef } from "@contraluz/core";
import { plain, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Supervised {
  /** Supervised; otherwise an organisation's server is set, and no more is known. */
  readonly on: boolean;
  readonly organization: string;
  readonly server: string;
  readonly ref: RecordRef;
}

export const supervised: Rule<Supervised> = {
  id: "ios/supervision",
  version: 1,
  level: "ask",
  words,
  needs: ["ios/supervision"],
  baseRate: {
    fired: 0,
    samples: 1,
    what: "MVT's test backup (it lists the file and does not hold its body); expected to ask on phones of an employer",
  },
  sources: ["Apple Platform Deployment, About device supervision"],
  budget: 100,
  fact(r, ref) {
    if (r.kind !== "supervision") return undefined;
    const { supervised: on, organization, server } = r.fields;
    if (on !== true && !string(server)) return undefined;
    return { on: on === true, organization: string(organization), server: string(server), ref: ref() };
  },
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    for (const f of facts.slice(0, 1)) {
      if ([f.organization, f.server].some((n) => n !== "" && known.has(n.toLowerCase()))) return;
      yield {
        subject: plain(f.organization) || "?",
        params: { on: f.on ? "yes" : "", organization: plain(f.organization), server: plain(f.server, 60) },
        records: facts.map((x) => x.ref),
      };
    }
  },
};
