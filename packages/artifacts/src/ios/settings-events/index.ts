/**
 * MCSettingsEvents.plist: the last change of each restriction that profiles, management or the settings can make.
 *
 * Dictionaries inside one another (`restrictedBool`, a name, `value`, …); where one holds `timestamp` it is an event with `event` (`set`, `remove`)
 * and `process`, a program, or the UUID of the profile that did it with more behind it.
 * Sources: ios.md 4.2; the form as EC-DIGIT-CSIRC/sysdiagnose takes it (iOS 13 to 18), profiles as the
 * notes of a reader for Jamf's administrators say.
 * @module
 */
import { asDict, get } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact, Emit, PlistItem } from "../../artifact.ts";
import { phonePaths } from "../../phone-paths.ts";
import { programSeen } from "../../program.ts";
import { text } from "../../text.ts";
import { whenOf } from "../../when.ts";
import { fields, words } from "./words.ts";

/** Changes, and dictionaries inside one another. */
const MAX_EVENTS = 10_000;
const MAX_DEPTH = 8;

const PROFILE = /^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/;

function walk(value: PlistValue, path: string, depth: number, item: PlistItem, emit: Emit, left: { n: number }): void {
  const d = asDict(value);
  if (!d || depth > MAX_DEPTH) return;
  if (d.has("timestamp")) {
    if (left.n-- <= 0) return;
    const at = whenOf(get(d, "timestamp"));
    const by = text(get(d, "process"));
    const profile = PROFILE.exec(by ?? "")?.[0];
    const program = profile === undefined ? by : undefined;
    emit({
      kind: "event",
      ...(at ? { at } : {}),
      fields: { setting: text(path), event: text(get(d, "event")), program, profile },
      observables: profile
        ? [{ type: "profile-id", value: profile, contact: "installed" }]
        : programSeen(program, "ran"),
      origin: item.origin(text(path)!),
    });
    return;
  }
  for (const [key, inner] of d) {
    if (left.n <= 0) return;
    walk(inner, path === "" ? key : `${path}.${key}`.slice(0, 4096), depth + 1, item, emit, left);
  }
}

const BACKUP =
  "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles/Library/ConfigurationProfiles/MCSettingsEvents.plist";

export const settingsEvents: Artifact<"plist"> = {
  id: "ios/settings-events",
  version: 1,
  feed: "plist",
  where: {
    sysdiagnose: { paths: ["logs/MCState/**/MCSettingsEvents.plist"], want: {} },
    "ios-backup": { paths: [BACKUP], want: {} },
    "ios-filesystem": { paths: phonePaths([BACKUP]), want: {} },
  },
  fields,
  key: { event: ["setting"] },
  observes: [
    ["process", "ran"],
    ["file-path", "ran", []],
    ["profile-id", "installed"],
  ],
  words,
  sources: ["MCSettingsEvents.plist"],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      const left = { n: MAX_EVENTS };
      walk(item.value, "", 0, item, emit, left);
      if (left.n < 0) run.problem({ code: "plist-limit", found: `> ${MAX_EVENTS} changes`, lost: "bytes" });
    },
  }),
};
