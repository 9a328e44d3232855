/**
 * MCProfileEvents.plist: profiles that were installed, updated or removed, and by which program; the newest twenty or so.
 *
 * `ProfileEvents` is a list of `{id: {Timestamp, Operation, Process}}`, newest first. The id is the profile's PayloadUUID or
 * PayloadIdentifier, whichever the system logs.
 * Sources: mvt.md 3; Apple's profiled (MCProfileEventsManager) names the three keys and the length.
 * @module
 */
import type { Observable } from "@contraluz/core";
import { asArray, asDict, get } from "@contraluz/formats/plist/get.ts";
import type { PlistDict, PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { text } from "../../text.ts";
import { whenOf } from "../../when.ts";
import { fields, words } from "./words.ts";

/** iOS keeps twenty. */
const MAX_EVENTS = 10_000;

/** The value of a key in whatever case. */
function inAnyCase(d: PlistDict, name: string): PlistValue | undefined {
  for (const [k, v] of d) if (k.length === name.length && k.toLowerCase() === name) return v;
  return undefined;
}

export const profileEvents: Artifact<"plist"> = {
  id: "ios/profile-events",
  version: 1,
  feed: "plist",
  where: {
    ...inBackupAndDump({ paths: ["*/Library/*/MCProfileEvents.plist"], want: {} }, [
      "private/var/containers/Shared/SystemGroup/*/Library/ConfigurationProfiles/MCProfileEvents.plist",
    ]),
    sysdiagnose: { paths: ["logs/MCState/*/MCProfileEvents.plist"], want: {} },
  },
  fields,
  observes: [
    ["profile-id", "installed"],
    ["process", "ran"],
  ],
  words,
  sources: ["MCProfileEvents.plist: ProfileEvents"],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      const events = asArray(get(item.value, "ProfileEvents")) ?? [];
      if (events.length > MAX_EVENTS)
        run.problem({ code: "plist-limit", found: `${events.length} events`, lost: "bytes" });
      for (const [i, event] of events.slice(0, MAX_EVENTS).entries()) {
        for (const [id, value] of asDict(event) ?? []) {
          const facts = asDict(value);
          if (!facts || id === "") continue;
          const profile = text(id)!;
          const program = text(inAnyCase(facts, "process"));
          const at = whenOf(inAnyCase(facts, "timestamp"));
          const observables: Observable[] = [{ type: "profile-id", value: profile, contact: "installed" }];
          if (program) observables.push({ type: "process", value: program, contact: "ran" });
          emit({
            kind: "event",
            ...(at ? { at } : {}),
            fields: { profile, operation: text(inAnyCase(facts, "operation")), program },
            observables,
            origin: item.origin(`ProfileEvents[${i}].${profile}`),
          });
        }
      }
    },
  }),
};
