/**
 * H10, second part: messages that were deleted. Attachments whose message is gone, and numbers missing among the messages.
 *
 * Nearly every phone in use has both: people delete messages, and iOS does it where they are kept for a year. So this only
 * informs, once for each kind. Stickers and hidden attachments often have no message from the start and do not count.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Missing {
  readonly what: "message" | "attachment";
  readonly count: number;
  readonly ref: RecordRef;
}

export const missingMessages: Rule<Missing> = {
  id: "ios/missing-messages",
  version: 1,
  level: "info",
  words,
  needs: ["ios/sms", "ios/sms-attachments"],
  baseRate: {
    fired: 1,
    samples: 2,
    what: "imessage_chat.db of plaso (10 messages, 226 numbers missing), MVT's test backup (1 message, none); expected on nearly every phone in use",
  },
  sources: ["SQLite, AUTOINCREMENT: a ROWID that was used is not used again"],
  budget: 100_000,
  fact(r, ref) {
    const { missing, orphan, sticker, hidden } = r.fields;
    if (r.kind === "gaps" && typeof missing === "number" && missing > 0)
      return { what: "message", count: missing, ref: ref() };
    if (r.kind !== "attachment" || orphan !== true || sticker === true || hidden === true) return undefined;
    return { what: "attachment", count: 1, ref: ref() };
  },
  *judge(facts) {
    for (const what of ["message", "attachment"] as const) {
      const of = facts.filter((f) => f.what === what);
      const count = of.reduce((sum, f) => sum + f.count, 0);
      if (count > 0) yield { subject: what, params: { what, count }, records: of.map((f) => f.ref) };
    }
  },
};
