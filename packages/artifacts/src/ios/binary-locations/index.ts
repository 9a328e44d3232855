/**
 * logs/tailspindb/UUIDToBinaryLocations of a sysdiagnose (iOS 12 to 15): a property list from the UUID of a binary to its path.
 *
 * tailspind notes where a binary lies when it samples; that a path stands here says that the file was there, not when.
 * Sources: ios.md 4.2 and 4.3 (until which version sources disagree); the form as EC-DIGIT-CSIRC/sysdiagnose takes it.
 * @module
 */
import { asDict } from "@contraluz/formats/plist/get.ts";
import type { Artifact } from "../../artifact.ts";
import { programSeen } from "../../program.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** A phone holds some thousands of binaries. */
const MAX_BINARIES = 200_000;

export const binaryLocations: Artifact<"plist"> = {
  id: "ios/binary-locations",
  version: 1,
  feed: "plist",
  where: { sysdiagnose: { paths: ["logs/tailspindb/UUIDToBinaryLocations"], want: {} } },
  fields,
  key: { binary: ["path"] },
  observes: [
    ["process", "present"],
    ["file-path", "present"],
  ],
  words,
  sources: ["tailspindb/UUIDToBinaryLocations"],
  parse: (run) => ({
    take(item, emit) {
      const all = asDict(item.value);
      if (!all) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      let left = MAX_BINARIES;
      for (const [raw, value] of all) {
        const path = text(value);
        if (!path?.startsWith("/")) continue;
        if (left-- <= 0) {
          run.problem({ code: "plist-limit", found: `> ${MAX_BINARIES} binaries`, lost: "bytes" });
          return;
        }
        const uuid = text(raw)!;
        emit({
          kind: "binary",
          fields: { path, uuid },
          observables: programSeen(path, "present"),
          origin: item.origin(uuid),
        });
      }
    },
  }),
};
