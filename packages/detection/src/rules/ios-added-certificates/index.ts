/**
 * H13: certificates that somebody told the phone to trust (TrustStore.sqlite3). On a phone of one's own there are none; one
 * question for all of them.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Certificate {
  readonly digest: string;
  readonly name: string;
  readonly ref: RecordRef;
}

const NAMED = 3;

export const addedCertificates: Rule<Certificate> = {
  id: "ios/added-certificates",
  version: 1,
  level: "ask",
  words,
  needs: ["ios/trust-store"],
  baseRate: {
    fired: 0,
    samples: 1,
    what: "MVT's test backup (it lists the file and does not hold its body); expected to ask on managed phones",
  },
  sources: [
    "Apple Support, Trust manually installed certificate profiles in iOS",
    "Apple Security, SecTrustStoreServer",
  ],
  budget: 10_000,
  fact(r, ref) {
    if (r.kind !== "certificate") return undefined;
    return { digest: string(r.fields.sha256) || string(r.fields.sha1), name: string(r.fields.name), ref: ref() };
  },
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    const asked = facts.filter((f) => ![f.digest, f.name].some((n) => n !== "" && known.has(n.toLowerCase())));
    if (asked.length === 0) return;
    yield {
      subject: "TrustStore",
      params: {
        count: asked.length,
        names:
          some(
            asked.map((f) => f.name || f.digest.slice(0, 16)),
            NAMED,
          ) || "?",
      },
      records: asked.map((f) => f.ref),
    };
  },
};
