/**
 * Apps of a dump of the phone: the folder of each, and the receipt of the store that lies in it.
 *
 * `.com.apple.mobile_container_manager.metadata.plist` names the app of a folder (`MCMMetadataIdentifier`); `iTunesMetadata.plist` beside it
 * is the receipt. An app that came another way has none.
 * Sources: mvt.md 3 (Applications); iLEAPP (both files); keys of iTunesMetadata as Apple's SSDownloadMetadata names them.
 * @module
 */
import { asDict, get } from "@contraluz/formats/plist/get.ts";
import type { Artifact } from "../../artifact.ts";
import { installed, receiptFields } from "../../receipt.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

const BUNDLES = "private/var/containers/Bundle/Application/*";
/** The folder of an app: an identifier that a phone gives anew with each installation. */
const FOLDER = /\/Bundle\/Application\/([^/]+)\//;

export const appBundles: Artifact<"plist"> = {
  id: "ios/app-bundles",
  version: 1,
  feed: "plist",
  where: {
    "ios-filesystem": {
      paths: [`${BUNDLES}/iTunesMetadata.plist`, `${BUNDLES}/.com.apple.mobile_container_manager.metadata.plist`],
      want: {},
    },
  },
  fields,
  key: { app: ["app"], bundle: ["app"] },
  observes: [
    ["app-id", "installed"],
    ["process", "installed"],
  ],
  words,
  sources: ["iTunesMetadata.plist", ".com.apple.mobile_container_manager.metadata.plist"],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      const folder = text(FOLDER.exec(run.path)?.[1]);
      if (!run.path.endsWith("/iTunesMetadata.plist")) {
        const app = text(get(item.value, "MCMMetadataIdentifier"));
        if (app)
          emit({
            kind: "bundle",
            fields: { app, folder },
            observables: installed(app),
            origin: item.origin("MCMMetadataIdentifier"),
          });
        return;
      }
      const of = receiptFields(item.value);
      emit({
        kind: "app",
        ...(of.at ? { at: of.at } : {}),
        fields: { app: of.app ?? "", receipt: of.app !== undefined && of.app !== "", folder, ...of.fields },
        observables: installed(of.app),
        origin: item.origin("softwareVersionBundleId"),
      });
    },
  }),
};
