/**
 * The files of /data/local/tmp that AndroidQF copied: tools over ADB leave theirs there, and so did implants (Predator, NoviSpy's APKs).
 *
 * AndroidQF copies each file under its name into `tmp`. An APK there is on the phone, not installed by that.
 * Sources: android.md 1.5 and 5.4; AndroidQF (modules/temp.go).
 * @module
 */
import type { Observable } from "@contraluz/core";
import { attribute } from "@contraluz/formats/axml/index.ts";
import { isPackage } from "../../android-names.ts";
import type { Artifact } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

const FOLDER = "tmp/";

export const tempFiles: Artifact<"apk"> = {
  id: "android/temp-files",
  version: 1,
  feed: "apk",
  where: { androidqf: { paths: [`${FOLDER}**`], want: { others: true } } },
  fields,
  key: { file: ["path"] },
  observes: [
    ["file-path", "present", ["/data/local/tmp"]],
    ["hash", "present"],
    ["app-id", "present"],
    ["certificate", "present"],
  ],
  words,
  sources: ["AndroidQF tmp/*"],
  parse: (run) => ({
    take(item, emit) {
      const path = kept(`/data/local/tmp/${run.path.slice(FOLDER.length)}`)!;
      const named = item.manifest && kept(attribute(item.manifest, "package")?.value);
      const app = isPackage(named) ? named : undefined;
      const observables: Observable[] = [{ type: "file-path", value: path, contact: "present" }];
      if (item.sha256) observables.push({ type: "hash", value: item.sha256, contact: "present" });
      if (app !== undefined) observables.push({ type: "app-id", value: app, contact: "present" });
      for (const s of item.signers)
        for (const value of [s.sha256, s.sha1]) observables.push({ type: "certificate", value, contact: "present" });
      emit({
        kind: "file",
        fields: {
          path,
          size: item.size,
          sha256: item.sha256,
          app,
          signers:
            item.signers.length > 0
              ? item.signers.map((s) => ({ sha256: s.sha256, sha1: s.sha1, scheme: s.schemes.join(" ") }))
              : undefined,
        },
        observables,
        origin: item.origin(),
      });
    },
  }),
};
