/**
 * H10: an attachment that came in and lies in the folder for temporary files under a numbered name (`/var/tmp/…-1`).
 *
 * Messages keeps what arrives below Library/SMS/Attachments. MVT warns of received attachments below /var/tmp/ whose name ends
 * in -1, which its authors saw beside attacks through iMessage. Rows that only deleted pages hold are not taken.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Placed {
  readonly path: string;
  readonly ref: RecordRef;
}

/** Paths that are told one by one; more are one finding. */
const MAX_FINDINGS = 5;
const NUMBERED = /^(?:\/private)?\/(?:var\/)?tmp\/.*-\d{1,3}$/s;

export const attachmentPath: Rule<Placed> = {
  id: "ios/attachment-path",
  version: 1,
  level: "lead",
  words,
  needs: ["ios/sms-attachments"],
  baseRate: {
    fired: 0,
    samples: 1,
    what: "the reference generator's phone without what it plants (40,000 attachments); no clean sms.db with attachments of a real phone was at hand",
  },
  sources: ["MVT, module SMSAttachments", "Amnesty International, Forensic Methodology Report, 2021"],
  budget: 10_000,
  fact(r, ref) {
    const { path, outgoing } = r.fields;
    if (r.kind !== "attachment" || outgoing !== false || typeof path !== "string") return undefined;
    return NUMBERED.test(path) ? { path, ref: ref() } : undefined;
  },
  *judge(facts) {
    const groups = new Map<string, RecordRef[]>();
    for (const f of facts) {
      const of = groups.get(f.path);
      if (of) of.push(f.ref);
      else groups.set(f.path, [f.ref]);
    }
    if (groups.size <= MAX_FINDINGS)
      for (const [path, records] of groups) yield { subject: path, params: { paths: 1 }, records };
    else yield { subject: "/var/tmp", params: { paths: groups.size }, records: facts.map((f) => f.ref) };
  },
};
