/**
 * CloudConfigurationDetails.plist: whether an organisation supervises the phone, and since its setup.
 *
 * A supervised phone lets whoever owns it install apps, route the connection and find it. iOS writes the file on every
 * phone; on a phone of one's own `IsSupervised` is false and nothing else names an organisation.
 * Sources: path from the file list of a real backup (MVT's); keys seen in a backup of iOS 27 and in Apple's Device Enrolment
 * documentation (skip keys, OrganizationName, ConfigurationURL, IsMDMUnremovable).
 * @module
 */
import { asDict, get } from "@contraluz/formats/plist/get.ts";
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { address, number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const DOMAIN = "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles";

export const supervision: Artifact<"plist"> = {
  id: "ios/supervision",
  version: 1,
  feed: "plist",
  where: {
    ...inBackupAndDump({
      paths: [`${DOMAIN}/Library/ConfigurationProfiles/CloudConfigurationDetails.plist`],
      want: {},
    }),
    sysdiagnose: { paths: ["logs/MCState/*/CloudConfigurationDetails.plist"], want: {} },
  },
  fields,
  key: { supervision: ["source"] },
  observes: [
    ["url", "installed"],
    ["domain", "installed"],
  ],
  words,
  sources: ["CloudConfigurationDetails.plist", "Apple Device Enrolment"],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      const flag = (key: string): boolean | undefined => {
        const v = get(item.value, key);
        return typeof v === "boolean" ? v : undefined;
      };
      const url = address(get(item.value, "ConfigurationURL")) || undefined;
      const locked = flag("IsMDMUnremovable");
      emit({
        kind: "supervision",
        fields: {
          supervised: flag("IsSupervised"),
          organization: text(get(item.value, "OrganizationName")),
          server: url,
          removable: locked === undefined ? undefined : !locked,
          pairing: flag("AllowPairing"),
          source: number(get(item.value, "ConfigurationSource")),
        },
        observables: url ? [{ type: "url", value: url, contact: "installed" }] : [],
        origin: item.origin("IsSupervised"),
      });
    },
  }),
};
