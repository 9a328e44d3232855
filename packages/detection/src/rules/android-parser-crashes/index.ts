/**
 * Crashes of programs that read what others send: pictures, video, messages. An attack through a picture can look like this; so does a broken
 * file. Samsung's library for pictures (`libimagecodec.quram.so`, LANDFALL, CVE-2025-21042) is a lead, others are a note.
 *
 * Sources: Unit 42, LANDFALL, 2025-11-07; Google Project Zero on Quram, 2020; android.md 2 (tombstones), 5.4.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { plain, some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Crash {
  readonly process: string;
  readonly quram: boolean;
  readonly ref: RecordRef;
}

const NAMED = 4;
const QURAM = /(?:^|\/)libimagecodec\.quram\.so$/;
const PARSERS =
  /^(?:\/\S*\/)?(?:com\.whatsapp|com\.whatsapp\.w4b|org\.thoughtcrime\.securesms|org\.telegram\.messenger|com\.google\.android\.apps\.messaging|com\.samsung\.android\.messaging|com\.samsung\.ipservice|com\.facebook\.orca|com\.viber\.voip|jp\.naver\.line\.android|mediaserver|media\.(?:codec|extractor|swcodec|metrics)|android\.hardware\.media\.\S+|samsung\.hardware\.media\.\S+)(?::|$)/;

export const parserCrashes: Rule<Crash> = {
  id: "android/parser-crashes",
  version: 1,
  level: "lead",
  words,
  needs: ["android/tombstone-sections", "android/tombstones"],
  baseRate: {
    fired: 12,
    samples: 12,
    what: "generated phones without a planted crash (three brands; Android 8, 11, 14, 16): each has an ordinary crash of a codec, which is a note",
  },
  sources: ["Palo Alto Networks Unit 42, LANDFALL, 2025-11-07", "Google Project Zero, MMS Exploit (Quram), 2020"],
  budget: 5_000,
  fact(r, ref) {
    if (r.kind !== "crash") return undefined;
    const frames = Array.isArray(r.fields.frames) ? r.fields.frames : [];
    const quram = frames.slice(0, 500).some((f) => typeof f === "string" && QURAM.test(f));
    const process = (string(r.fields.process) || string(r.fields.path)).slice(0, 200);
    return quram || PARSERS.test(process) ? { process, quram, ref: ref() } : undefined;
  },
  *judge(facts) {
    for (const quram of [true, false]) {
      const of = facts.filter((f) => f.quram === quram);
      if (of.length === 0) continue;
      const records: RecordRef[] = of.map((f) => f.ref);
      yield {
        subject: quram ? "libimagecodec.quram.so" : "media",
        level: quram ? "lead" : "info",
        params: {
          case: quram ? "quram" : "",
          count: of.length,
          what: some(
            of.map((f) => plain(f.process)),
            NAMED,
          ),
        },
        records,
      };
    }
  },
};
