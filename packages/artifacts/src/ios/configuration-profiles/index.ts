/**
 * Configuration profiles: `profile-*.stub` property lists of the system container.
 *
 * All payloads are read, not only the first. InstallDate is a plist date (UTC).
 * Sources: ios.md 2.2, Apple's Configuration Profile Reference (PayloadUUID, PayloadType, PayloadContent).
 * @module
 */
import { type Observable, utcNs } from "@contraluz/core";
import { asArray, asDate, asDict, asString, get } from "@contraluz/formats/plist/get.ts";
import type { Artifact } from "../../artifact.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** A profile with more payloads than this is not one that a person installed. */
const MAX_PAYLOADS = 200;

export const configurationProfiles: Artifact<"plist"> = {
  id: "ios/configuration-profiles",
  version: 1,
  feed: "plist",
  where: {
    "ios-backup": {
      paths: [
        "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles/Library/ConfigurationProfiles/profile-*",
      ],
      want: {},
    },
  },
  fields,
  observes: [["profile-id", "installed"]],
  words,
  sources: ["Apple Configuration Profile Reference"],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      const string = (key: string): string | undefined => text(asString(get(item.value, key)));
      const uuid = string("PayloadUUID");
      const content = asArray(get(item.value, "PayloadContent")) ?? [];
      const payloads: string[] = [];
      const observables: Observable[] = uuid ? [{ type: "profile-id", value: uuid, contact: "installed" }] : [];
      for (const p of content.slice(0, MAX_PAYLOADS)) {
        const type = text(asString(get(p, "PayloadType")));
        if (type && !payloads.includes(type)) payloads.push(type);
        const id = text(asString(get(p, "PayloadUUID")));
        if (id && id !== uuid) observables.push({ type: "profile-id", value: id, contact: "installed" });
      }
      if (content.length > MAX_PAYLOADS)
        run.problem({ code: "plist-limit", found: `${content.length} payloads`, lost: "nothing" });
      const installed = asDate(get(item.value, "InstallDate"));
      const locked = get(item.value, "PayloadRemovalDisallowed");
      emit({
        kind: "profile",
        ...(installed === undefined ? {} : { at: utcNs(installed, String(installed / 1_000_000_000n), "s") }),
        fields: {
          uuid,
          identifier: string("PayloadIdentifier"),
          name: string("PayloadDisplayName"),
          organization: string("PayloadOrganization"),
          description: string("PayloadDescription"),
          payloads,
          removable: typeof locked === "boolean" ? !locked : undefined,
        },
        observables,
        origin: item.origin("PayloadUUID"),
      });
    },
  }),
};
