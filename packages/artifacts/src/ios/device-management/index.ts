/**
 * MDM.plist: the management under which the phone stands. A phone that nobody manages has none, or one without a server.
 *
 * `ServerURL`, `CheckInURL`, `ManagingProfileIdentifier`, `Topic` (of push notices), `AccessRights` (bits), `IsADEProfile`. Tokens and keys that stand
 * beside them are not read.
 * Sources: Apple's MDM protocol reference (names and bits); the folder as two readers of sysdiagnoses name it; the place in a backup and a dump
 * is that of the profiles. No public sample with a server was at hand.
 * @module
 */
import type { Observable } from "@contraluz/core";
import { asDict, get } from "@contraluz/formats/plist/get.ts";
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { address, number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const FOLDER = "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles/Library/ConfigurationProfiles";

export const deviceManagement: Artifact<"plist"> = {
  id: "ios/device-management",
  version: 1,
  feed: "plist",
  where: {
    ...inBackupAndDump({ paths: [`${FOLDER}/MDM.plist`], want: {} }),
    sysdiagnose: { paths: ["logs/MCState/*/MDM.plist"], want: {} },
  },
  fields,
  key: { management: ["server", "profile"] },
  observes: [
    ["url", "installed"],
    ["domain", "installed"],
    ["ip", "installed"],
    ["profile-id", "installed"],
  ],
  words,
  sources: ["MDM.plist", "Apple MDM Protocol Reference"],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      const [server, checkin] = ["ServerURL", "CheckInURL"].map((k) => address(get(item.value, k)) || undefined);
      const profile = text(get(item.value, "ManagingProfileIdentifier")) || undefined;
      if (server === undefined && checkin === undefined && profile === undefined) return;
      const observables: Observable[] = [];
      for (const value of new Set([server, checkin]))
        if (value !== undefined) observables.push({ type: "url", value, contact: "installed" });
      if (profile !== undefined) observables.push({ type: "profile-id", value: profile, contact: "installed" });
      const organized = get(item.value, "IsADEProfile");
      emit({
        kind: "management",
        fields: {
          profile,
          server,
          checkin: checkin === server ? undefined : checkin,
          topic: text(get(item.value, "Topic")),
          rights: number(get(item.value, "AccessRights")),
          organized: typeof organized === "boolean" ? organized : undefined,
        },
        observables,
        origin: item.origin("ServerURL"),
      });
    },
  }),
};
