/**
 * H18: Apple's threat notification among the messages. It is evidence of an attempt, never of more.
 *
 * Its text is public and is imitated to steal passwords, so the sender decides: Apple's notifications come by iMessage and
 * e-mail from threat-notifications@apple.com or @email.apple.com (CERT-FR, 2025), and ask nobody to open a link, install anything
 * or give a password (Apple). A sender that borrows Apple's name, or a link to elsewhere, is told as an imitation, one level
 * lower. So is what any other sender wrote (a friend, a stranger, a trick: no warning of a vendor), and what this phone sent:
 * whoever passes it on may have got it by e-mail.
 * @module
 */
import type { Json, RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

const WHO = ["apple", "other", "imitation", "sent"] as const;
type Who = (typeof WHO)[number];
interface Warning {
  readonly who: Who;
  readonly sender: string;
  readonly ref: RecordRef;
}

/** Senders that a sentence names. */
const NAMED = 3;
const APPLE = /^[^@\s]+@(?:[a-z0-9-]+\.)*apple\.com$/i;
/** Letters that look like those of the name. */
const ALIKE: Readonly<Record<string, string>> = {
  а: "a",
  р: "p",
  ӏ: "l",
  "1": "l",
  "|": "l",
  е: "e",
  і: "l",
  "3": "e",
};
/** Where Apple's notification may send people: its own pages, and the helpline that it names. */
const TRUSTED = /(?:^|\.)(?:apple\.com|icloud\.com|accessnow\.org)$/i;

function hostOf(link: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#\\]*@)?([^/?#:\\]*)/i.exec(link)?.[1] ?? "";
}

/** Who seems to write. */
export function whoWrites(sender: string, service: unknown, links: Json | undefined): Who {
  const elsewhere = Array.isArray(links) && links.some((l) => typeof l === "string" && !TRUSTED.test(hostOf(l)));
  if (elsewhere) return "imitation";
  if (APPLE.test(sender)) return service === "SMS" ? "imitation" : "apple";
  const name = [...sender.slice(0, 200).toLowerCase()].map((c) => ALIKE[c] ?? c).join("");
  return /apple|icloud|threat-?notif/.test(name) ? "imitation" : "other";
}

export const appleWarning: Rule<Warning> = {
  id: "ios/apple-warning",
  version: 1,
  level: "targeted",
  words,
  needs: ["ios/sms"],
  baseRate: {
    fired: 0,
    samples: 3,
    what: "messages of MVT's test backup (1) and of plaso (10), the reference generator's phone without the one it plants (500,000)",
  },
  sources: [
    "Apple, About Apple threat notifications (support.apple.com/102174)",
    "CERT-FR, CERTFR-2025-CTI-010",
    "MVT",
  ],
  budget: 10_000,
  // A warning that was deleted was a warning.
  deleted: true,
  fact(r, ref) {
    const { warning, from_me, handle, service, links } = r.fields;
    if (r.kind !== "message" || typeof warning !== "string") return undefined;
    if (from_me === true) return { who: "sent", sender: "", ref: ref() };
    const sender = typeof handle === "string" ? handle.slice(0, 200) : "";
    return { who: whoWrites(sender, service, links as Json | undefined), sender, ref: ref() };
  },
  *judge(facts) {
    for (const who of WHO) {
      const of = facts.filter((f) => f.who === who);
      if (of.length === 0) continue;
      const senders = [...new Set(of.map((f) => f.sender).filter((s) => /^[\w@.+ -]{1,80}$/.test(s)))];
      yield {
        subject: who === "apple" ? "Apple" : `Apple (${who})`,
        ...(who === "apple" ? {} : { level: "lead" }),
        params: { who, senders: senders.slice(0, NAMED).join(", ") },
        records: of.map((f) => f.ref),
      };
    }
  },
};
