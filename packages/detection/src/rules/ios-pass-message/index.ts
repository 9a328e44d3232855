/**
 * The pattern of BLASTPASS (Citizen Lab, September 2023): passes for Wallet that came by message from an account that is in no contact. What carried
 * the attack was a picture inside; no file, server or account of it was published, so no sign can name it.
 *
 * iOS 16.6.1 closed the way in on 7 September 2023. Passes from before that day are told, if the contacts were read and the sender is not among them;
 * later ones are tickets.
 * Sources: Citizen Lab, BLASTPASS, 2023; Apple, About the security content of iOS 16.6.1 (CVE-2023-41061, CVE-2023-41064).
 * @module
 */
import { parseIso, type RecordRef } from "@contraluz/core";
import { account } from "../../accounts.ts";
import { plain, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Pass {
  readonly from: string;
  readonly ref: RecordRef;
}
interface Contact {
  readonly contact: string;
}
type Fact = Pass | Contact;

const MAX_FINDINGS = 3;
const FIRST = parseIso("2023-01-01T00:00:00Z")!;
/** Three weeks after the update: not everybody installs it at once. */
const LAST = parseIso("2023-10-01T00:00:00Z")!;

const isPass = (...v: readonly unknown[]): boolean =>
  v.some((s) => typeof s === "string" && /(?:\.pkpass(?:es)?|vnd\.apple\.pkpass(?:es)?|com\.apple\.pkpass)$/i.test(s));

export const passMessage: Rule<Fact> = {
  id: "ios/pass-message",
  version: 1,
  level: "lead",
  words,
  needs: ["ios/sms-attachments", "ios/contacts"],
  baseRate: {
    fired: 0,
    samples: 2,
    what: "MVT's test backup (no attachments) and the reference generator's phone (4,000 attachments, none of them a pass): passes of real phones of 2023 were not at hand",
  },
  sources: ["Citizen Lab, BLASTPASS, 2023"],
  budget: 200_000,
  once: (f) => ("contact" in f ? f.contact : undefined),
  fact(r, ref, artifact) {
    if (artifact === "ios/contacts") {
      const contact = r.kind === "value" ? account(string(r.fields.value)) : "";
      return contact === "" ? undefined : { contact };
    }
    const { path, name, mime, uti, outgoing, handle } = r.fields;
    const at = r.at?.utc;
    if (r.kind !== "attachment" || outgoing !== false || typeof at !== "bigint" || at < FIRST || at >= LAST)
      return undefined;
    return isPass(path, name, mime, uti) ? { from: string(handle).slice(0, 320), ref: ref() } : undefined;
  },
  *judge(facts, context) {
    const contacts = new Set(facts.flatMap((f) => ("contact" in f ? [f.contact] : [])));
    // Without a list nobody is a stranger.
    if (contacts.size === 0) return;
    for (const k of context.known) contacts.add(account(k));
    const senders = new Map<string, RecordRef[]>();
    for (const f of facts) {
      if (!("from" in f) || f.from === "" || contacts.has(account(f.from))) continue;
      const of = senders.get(f.from);
      if (of) of.push(f.ref);
      else senders.set(f.from, [f.ref]);
    }
    const all = [...senders];
    for (const [from, records] of all.slice(0, MAX_FINDINGS))
      yield { subject: plain(from) || "?", params: { from: plain(from), senders: 1, count: records.length }, records };
    const rest = all.slice(MAX_FINDINGS);
    if (rest.length > 0)
      yield {
        subject: "…",
        params: { from: "", senders: rest.length, count: rest.reduce((n, [, records]) => n + records.length, 0) },
        records: rest.flatMap(([, records]) => records),
      };
  },
};
