/**
 * Permits inside the apps of a dump: `embedded.mobileprovision`, which lets an app run that did not come from the App Store (the store takes it
 * out). `ProvisionsAllDevices` marks one of a company, the way in which Hermit came; `ProvisionedDevices` lists phones of testers.
 *
 * The file is a signed message (CMS) around an XML property list; the list is found by its own marks, and the signature is not checked.
 * Identifiers of the phones on the list are not kept, only how many there are.
 * Sources: Apple, TN3125 Inside Code Signing: Provisioning Profiles (keys); ios.md 2.3 (Hermit), 3 H14; mvt.md 3.
 * @module
 */
import { asArray, asDict, get } from "@contraluz/formats/plist/get.ts";
import { parsePlist } from "@contraluz/formats/plist/index.ts";
import type { Artifact } from "../../artifact.ts";
import { text } from "../../text.ts";
import { whenSaid } from "../../when.ts";
import { fields, words } from "./words.ts";

/** The folder of an app: an identifier that a phone gives anew with each installation. */
const FOLDER = /\/Bundle\/Application\/([^/]+)\//;
const ascii = new TextEncoder();
const [OPEN, CLOSE] = [ascii.encode("<?xml"), ascii.encode("</plist>")];

/** Where the mark begins, or -1. */
function find(bytes: Uint8Array, mark: Uint8Array, from: number): number {
  for (let i = bytes.indexOf(mark[0]!, from); i >= 0; i = bytes.indexOf(mark[0]!, i + 1))
    if (mark.every((b, k) => bytes[i + k] === b)) return i;
  return -1;
}

export const appProvisioning: Artifact<"bytes"> = {
  id: "ios/app-provisioning",
  version: 1,
  feed: "bytes",
  where: {
    "ios-filesystem": {
      paths: ["private/var/containers/Bundle/Application/*/*.app/embedded.mobileprovision"],
      want: {},
    },
  },
  fields,
  key: { permit: ["uuid", "folder"] },
  observes: [["profile-id", "installed"]],
  words,
  sources: ["embedded.mobileprovision"],
  parse: (run) => ({
    take({ bytes, origin }, emit) {
      const start = find(bytes, OPEN, 0);
      const end = start < 0 ? -1 : find(bytes, CLOSE, start);
      if (end < 0) {
        run.problem({ code: "plist-damaged", expected: "a property list in a signed message", lost: "file" });
        return;
      }
      const length = end + CLOSE.length - start;
      const value = parsePlist(bytes.subarray(start, start + length), run.problem);
      if (value === undefined) return;
      if (!asDict(value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      const uuid = text(get(value, "UUID"));
      const at = whenSaid(get(value, "CreationDate"));
      emit({
        kind: "permit",
        ...(at ? { at } : {}),
        fields: {
          folder: text(FOLDER.exec(run.path)?.[1]),
          app: text(get(value, "AppIDName")),
          name: text(get(value, "Name")),
          uuid,
          team: text(get(value, "TeamIdentifier", 0)),
          team_name: text(get(value, "TeamName")),
          company: get(value, "ProvisionsAllDevices") === true ? true : undefined,
          devices: asArray(get(value, "ProvisionedDevices"))?.length,
          expires: whenSaid(get(value, "ExpirationDate")),
        },
        observables: uuid ? [{ type: "profile-id", value: uuid, contact: "installed" }] : [],
        origin: origin(start, length),
      });
    },
  }),
};
