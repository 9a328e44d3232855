/**
 * Configuration profiles: `profile-*.stub` property lists of the system container.
 *
 * All payloads are read, not only the first. InstallDate is a plist date (UTC).
 * Sources: ios.md 2.2, Apple's Configuration Profile Reference (PayloadUUID, PayloadType, PayloadContent).
 * @module
 */
import { type Observable, plistMoment } from "@contraluz/core";
import { asArray, asDict, get, isDate } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { text } from "../../text.ts";
import { serversOf } from "./servers.ts";
import { fields, words } from "./words.ts";

/** A profile with more payloads than this is not one that a person installed. */
const MAX_PAYLOADS = 200;

interface Payloads {
  /** Each type once. */
  readonly types: readonly string[];
  readonly ids: readonly string[];
}

function payloadsOf(content: readonly PlistValue[]): Payloads {
  const types = new Set<string>();
  const ids = new Set<string>();
  for (const p of content) {
    const [type, id] = [text(get(p, "PayloadType")), text(get(p, "PayloadUUID"))];
    if (type) types.add(type);
    if (id) ids.add(id);
  }
  return { types: [...types], ids: [...ids] };
}

export const configurationProfiles: Artifact<"plist"> = {
  id: "ios/configuration-profiles",
  version: 1,
  feed: "plist",
  where: {
    ...inBackupAndDump({
      paths: [
        "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles/Library/ConfigurationProfiles/profile-*",
      ],
      want: {},
    }),
    sysdiagnose: { paths: ["logs/MCState/Shared/profile-*"], want: {} },
  },
  fields,
  key: { profile: ["uuid", "identifier"] },
  observes: [
    ["profile-id", "installed"],
    ["url", "installed"],
    ["domain", "installed"],
    ["ip", "installed"],
  ],
  words,
  sources: ["Apple Configuration Profile Reference"],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      const string = (key: string): string | undefined => text(get(item.value, key));
      const every = asArray(get(item.value, "PayloadContent")) ?? [];
      const content = every.slice(0, MAX_PAYLOADS);
      if (every.length > MAX_PAYLOADS)
        run.problem({ code: "plist-limit", found: `${every.length} payloads`, lost: "bytes" });
      const uuid = string("PayloadUUID");
      const { types, ids } = payloadsOf(content);
      const { servers, all } = serversOf(content);
      if (!all) run.problem({ code: "plist-limit", found: "servers of payloads", lost: "bytes" });
      const observables: Observable[] = [];
      for (const value of new Set(uuid ? [uuid, ...ids] : ids))
        observables.push({ type: "profile-id", value, contact: "installed" });
      for (const value of servers) observables.push({ type: "url", value, contact: "installed" });
      const installed = get(item.value, "InstallDate");
      const at = isDate(installed) ? plistMoment(installed) : undefined;
      const locked = get(item.value, "PayloadRemovalDisallowed");
      const signers = asArray(get(item.value, "SignerCerts"));
      emit({
        kind: "profile",
        ...(at ? { at } : {}),
        fields: {
          uuid,
          identifier: string("PayloadIdentifier"),
          name: string("PayloadDisplayName"),
          organization: string("PayloadOrganization"),
          description: string("PayloadDescription"),
          payloads: types,
          servers: servers.length > 0 ? servers : undefined,
          removable: typeof locked === "boolean" ? !locked : undefined,
          signed: signers ? signers.length > 0 : undefined,
        },
        observables,
        origin: item.origin("PayloadUUID"),
      });
    },
  }),
};
